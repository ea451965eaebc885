import { z } from 'zod'
import { actNames } from './acts.ts'
import { clauseSchema } from './clauses.ts'
import {
  applicationItem,
  appointmentKind,
  body,
  category,
  commentRule,
  initiator,
  organisationKind,
  planColumn,
  postKind,
  programmePart,
  publishedThing,
  statusSteps,
} from './kinds.ts'
import { wordsSchema } from './words.ts'

const text = z.string().min(1)
const code = z.string().regex(/^[a-z][A-Za-z0-9]*$/)
const many = <T extends z.ZodType>(item: T) => z.array(item).min(1)
const act = z.enum(Object.values(actNames))

/** The clauses a rule comes from; the first is the one that is cited. */
const clauses = z.array(text)

/** A rule: its parameters and the clauses they come from. `null` where the regulation has no such rule. */
const rule = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ clause: clauses, ...shape })
const optionalRule = <T extends z.ZodRawShape>(shape: T) => rule(shape).nullable()
const listed = <T extends z.ZodRawShape>(shape?: T) => z.strictObject({ code, text, clause: clauses, ...shape })

const bodySchema = z.strictObject({ name: text, short: wordsSchema })
const criterion = z.strictObject({ code, text, evidence: z.enum(['file', 'link', 'register']) })

const term = z.discriminatedUnion('kind', [
  z.strictObject({ clause: clauses, kind: z.literal('longest'), months: z.int().min(1) }),
  z.strictObject({ clause: clauses, kind: z.literal('fixed'), from: z.iso.date(), to: z.iso.date() }),
])

const role = rule({
  words: wordsSchema,
  appointedBy: z.enum(['authority', 'operator', 'organisation', 'headOfSite', 'collegially']),
})

const planStep = z.strictObject({
  act: z.enum(['discuss', 'agree', 'approve']),
  by: z.enum(['operator', 'authority', 'head', 'coordinator']),
  caption: text,
  clause: clauses,
})

/** How a status is given, for how long, to whom, and how it ends. */
const statusRules = {
  status: rule({ grantedBy: body, act, onSubmissionOfOperator: z.boolean(), steps: many(z.enum(statusSteps)) }),
  siteList: optionalRule({ approvedBy: body, act, columns: many(text) }),
  term: term.nullable(),
  initiators: optionalRule({ who: many(initiator) }),
  hostKinds: rule({ kinds: many(organisationKind) }),
  joint: optionalRule({ headChosenCollegially: z.boolean() }),
  eligibility: optionalRule({
    all: z.array(criterion),
    atLeast: z.strictObject({ count: z.int().min(1), of: many(criterion) }).nullable(),
  }),
  legalForm: optionalRule({ unchanged: z.literal(true) }),
  calls: optionalRule({ setBy: body, act, announcedTo: text }),
  /** Items of the form and parts of the programme, each under the caption the regulation gives it. */
  application: optionalRule({
    items: many(z.strictObject({ code: applicationItem, text })),
    programme: many(z.strictObject({ code: programmePart, text, clause: clauses })),
  }),
  expertReview: optionalRule({ by: body, comment: commentRule }),
  contract: optionalRule({ between: many(z.enum(['operator', 'site'])) }),
  termination: optionalRule({
    decidedBy: z.enum(['authority', 'operator', 'organisation']),
    grounds: many(z.strictObject({ code, text, proposedBy: z.enum(['operator', 'organisation', 'either']) })),
  }),
}

/** Who runs a site and who takes part. `posts: null` means any post; `atHost` asks for a post in a host organisation. */
const peopleRules = {
  head: optionalRule({
    posts: many(postKind).nullable(),
    categories: z.array(category),
    achievements: z.boolean(),
    atHost: z.boolean(),
  }),
  headDuties: optionalRule({ list: many(text) }),
  roles: z.partialRecord(appointmentKind, role),
  memberDuties: optionalRule({ list: many(text) }),
  coordinator: optionalRule({ from: z.literal('methodistsOfAuthority'), everySite: z.boolean() }),
  attachments: optionalRule({ by: z.literal('order'), publicWords: wordsSchema }),
  mentoring: optionalRule({ forWhom: text }),
  workingGroups: optionalRule({ byDirections: z.boolean() }),
  acquaintance: optionalRule({ who: z.enum(['headsOfOrganisations', 'municipalAuthorities']) }),
  priorityForTraining: optionalRule({ who: text }),
}

/**
 * What a site plans, does and reports. A plan without a column `form` shows the form of work in the cell of the activity, which is how
 * these regulations word it («мероприятия и формы их проведения»).
 */
const workRules = {
  directions: optionalRule({ list: many(z.strictObject({ code, label: text })) }),
  forms: rule({ catalogue: many(z.strictObject({ code, label: text, remote: z.boolean(), clause: clauses })) }),
  remoteWork: optionalRule({ means: many(text) }),
  plan: rule({
    words: wordsSchema,
    columns: many(z.strictObject({ code: planColumn, caption: text })),
    chain: many(planStep),
    headSignature: text,
  }),
  planVersions: optionalRule({ reasonRequired: z.boolean() }),
  roadmap: optionalRule({ purpose: text }),
  report: optionalRule({
    due: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .nullable(),
    to: z.enum(['authority', 'operator', 'coordinator']),
    acceptedBy: z.enum(['authority', 'operator', 'coordinator']),
    criteria: z.array(z.strictObject({ code, title: text, clause: clauses })),
    reminders: z.array(z.int().min(0).max(365)),
  }),
  guidance: optionalRule({ by: body, functions: many(text) }),
  meetings: optionalRule({ kinds: many(listed()) }),
  consulting: optionalRule({ what: text }),
  trainees: optionalRule({
    individualPlan: z.boolean(),
    tryOuts: z.boolean(),
    measurements: z.boolean(),
    selfAssessment: z.boolean(),
    routes: z.boolean(),
    adaptation: z.boolean(),
    contingent: many(text),
    formats: z.array(text),
  }),
  practices: optionalRule({ what: text }),
  equipment: optionalRule({ providedBy: z.enum(['head', 'organisation']) }),
  finance: optionalRule({ sources: many(z.strictObject({ code, label: text })), guaranteed: z.boolean() }),
  monitoring: optionalRule({ by: z.enum(['authority', 'operator', 'site']) }),
  qualityMonitoring: optionalRule({ period: z.literal('academicYear') }),
  council: optionalRule({ name: text }),
  publication: optionalRule({
    things: many(
      z.strictObject({
        what: publishedThing,
        where: many(z.enum(['authoritySite', 'organisationSites', 'socialNetwork'])),
        clause: clauses,
      }),
    ),
  }),
}

/** A regulation (Положение) as data: a tree of clauses, the words and bodies of the territory, and rules that each name their clauses. */
export const regulationSchema = z.strictObject({
  edition: z.int().min(1),
  title: text,
  subtitle: text.nullable(),
  level: z.enum(['municipal', 'regional']),
  siteWords: wordsSchema,
  /** How a deadline names local time: «по Кемерову». */
  localTime: text,
  bodies: z.strictObject({ authority: bodySchema, operator: bodySchema, council: z.strictObject({ name: text }).nullable() }),
  legalBasis: rule({
    acts: many(z.strictObject({ type: text, number: text.nullable(), date: z.iso.date().nullable(), title: text })),
  }),
  clauses: z.array(clauseSchema).min(1),
  /** Points of the order that put the regulation in force, where a rule comes from the order and not from the regulation itself. */
  orderPoints: z.strictObject({ orderTitle: text, points: z.array(clauseSchema) }).nullable(),
  ...statusRules,
  ...peopleRules,
  ...workRules,
})

export type Regulation = z.infer<typeof regulationSchema>
export type RegulationRole = z.infer<typeof role>
export type Criterion = z.infer<typeof criterion>
export type PlanStep = z.infer<typeof planStep>

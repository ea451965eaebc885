import { z } from 'zod'
import { statusSteps } from '../kinds.ts'
import { actName, body, clauses, code, many, optionalRule, party, rule, text } from '../rule.ts'
import { wordsSchema } from '../words.ts'

const months = z.int().min(1).max(600)
const count = z.int().min(1).max(10_000)

/** What papers limit the number of: at the same time, but for those who share a site or are attached to it. */
export const limitKinds = [
  'sites',
  'sitesOfTheme',
  'statusesOfOrganisation',
  'organisationsOfSite',
  'attachedSchools',
  'trainees',
  /** How long an organisation waits for another status after one was ended early. */
  'monthsSinceEnd',
] as const

/** What a site may not do by its day, and what a paper says follows: always a proposal to whoever decides. */
export const missedDays = ['report', 'plan'] as const
const outcomes = ['question', 'suspension', 'termination'] as const

/** How long a status lasts, as papers say it. */
const term = z.discriminatedUnion('kind', [
  z.strictObject({ clause: clauses, kind: z.literal('longest'), months }),
  z.strictObject({ clause: clauses, kind: z.literal('exact'), length: months }),
  z.strictObject({ clause: clauses, kind: z.literal('between'), least: months, months }),
  z.strictObject({ clause: clauses, kind: z.literal('fixed'), from: z.iso.date(), to: z.iso.date() }),
  z.strictObject({ clause: clauses, kind: z.literal('until'), to: z.iso.date() }),
  /** Without an end, and confirmed each year: it lasts to the next such day. */
  z.strictObject({ clause: clauses, kind: z.literal('yearly'), day: z.string().regex(/^\d{2}-\d{2}$/) }),
])

/** What a status is prolonged under: the registers know it, or a document of the case shows it. */
const extensionCondition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reportsAccepted') }),
  z.strictObject({ kind: z.literal('planHeld'), percent: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('document'), name: text }),
])

/** How a status is given, for how long, and how it ends. */
export const statusRules = {
  status: rule({
    grantedBy: body,
    /** Who signs the same paper beside it, in the order of the paper: it is in force when each has signed. */
    together: z.array(z.strictObject({ by: body, clause: clauses })).default([]),
    act: actName,
    onSubmissionOfOperator: z.boolean(),
    steps: many(z.enum(statusSteps)),
  }),
  siteList: optionalRule({ approvedBy: body, act: actName, columns: many(text) }),
  term: term.nullable(),
  /** How often and for how long a status is prolonged, and how many days before its end one asks for it. */
  extension: optionalRule({
    times: z.int().min(1).max(50).nullable(),
    months: months.nullable(),
    daysBefore: z.int().min(1).max(365).nullable(),
    conditions: z.array(z.strictObject({ checked: extensionCondition, clause: clauses })).default([]),
  }),
  suspension: optionalRule({ months: months.nullable(), stopsTerm: z.boolean() }),
  limits: optionalRule({
    list: many(z.strictObject({ what: z.enum(limitKinds), least: count.nullable(), most: count.nullable(), clause: clauses })),
  }),
  contract: optionalRule({ between: many(z.enum(['operator', 'site'])) }),
  termination: optionalRule({
    decidedBy: party,
    onSubmissionOfOperator: z.boolean(),
    grounds: many(z.strictObject({ code, text, proposedBy: z.enum(['operator', 'organisation', 'either']) })),
  }),
  consequences: optionalRule({
    list: many(
      z.strictObject({
        missed: z.enum(missedDays),
        times: z.int().min(1).max(20),
        days: z.int().min(1).max(365),
        follows: z.enum(outcomes),
        ground: text.nullable(),
        clause: clauses,
      }),
    ),
  }),
  attachments: optionalRule({ by: z.literal('order'), publicWords: wordsSchema }),
}

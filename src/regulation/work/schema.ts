import { z } from 'zod'
import { periodKinds } from '../../kernel/periods.ts'
import { dayExpression, monthDay } from '../calendar/days.ts'
import { postKind } from '../dictionary.ts'
import { cellTypes, fieldOf, lineTypes } from '../fields.ts'
import { planMeanings, reportMeanings } from '../kinds.ts'
import { stepOf } from '../procedure.ts'
import { clauses, code, many, optionalRule, party, rule, text } from '../rule.ts'
import { wordsSchema } from '../words.ts'

/** What a paper may say of trainees, each in a clause of its own. */
export const traineeParts = [
  'individualPlan',
  'tryOuts',
  'measurements',
  'selfAssessment',
  'contingent',
  'formats',
  'routes',
  'adaptation',
] as const

export const invitedHeads = ['siteHeads', 'attachedHeads', 'organisationHeads'] as const

/** A report the paper asks for: of each period, or of each practice that is finished. `title` is what it is called where there are several. */
const reportKind = z.strictObject({
  code,
  title: text.nullable(),
  unit: z.enum([...periodKinds, 'practice']),
  due: dayExpression.nullable(),
  to: party,
  /** How it is accepted, step by step. */
  chain: many(stepOf(['consider', 'defend', 'accept'])),
  /** Put together from the plan and what was done, or a card of figures alone. */
  form: z.enum(['assembled', 'card']).default('assembled'),
  /** Sections of the report beside what is assembled: conclusions, and whatever else the paper wants written; the figures of a card. */
  criteria: z.array(fieldOf([...reportMeanings, ...lineTypes])),
  clause: clauses,
})

/**
 * What a site plans, does and reports. A column `activityAndForm` is both at once, which is how these regulations word it («мероприятия и
 * формы их проведения»).
 */
export const workRules = {
  /** Where the paper is silent, an academic year begins on 1 September. */
  academicYear: optionalRule({ begins: monthDay }),
  /** Who agrees the programme of a site before trainees come. */
  programmeAgreement: optionalRule({ chain: many(stepOf(['discuss', 'agree'])) }),
  directions: optionalRule({ list: many(z.strictObject({ code, label: text })) }),
  forms: rule({ catalogue: many(z.strictObject({ code, label: text, remote: z.boolean(), clause: clauses })) }),
  /** `only`: sites work at a distance and no other way. */
  remoteWork: optionalRule({ means: many(text), only: z.boolean().default(false) }),
  plan: rule({
    words: wordsSchema,
    period: z.enum(periodKinds),
    /** None: the paper names no columns, and the plan has the usual ones. */
    columns: z.array(fieldOf([...planMeanings, ...cellTypes])),
    chain: many(stepOf(['discuss', 'agree', 'approve'])),
    headSignature: text,
  }),
  planVersions: optionalRule({ reasonRequired: z.literal(true) }),
  roadmap: optionalRule({ purpose: text }),
  report: optionalRule({ kinds: many(reportKind).meta({ codes: 'report' }) }),
  /** Whom they are held with: heads of the sites, of the schools attached to them, of every organisation. */
  meetings: optionalRule({ kinds: many(z.strictObject({ code, text, clause: clauses, invited: many(z.enum(invitedHeads)) })) }),
  consulting: optionalRule({ what: text }),
  trainees: optionalRule({
    individualPlan: z.boolean(),
    tryOuts: z.boolean(),
    measurements: z.boolean(),
    selfAssessment: z.boolean(),
    routes: z.boolean(),
    adaptation: z.boolean(),
    /** Who may come; without posts the paper means whoever calls themselves so. */
    contingent: many(z.strictObject({ text, posts: z.array(postKind) })),
    /** In what form it may run; `licensed`: within a further-training programme, which needs the holder of a licence. */
    formats: z.array(z.strictObject({ text, licensed: z.boolean() })),
    /** Who leads a trainee; none where the paper names nobody, then it is the head of the site. */
    guide: z.array(party),
    /** Which clause says which of it, where the rule comes from several: without it a clause would be named for what it does not say. */
    grounds: z.array(z.strictObject({ of: z.enum(traineeParts), clause: clauses })).default([]),
  }),
  /** What the paper rests on what people lack: routes that teach it, mentors for those who lack it. */
  deficits: optionalRule({ serve: z.enum(['routes', 'mentoring']) }),
  practices: optionalRule({ what: text }),
  monitoring: optionalRule({ by: z.enum(['authority', 'operator', 'site']) }),
  qualityMonitoring: optionalRule({ period: z.literal('academicYear') }),
}

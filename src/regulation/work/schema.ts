import { z } from 'zod'
import { planColumn } from '../kinds.ts'
import { clauses, code, listed, many, optionalRule, rule, text } from '../rule.ts'
import { wordsSchema } from '../words.ts'

const planStep = z.strictObject({
  act: z.enum(['discuss', 'agree', 'approve']),
  by: z.enum(['operator', 'authority', 'head', 'coordinator']),
  caption: text,
  clause: clauses,
})
export type PlanStep = z.infer<typeof planStep>

/**
 * What a site plans, does and reports. A plan without a column `form` shows the form of work in the cell of the activity, which is how
 * these regulations word it («мероприятия и формы их проведения»).
 */
export const workRules = {
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
  monitoring: optionalRule({ by: z.enum(['authority', 'operator', 'site']) }),
  qualityMonitoring: optionalRule({ period: z.literal('academicYear') }),
}

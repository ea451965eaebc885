import { z } from 'zod'
import { body, statusSteps } from '../kinds.ts'
import { actName, clauses, code, many, optionalRule, rule, text } from '../rule.ts'
import { wordsSchema } from '../words.ts'

const term = z.discriminatedUnion('kind', [
  z.strictObject({ clause: clauses, kind: z.literal('longest'), months: z.int().min(1) }),
  z.strictObject({ clause: clauses, kind: z.literal('fixed'), from: z.iso.date(), to: z.iso.date() }),
])

/** How a status is given, for how long, and how it ends. */
export const statusRules = {
  status: rule({
    grantedBy: body,
    act: actName,
    onSubmissionOfOperator: z.boolean(),
    steps: many(z.enum(statusSteps)),
  }),
  siteList: optionalRule({ approvedBy: body, act: actName, columns: many(text) }),
  term: term.nullable(),
  contract: optionalRule({ between: many(z.enum(['operator', 'site'])) }),
  termination: optionalRule({
    decidedBy: z.enum(['authority', 'operator', 'organisation']),
    grounds: many(z.strictObject({ code, text, proposedBy: z.enum(['operator', 'organisation', 'either']) })),
  }),
  attachments: optionalRule({ by: z.literal('order'), publicWords: wordsSchema }),
}

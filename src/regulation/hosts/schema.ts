import { z } from 'zod'
import { initiator, organisationKind } from '../kinds.ts'
import { code, many, optionalRule, rule, text } from '../rule.ts'

const criterion = z.strictObject({ code, text, evidence: z.enum(['file', 'link', 'register']) })
export type Criterion = z.infer<typeof criterion>

/** Who may become a site, and who asks for it. */
export const hostRules = {
  initiators: optionalRule({ who: many(initiator) }),
  hostKinds: rule({ kinds: many(organisationKind) }),
  joint: optionalRule({ headChosenCollegially: z.boolean() }),
  eligibility: optionalRule({
    all: z.array(criterion),
    atLeast: z.strictObject({ count: z.int().min(1), of: many(criterion) }).nullable(),
  }),
}

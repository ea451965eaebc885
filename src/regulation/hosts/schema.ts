import { z } from 'zod'
import { kindSchema, organisationKind } from '../dictionary.ts'
import { codeOfName } from '../editor/inputs.ts'
import { code, many, optionalRule, party, rule, text } from '../rule.ts'

const criterion = z.strictObject({ code, text, evidence: z.enum(['file', 'link', 'register']) })
export type Criterion = z.infer<typeof criterion>

/** Who may become a site, and who asks for it. */
export const hostRules = {
  /** Kinds of those who apply, posts and categories that the paper names and no dictionary has yet. */
  kinds: z.array(kindSchema).meta({ codes: codeOfName }).default([]),
  initiators: optionalRule({ who: many(party) }),
  hostKinds: rule({ kinds: many(organisationKind) }),
  joint: optionalRule({ headChosenCollegially: z.boolean() }),
  eligibility: optionalRule({
    all: z.array(criterion),
    atLeast: z.strictObject({ count: z.int().min(1), of: many(criterion) }).nullable(),
  }),
}

import { z } from 'zod'
import { category, kindSchema, organisationKind, postKind } from '../dictionary.ts'
import { codeOfName } from '../editor/inputs.ts'
import { clauses, code, many, optionalRule, party, rule, text } from '../rule.ts'

const criterion = z.strictObject({ code, text, evidence: z.enum(['file', 'link', 'register']) })
/** The number of the group a condition counts in, as the list of groups is read from the top; none: it has to be met. */
const group = z.int().min(1).max(20).nullable().default(null)

/** What the system knows and checks by itself: of each who applies, of whoever is to head the site, of a figure of the application. */
const checked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('applicant'), kinds: many(organisationKind) }),
  z.strictObject({ kind: z.literal('post'), posts: many(postKind) }),
  z.strictObject({ kind: z.literal('category'), categories: many(category) }),
  z.strictObject({ kind: z.literal('service'), years: z.int().min(1).max(60) }),
  z.strictObject({
    kind: z.literal('figure'),
    item: text,
    compare: z.enum(['atLeast', 'atMost']),
    value: z.int().min(0).max(1_000_000),
  }),
])
export type Checked = z.infer<typeof checked>

/** A group of conditions of which all, any or so many are wanted; `within` is the number of the group it counts in itself. */
const groupOfConditions = z.strictObject({
  how: z.enum(['all', 'any', 'atLeast']),
  count: z.int().min(1).max(50).nullable(),
  within: z.int().min(1).max(20).nullable(),
  clause: clauses,
})
export type Criterion = z.infer<typeof criterion>

/** Who may become a site, and who asks for it. */
export const hostRules = {
  /** Kinds of those who apply, posts and categories that the paper names and no dictionary has yet. */
  kinds: z.array(kindSchema).meta({ codes: codeOfName }).default([]),
  initiators: optionalRule({ who: many(party) }),
  hostKinds: rule({ kinds: many(organisationKind) }),
  joint: optionalRule({ headChosenCollegially: z.boolean() }),
  eligibility: optionalRule({
    all: z.array(criterion.extend({ group, clause: clauses.default([]) })),
    atLeast: z.strictObject({ count: z.int().min(1), of: many(criterion) }).nullable(),
    checks: z
      .array(z.strictObject({ code, group, checked, clause: clauses }))
      .meta({ codes: 'check' })
      .default([]),
    groups: z.array(groupOfConditions).default([]),
  }),
}

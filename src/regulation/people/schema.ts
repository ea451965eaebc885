import { z } from 'zod'
import { category, postKind } from '../dictionary.ts'
import { code, many, optionalRule, party, rule, text } from '../rule.ts'
import { wordsSchema } from '../words.ts'

/**
 * A role somebody may be given on a site. The code of one that the product knows (`appointmentKinds`) is its meaning: the head sends plans,
 * the coordinator looks after, an expert reviews. Any other is the paper's own and is given, shown and counted like them.
 */
export const roleSchema = rule({
  code,
  words: wordsSchema,
  appointedBy: party,
  agreedBy: z.array(party),
  chosen: z.enum(['appointed', 'elected', 'collegially']).default('appointed'),
  /** How many may hold it on one site at a time. */
  most: z.int().min(1).max(999).nullable(),
})
export type RegulationRole = z.infer<typeof roleSchema>

/** Who runs a site and who takes part. `posts: null` means any post; `atHost` asks for a post in a host organisation. */
export const peopleRules = {
  head: optionalRule({
    posts: many(postKind).nullable(),
    categories: z.array(category),
    achievements: z.boolean(),
    atHost: z.boolean(),
  }),
  headDuties: optionalRule({ list: many(text) }),
  roles: z.array(roleSchema).meta({ codes: 'role' }),
  /** `proposes`: whoever takes part proposes what goes into the plan. */
  memberDuties: optionalRule({ list: many(text), proposes: z.boolean().default(false) }),
  coordinator: optionalRule({ from: z.literal('methodistsOfAuthority'), everySite: z.boolean() }),
  mentoring: optionalRule({ forWhom: text }),
  workingGroups: optionalRule({ byDirections: z.boolean() }),
  acquaintance: optionalRule({ who: z.literal('headsOfOrganisations') }),
  priorityForTraining: optionalRule({ who: text }),
}

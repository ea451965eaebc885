import { z } from 'zod'
import { appointmentKind, category, postKind } from '../kinds.ts'
import { many, optionalRule, rule, text } from '../rule.ts'
import { wordsSchema } from '../words.ts'

const role = rule({
  words: wordsSchema,
  appointedBy: z.enum(['authority', 'operator', 'organisation', 'headOfSite', 'collegially']),
})
export type RegulationRole = z.infer<typeof role>

/** Who runs a site and who takes part. `posts: null` means any post; `atHost` asks for a post in a host organisation. */
export const peopleRules = {
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
  mentoring: optionalRule({ forWhom: text }),
  workingGroups: optionalRule({ byDirections: z.boolean() }),
  acquaintance: optionalRule({ who: z.enum(['headsOfOrganisations', 'municipalAuthorities']) }),
  priorityForTraining: optionalRule({ who: text }),
}

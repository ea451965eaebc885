import { z } from 'zod'
import { publishedThing } from '../kinds.ts'
import { clauses, code, many, optionalRule, text } from '../rule.ts'

/** What everybody may see, and what a site lives on. */
export const opennessRules = {
  equipment: optionalRule({ providedBy: z.enum(['head', 'organisation']) }),
  finance: optionalRule({ sources: many(z.strictObject({ code, label: text })), guaranteed: z.boolean() }),
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

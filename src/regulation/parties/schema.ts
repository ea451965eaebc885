import { z } from 'zod'
import { body, code, many, optionalRule, party, text } from '../rule.ts'
import { wordsSchema } from '../words.ts'

const named = { name: text, short: wordsSchema }

/** How a body decides at a meeting: how many of its members have to be there, and who has to agree. */
const vote = z.strictObject({
  members: z.int().min(1).max(999),
  quorum: z.int().min(1).max(999),
  majority: z.enum(['present', 'members', 'twoThirds']).default('present'),
})
const furtherBody = z.strictObject({ code, ...named, vote: vote.nullable() })

/**
 * Who is who: the body that rules, the one that runs the network, and any further one. What a party of the regulation does, other rules
 * say by its code: a body, the organisation of the site (`organisation`) or a role.
 */
export const partyRules = {
  siteWords: wordsSchema,
  bodies: z.strictObject({
    authority: z.strictObject(named),
    operator: z.strictObject(named),
    further: z.array(furtherBody).meta({ codes: 'body' }),
  }),
  guidance: optionalRule({ by: party, functions: many(text) }),
  council: optionalRule({ who: body }),
}

import { z } from 'zod'
import { body } from '../kinds.ts'
import { many, optionalRule, text } from '../rule.ts'
import { wordsSchema } from '../words.ts'

const bodySchema = z.strictObject({ name: text, short: wordsSchema })

/** Who is who. */
export const partyRules = {
  siteWords: wordsSchema,
  bodies: z.strictObject({
    authority: bodySchema,
    operator: bodySchema,
    council: z.strictObject({ name: text }).nullable(),
  }),
  guidance: optionalRule({ by: body, functions: many(text) }),
  council: optionalRule({ name: text }),
}

import { z } from 'zod'
import { keysOf } from '../kernel/records.ts'

/** The five forms of a noun phrase the screens need; `many` is the nominative plural. */
export const wordsSchema = z.strictObject({
  nominative: z.string().min(1),
  genitive: z.string().min(1),
  dative: z.string().min(1),
  instrumental: z.string().min(1),
  many: z.string().min(1),
})
export type Words = z.infer<typeof wordsSchema>
export type WordForm = keyof Words
export const wordForms: readonly WordForm[] = keysOf(wordsSchema.shape)

/** Builds the forms of a word: `declined('наставник', 'наставника', 'наставнику', 'наставником', 'наставники')`. */
export function declined(nominative: string, genitive: string, dative: string, instrumental: string, many: string): Words {
  return { nominative, genitive, dative, instrumental, many }
}

import { z } from 'zod'
import { inputOf } from '../editor/inputs.ts'
import { clauses, text } from '../rule.ts'

/**
 * How the paper speaks of a rule, beside the rule itself, so that a rule nobody may act on stays `null`: in which sentence it says it, that it
 * forbids it, or that it says two things of which a person still has to choose. A rule without a value and without such a note: silence.
 */
export const provision = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('said'), sentence: text }),
  z.strictObject({ state: z.literal('forbidden'), clause: clauses }),
  z.strictObject({ state: z.literal('conflict'), readings: z.array(z.strictObject({ text, clause: clauses })).min(2) }),
])
/** What a person fills in for it. */
export const noteInput = inputOf('provision', provision)
export type ProvisionNote = z.infer<typeof provision>

/** By the key of the rule, `attachments` or `roles.mentor`. */
export const provisionRules = { provisions: z.record(text, provision).default({}) }

import { z } from 'zod'
import { organisationKind } from '../dictionary.ts'
import { inputOf } from '../editor/inputs.ts'
import { many, text } from '../rule.ts'

/** When an exception holds: for a theme, for kinds of organisations, for a site of several organisations. */
const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('theme'), theme: text }),
  z.strictObject({ kind: z.literal('organisation'), kinds: many(organisationKind) }),
  z.strictObject({ kind: z.literal('joint') }),
])
export type Condition = z.infer<typeof condition>

/** Another value of a rule, with clauses of its own, where its condition holds; `over`: it goes before others that hold at once. */
const exception = z.strictObject({ when: condition, over: z.boolean(), value: z.unknown() })
export type Exception = z.infer<typeof exception>

/** What a person fills in for it, apart from the value, which is filled in as that of its rule. */
export const exceptionSchema = z.strictObject({ when: condition, over: z.boolean() })
export const exceptionInput = inputOf('exception', exceptionSchema)

/** By the key of the rule: «до трёх лет; на тему года — на один год». */
export const exceptionRules = { exceptions: z.record(text, z.array(exception)).default({}) }

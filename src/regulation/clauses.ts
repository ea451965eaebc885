import { z } from 'zod'
import { readReference } from '../kernel/clause-reference.ts'
import { actNames } from './acts.ts'

/**
 * One provision of a regulation. `number` is unique and is what rules name; `label` is the number as the source prints it, kept literally
 * (`''` where the source prints none); `cite` is how an official would refer to it, when «п. 1.6» would not do. In `body` a string is a
 * paragraph and an array is a list.
 */
export type Clause = {
  readonly number: string
  readonly kind: 'section' | 'clause' | 'appendix' | 'point'
  readonly label: string
  readonly cite?: string | undefined
  readonly title?: string | undefined
  readonly body: readonly (string | readonly string[])[]
  readonly clauses: readonly Clause[]
}

const words = z.string().min(1)

export const clauseSchema: z.ZodType<Clause> = z.strictObject({
  number: words,
  kind: z.enum(['section', 'clause', 'appendix', 'point']),
  label: z.string(),
  cite: words.optional(),
  title: words.optional(),
  body: z.array(z.union([words, z.array(words).min(1)])),
  get clauses() {
    return z.array(clauseSchema)
  },
})

/** How a rule names a point of the act that put the regulation in force, whatever that act is called: «приказ 4.2». */
export const ofEnactingAct = `${actNames.order} `
/** The number of a point of the enacting act as it is printed; null for a clause of the regulation itself. */
export function pointNumber(clause: string): string | null {
  const { number } = readReference(clause)
  return number.startsWith(ofEnactingAct) ? number.slice(ofEnactingAct.length) : null
}

/** What stands before the points of the enacting act, as a rule names it. */
export const preamble = `${ofEnactingAct}преамбула`
/** «п. 4.2 приказа», «преамбула приказа». */
export const pointOf = (point: string, act: string): string => `${/^\d/.test(point) ? 'п. ' : ''}${point} ${act}`

/** Every clause of a tree, each parent before its children. */
export function* walk(clauses: readonly Clause[]): Generator<Clause> {
  for (const one of clauses) {
    yield one
    yield* walk(one.clauses)
  }
}

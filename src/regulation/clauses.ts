import { z } from 'zod'
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

type Body = Clause['body'][number]
const isClause = (part: Body | Clause): part is Clause => typeof part === 'object' && 'number' in part

function build(
  kind: Clause['kind'],
  number: string,
  label: string,
  title: string | undefined,
  parts: readonly (Body | Clause)[],
): Clause {
  const body = parts.filter((part): part is Body => !isClause(part))
  return { number, kind, label, ...(title === undefined ? {} : { title }), body, clauses: parts.filter(isClause) }
}

/** A section with its heading: `section('3', 'Присвоение статуса', clause('3.1', …))`. */
export const section = (number: string, title: string, ...parts: (Body | Clause)[]) =>
  build('section', number, `${number}.`, title, parts)

/** A numbered provision: its paragraphs (strings), lists (arrays) and sub-clauses in the order of the source. */
export const clause = (number: string, ...parts: (Body | Clause)[]) => build('clause', number, `${number}.`, undefined, parts)

/** An appendix; rules name it as «прил. 1». */
export function appendix(order: number, title: string, ...parts: (Body | Clause)[]): Clause {
  return { ...build('appendix', `прил. ${order}`, `Приложение ${order}`, title, parts), cite: `приложение ${order} к Положению` }
}

/** How a rule names a point of the act that put the regulation in force, whatever that act is called: «приказ 4.2». */
const ofEnactingAct = `${actNames.order} `
/** The number of a point of the enacting act as it is printed; null for a clause of the regulation itself. */
export const pointNumber = (clause: string): string | null =>
  clause.startsWith(ofEnactingAct) ? clause.slice(ofEnactingAct.length) : null

/** A point of the act that put the regulation in force: rules name it as «приказ 4.2». */
export const point = (number: string, ...parts: Body[]) =>
  build('point', `${ofEnactingAct}${number}`, `${number}.`, undefined, parts)

/** The same clause with another printed number or another way to be cited. */
export const printed = (given: Clause, as: { label?: string; cite?: string }): Clause => ({ ...given, ...as })

/** Every clause of a tree, each parent before its children. */
export function* walk(clauses: readonly Clause[]): Generator<Clause> {
  for (const one of clauses) {
    yield one
    yield* walk(one.clauses)
  }
}

import type { z } from 'zod'
import { partOf } from '../../kernel/records.ts'
import { no, type Result, type RuleRefusal, refuseRule } from '../../kernel/result.ts'
import { problemsHere } from '../../regulation/approval.ts'
import { type Clause, walk } from '../../regulation/clauses.ts'
import { captionOf, captions } from '../../regulation/editor/captions.ts'
import type { Entry } from '../../regulation/editor/entries.ts'
import type { Input, Parts } from '../../regulation/editor/inputs.ts'
import { saidOfRule } from '../../regulation/editor/problems.ts'
import type { Regulation } from '../../regulation/schema.ts'

/** What is written by a form that follows from its schema: a rule, or an example. */
type Written = Pick<Entry, 'title' | 'captions' | 'input'>

/** The caption of a place in a rule, without the numbers of its rows. */
function placeOf(entry: Written, path: readonly PropertyKey[]): string {
  const names = path.filter((step) => typeof step === 'string')
  for (let most = names.length; most >= 0; most--) {
    const key = [entry.captions, ...names.slice(0, most)].join('.')
    if (key in captions) return captionOf(key)
  }
  return entry.title
}

/** The row that is meant, the innermost, counted from one; null outside of lists. */
const rowOf = (path: readonly PropertyKey[]): number | null => {
  const at = path.findLast((step) => typeof step === 'number')
  return at === undefined ? null : Number(at) + 1
}

/** What is filled in at a place of a rule, and the field it stands in: a part of one shape stands under the name of its shape. */
function placeIn(entry: Written, path: readonly PropertyKey[], value: unknown): { input: Input; field: string[] } {
  let [input, inside] = [entry.input, value]
  const field = ['value']
  for (const step of path) {
    const name = String(step)
    if (input.as === 'shapes' && name !== input.by && name !== 'clause') field.push(String(partOf(inside, input.by) ?? ''))
    field.push(name)
    input = partsAt(input, inside)[name] ?? input
    inside = partOf(inside, name)
  }
  return { input, field }
}

function partsAt(input: Input, value: unknown): Parts {
  if (input.as === 'shapes') return input.of[String(partOf(value, input.by) ?? '')] ?? {}
  return input.as === 'group' || input.as === 'rows' ? input.of : {}
}

/** How a place is put right, before what it is called. */
function adviceOn(input: Input): string {
  switch (input.as) {
    case 'number':
      return `Напишите целое число от ${input.least} до ${input.most}`
    case 'day':
      return 'Напишите день, месяц и год, например 1 сентября 2026'
    case 'monthDay':
      return 'Напишите день, который есть в каждом году, например 15 июня'
    case 'one':
    case 'party':
    case 'yesNo':
    case 'shapes':
      return 'Выберите ответ'
    case 'several':
    case 'parties':
      return 'Отметьте хотя бы одно'
    case 'numbers':
      return 'Напишите целые числа через запятую'
    case 'rows':
    case 'lines':
      return 'Добавьте хотя бы одну строку'
    default:
      return 'Заполните'
  }
}

const asksClause = (path: readonly PropertyKey[]) => path.at(-1) === 'clause'

/** What keeps a typed rule from being stored, each at its field. */
export function whyNotRead(entry: Written, issues: readonly z.core.$ZodIssue[], value: unknown): RuleRefusal[] {
  const seen = new Set<string>()
  return issues.flatMap((issue) => {
    const at = placeIn(entry, issue.path, value).input
    const path =
      issue.code === 'invalid_union' && at.as === 'shapes' && issue.path.at(-1) !== at.by ? [...issue.path, at.by] : issue.path
    const place = placeIn(entry, path, value)
    const field = place.field.join('.')
    if (seen.has(field)) return []
    seen.add(field)
    const what = placeOf(entry, path)
    const row = rowOf(path)
    const params = { what, how: adviceOn(place.input), ...(row === null ? {} : { row }) }
    return [no(asksClause(path) ? 'edition.clauseMissing' : 'edition.valueMissing', { field, params })]
  })
}

/** Clauses that a typed rule names and the text does not have, each at its field. */
export function clausesNotThere(entry: Written, regulation: Regulation, value: unknown): RuleRefusal[] {
  const all = [...walk(regulation.clauses), ...walk(regulation.orderPoints?.points ?? [])]
  const known = new Set(all.map(({ number }) => number))
  return clausesNamed(value).flatMap(({ path, clause }) => {
    const unknown = clause.filter((number) => !known.has(number))
    if (unknown.length === 0) return []
    const { field } = placeIn(entry, [...path, 'clause'], value)
    return [no('edition.clauseUnknown', { field: field.join('.'), params: { clauses: unknown.join(', ') } })]
  })
}

/** Every part of a value that names clauses. */
function clausesNamed(value: unknown, path: readonly string[] = []): { path: readonly string[]; clause: readonly string[] }[] {
  if (typeof value !== 'object' || value === null) return []
  const clause = partOf(value, 'clause')
  const own = Array.isArray(clause) ? [{ path, clause: clause.map(String) }] : []
  return [...own, ...Object.entries(value).flatMap(([name, one]) => clausesNamed(one, [...path, name]))]
}

/** More clauses than any Положение has: it is some other text. */
const mostClauses = 500
export function tooLong(clauses: readonly Clause[], field = 'file'): Result<never> | null {
  const count = [...walk(clauses)].length
  return count > mostClauses ? refuseRule('edition.tooLong', { field, params: { count, most: mostClauses } }) : null
}

/** An edition with what its check has to know of the territory. */
type Checked = { readonly regulation: Regulation; readonly offices: ReadonlySet<string> }

/** What keeps an edition from being approved, by the key of the rule; `text` for what is wrong with the clauses themselves, `examples` for examples. */
export function problemsByRule({ regulation, offices }: Checked): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const problem of problemsHere(regulation, offices)) {
    const { of, text } = saidOfRule(problem)
    // Of several rows of one rule the same is said once.
    const said = found.get(of) ?? []
    if (!said.includes(text)) found.set(of, [...said, text])
  }
  return found
}

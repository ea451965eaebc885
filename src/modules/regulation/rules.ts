import type { z } from 'zod'
import { partOf } from '../../kernel/records.ts'
import { no, type Result, type RuleRefusal, refuseRule } from '../../kernel/result.ts'
import { approvalProblems } from '../../regulation/approval.ts'
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

/** The row that is meant, counted from one; null outside of lists. */
const rowOf = (path: readonly PropertyKey[]): number | null => {
  const at = path.find((step) => typeof step === 'number')
  return at === undefined ? null : Number(at) + 1
}

/** What is filled in at a place of a rule. */
function inputAt(entry: Written, path: readonly PropertyKey[], shape: string | null): Input {
  let at: Input = entry.input
  for (const step of path) {
    if (typeof step !== 'string') continue
    const parts: Parts = at.as === 'group' || at.as === 'rows' ? at.of : at.as === 'shapes' ? (at.of[shape ?? ''] ?? {}) : {}
    at = parts[step] ?? at
  }
  return at
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
  const shape = entry.input.as === 'shapes' ? String(partOf(value, entry.input.by) ?? '') : null
  const seen = new Set<string>()
  return issues.flatMap((issue) => {
    const path = issue.code === 'invalid_union' && shape !== null && entry.input.as === 'shapes' ? [entry.input.by] : issue.path
    // A part of one shape stands in the form under the name of its shape.
    const inShape = shape !== null && path[0] !== 'clause' && !(entry.input.as === 'shapes' && path[0] === entry.input.by)
    const field = ['value', ...(inShape ? [shape] : []), ...path].join('.')
    if (seen.has(field)) return []
    seen.add(field)
    const what = placeOf(entry, path)
    const row = rowOf(path)
    const params = { what, how: adviceOn(inputAt(entry, path, shape)), ...(row === null ? {} : { row }) }
    return [no(asksClause(path) ? 'edition.clauseMissing' : 'edition.valueMissing', { field, params })]
  })
}

/** More clauses than any Положение has: it is some other text. */
const mostClauses = 500
export function tooLong(clauses: readonly Clause[], field = 'file'): Result<never> | null {
  const count = [...walk(clauses)].length
  return count > mostClauses ? refuseRule('edition.tooLong', { field, params: { count, most: mostClauses } }) : null
}

/** What keeps an edition from being approved, by the key of the rule; `text` for what is wrong with the clauses themselves, `examples` for examples. */
export function problemsByRule(regulation: Regulation): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const problem of approvalProblems(regulation)) {
    const { of, text } = saidOfRule(problem)
    // Of several rows of one rule the same is said once.
    const said = found.get(of) ?? []
    if (!said.includes(text)) found.set(of, [...said, text])
  }
  return found
}

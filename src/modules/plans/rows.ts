import type { RuleRefusal } from '../../kernel/result.ts'
import { type OwnField, ownRefused, ownTyped } from '../../regulation/fields.ts'
import type { Line } from './model.ts'
import { isEmptyLine, type TypedLine } from './rules.ts'

/** A row of the table; a new row has no key. */
export type Row = Omit<Line, 'key'> & { readonly key: string | null }
/** A row as a person sent it: what stands in the columns of the paper's own is still as it was typed. */
export type SentRow = Omit<Row, 'own'> & { readonly own?: unknown }

/** The rows with what was typed into the columns of the paper's own, and what of it cannot be kept. */
export function readRows(rows: readonly SentRow[], columns: readonly OwnField[]): { rows: Row[]; wrong: RuleRefusal[] } {
  const read = rows.map((row) => ({ row, typed: ownTyped(columns, row.own) }))
  return {
    rows: read.map(({ row, typed }) => ({ ...row, own: typed.values })),
    wrong: read.flatMap(({ typed }, at) => ownRefused(typed.wrong, `lines.${at}.`)),
  }
}

/**
 * The plan a typed table makes. Lines that already have a report are facts: they stay as stored, whatever was sent. Empty rows are dropped. A key is
 * kept when the plan knows it; otherwise the row gets a new one.
 */
export function mergeRows(
  rows: readonly Row[],
  given: { stored: readonly Line[]; executed: ReadonlySet<string>; knownKeys: ReadonlySet<string>; newKey: () => string },
): TypedLine[] {
  const { stored, executed, knownKeys, newKey } = given
  const fixed = new Map(stored.filter((line) => executed.has(line.key)).map((line) => [line.key, line]))
  const sent = new Set(rows.map((row) => row.key))
  const kept = [...fixed.values()].filter((line) => !sent.has(line.key)).map((line) => ({ line, row: -1 }))
  const used = new Set<string>(kept.map(({ line }) => line.key))
  const merged: TypedLine[] = []
  rows.forEach((row, index) => {
    const fact = row.key === null ? undefined : fixed.get(row.key)
    if (fact === undefined && isEmptyLine(row)) return
    if (fact !== undefined && used.has(fact.key)) return
    const key = row.key !== null && knownKeys.has(row.key) && !used.has(row.key) ? row.key : newKey()
    used.add(key)
    merged.push({ line: fact ?? { ...row, key }, row: index })
  })
  return [...kept, ...merged]
}

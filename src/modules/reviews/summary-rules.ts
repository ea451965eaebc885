import { byName } from '../../kernel/names.ts'
import type { SummaryRow } from './model.ts'

export const summaryOrders = ['number', 'organisation', 'median', 'mean', 'spread'] as const
export type SummaryOrder = (typeof summaryOrders)[number]

const figure = (value: number | null): number => value ?? Number.NEGATIVE_INFINITY

const compare: Readonly<Record<SummaryOrder, (a: SummaryRow, b: SummaryRow) => number>> = {
  number: (a, b) => a.number - b.number,
  organisation: (a, b) => byName(a.organisations, b.organisations),
  median: (a, b) => figure(a.figures.median) - figure(b.figures.median),
  mean: (a, b) => figure(a.figures.mean) - figure(b.figures.mean),
  spread: (a, b) => figure(a.figures.spread) - figure(b.figures.spread),
}

/** The rows in the order asked for; equal ones by their number, and what has no figures yet stands last either way. */
export function sortedRows(rows: readonly SummaryRow[], order: SummaryOrder, down: boolean): SummaryRow[] {
  const unknown = (row: SummaryRow) => order !== 'number' && order !== 'organisation' && row.figures[order] === null
  return rows.toSorted((a, b) => {
    const [last, other] = [unknown(a), unknown(b)]
    if (last !== other) return last ? 1 : -1
    const first = compare[order](a, b)
    return (down ? -first : first) || a.number - b.number
  })
}

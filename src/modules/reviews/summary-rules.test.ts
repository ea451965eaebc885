// Proves R-31.
import { expect, test } from 'vitest'
import type { SummaryRow } from './model.ts'
import { type SummaryOrder, sortedRows } from './summary-rules.ts'

const row = (number: number, organisations: string, median: number | null, mean = median, spread = median) =>
  ({ number, organisations, figures: { median, mean, spread } }) as SummaryRow
const rows = [row(3, 'СОШ № 10', 70, 60, 5), row(1, 'СОШ № 2', null), row(2, 'СОШ № 1', 90, 50, 7), row(4, 'СОШ № 3', 70, 80, 6)]
const sorted = (order: SummaryOrder, down = false) => sortedRows(rows, order, down).map(({ number }) => number)

test('by number and by name, numbers in names as numbers', () => {
  expect(sorted('number')).toEqual([1, 2, 3, 4])
  expect(sorted('number', true)).toEqual([4, 3, 2, 1])
  expect(sorted('organisation')).toEqual([2, 1, 4, 3])
})
test('by figures, equal ones by number, those without figures last either way', () => {
  expect(sorted('median')).toEqual([3, 4, 2, 1])
  expect(sorted('median', true)).toEqual([2, 3, 4, 1])
  expect(sorted('mean')).toEqual([2, 3, 4, 1])
  expect(sorted('spread', true)).toEqual([2, 4, 3, 1])
})

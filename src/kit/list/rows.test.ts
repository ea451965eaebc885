import { describe, expect, test } from 'vitest'
import { mappedRows, pageOfRows, type Rows, readyRows } from './rows.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

describe('the page of a list', () => {
  test('is the one asked for, or the last one when it lies beyond', async () => {
    const rows = readyRows(numbers(51))
    expect(await pageOfRows(rows, 2, 25)).toMatchObject({
      page: 2,
      pages: 3,
      total: 51,
      isMore: false,
      rows: numbers(50).slice(25),
    })
    expect(await pageOfRows(rows, 999, 25)).toMatchObject({ page: 3, pages: 3, rows: [51] })
  })

  test('of nothing is the first', async () => {
    expect(await pageOfRows(readyRows([]), 7, 25)).toMatchObject({ page: 1, pages: 1, total: 0, rows: [] })
  })

  test('of a very long list is found too, though not all are counted', async () => {
    const rows = readyRows(numbers(10_060)) as Rows<number>
    const counted = { ...rows, count: async (most?: number) => Math.min(10_060, most ?? 10_060) }
    expect(await pageOfRows(counted, 1, 50)).toMatchObject({ page: 1, pages: 200, total: 10_000, isMore: true })
    expect(await pageOfRows(counted, 200, 50)).toMatchObject({ page: 200, pages: 201 })
    expect(await pageOfRows(counted, 201, 50)).toMatchObject({ page: 201, pages: 202, rows: numbers(10_050).slice(10_000) })
    expect(await pageOfRows(counted, 202, 50)).toMatchObject({ page: 202, pages: 202, rows: numbers(10_060).slice(10_050) })
    expect(await pageOfRows(counted, 9_999, 50)).toMatchObject({ page: 202, pages: 202 })
  })

  test('of a search that finds very much ends where the looking ended', async () => {
    const rows = { ...readyRows(numbers(1001)), most: 1000 }
    expect(await pageOfRows(rows, 1, 50)).toMatchObject({ page: 1, pages: 20, total: 1000, isMore: true })
    expect(await pageOfRows(rows, 21, 50)).toMatchObject({ page: 20, pages: 20, rows: numbers(1000).slice(950) })
    expect(await pageOfRows({ ...rows, count: async () => 1000 }, 21, 50)).toMatchObject({ page: 20, total: 1000, isMore: false })
  })
})

test('rows made into others keep their number and order', async () => {
  const rows = mappedRows(readyRows([1, 2, 3]), (one) => `№ ${one}`)
  expect([await rows.count(), await rows.page(2, 1)]).toEqual([3, ['№ 2', '№ 3']])
  const all: string[] = []
  for await (const batch of rows.batches()) all.push(...batch)
  expect(all).toEqual(['№ 1', '№ 2', '№ 3'])
})

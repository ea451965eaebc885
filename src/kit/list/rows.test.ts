import { describe, expect, test } from 'vitest'
import { mappedRows, pageOfRows, type Rows, readyRows } from './rows.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

/** Rows that stand each at its number, as the database has them; `deepest` is how many were passed over to find a page. */
function keyed(all: readonly number[], most?: number) {
  const seen = { deepest: 0 }
  const rows: Rows<number> = {
    ...readyRows(all),
    count: async (stop) => Math.min(all.length, stop ?? all.length),
    from: async (limit, { after = null, skip = 0, backwards = false }) => {
      seen.deepest = Math.max(seen.deepest, skip)
      const edge = after === null ? null : Number(after[0])
      const sorted = backwards ? [...all].reverse() : all
      const found = sorted.filter((one) => edge === null || (backwards ? one < edge : one > edge)).slice(skip, skip + limit)
      const placed = found.map((row) => ({ row, place: [String(row)] }))
      return backwards ? placed.reverse() : placed
    },
    most,
  }
  return { rows, seen }
}
const at = (one: number) => [String(one)]

describe('the page of a list', () => {
  test('is the one asked for, or the last one when it lies beyond', async () => {
    for (const rows of [readyRows(numbers(51)), keyed(numbers(51)).rows]) {
      const second = { page: 2, pages: 3, total: 51, isMore: false, first: 26, rows: numbers(50).slice(25) }
      expect(await pageOfRows(rows, { page: 2 }, 25)).toMatchObject(second)
      for (const page of [3, 999])
        expect(await pageOfRows(rows, { page }, 25)).toMatchObject({ page: 3, pages: 3, first: 51, rows: [51] })
    }
  })

  test('of nothing is the first', async () => {
    expect(await pageOfRows(readyRows([]), { page: 7 }, 25)).toMatchObject({ page: 1, pages: 1, total: 0, rows: [] })
    const beside = await pageOfRows(keyed([]).rows, { page: 2, after: at(25) }, 25)
    expect(beside).toMatchObject({ page: 1, pages: 1, total: 0, rows: [], edges: [null, null] })
  })

  test('beside another begins where that one ends, in both directions', async () => {
    const { rows, seen } = keyed(numbers(60))
    const second = await pageOfRows(rows, { page: 2, after: at(25) }, 25)
    expect(second).toMatchObject({ page: 2, pages: 3, first: 26, rows: numbers(50).slice(25), edges: [at(26), at(50)] })
    const third = await pageOfRows(rows, { page: 3, after: second.edges[1] }, 25)
    expect(third).toMatchObject({ page: 3, pages: 3, first: 51, rows: numbers(60).slice(50) })
    expect(await pageOfRows(rows, { page: 2, before: third.edges[0] }, 25)).toMatchObject(second)
    expect(await pageOfRows(rows, { page: 1, before: second.edges[0] }, 25)).toMatchObject({ page: 1, rows: numbers(25) })
    expect(seen.deepest).toBe(0)
  })

  test('shows no row twice and misses none when rows come and go meanwhile', async () => {
    const first = await pageOfRows(keyed(numbers(60)).rows, { page: 1 }, 25)
    const { rows } = keyed(numbers(60).filter((one) => one !== 3 && one !== 25))
    const second = await pageOfRows(rows, { page: 2, after: first.edges[1] }, 25)
    expect(second.rows).toEqual(numbers(50).slice(25))
    const last = await pageOfRows(rows, { page: 3, after: second.edges[1] }, 25)
    expect(last).toMatchObject({ page: 3, total: 58, first: 49, rows: numbers(60).slice(50) })
    const shrunk = keyed(numbers(30)).rows
    expect(await pageOfRows(shrunk, { page: 3, after: at(50) }, 25)).toMatchObject({
      page: 2,
      pages: 2,
      rows: [26, 27, 28, 29, 30],
    })
    expect(await pageOfRows(shrunk, { page: 2, before: at(4) }, 25)).toMatchObject({ page: 1, rows: numbers(25) })
  })

  test('by its number is looked for from the nearer end', async () => {
    const { rows, seen } = keyed(numbers(1010))
    const found = await Promise.all([20, 19, 4].map((page) => pageOfRows(rows, { page }, 50)))
    expect(found.map((page) => [page.first, page.rows.length, page.rows[0], page.pages])).toEqual([
      [951, 50, 951, 21],
      [901, 50, 901, 21],
      [151, 50, 151, 21],
    ])
    expect(await pageOfRows(rows, { page: 21 }, 50)).toMatchObject({ first: 1001, rows: numbers(1010).slice(1000) })
    expect(seen.deepest).toBe(150)
  })

  test('of a very long list goes on beyond what is counted, and no page passes over more than that', async () => {
    const { rows, seen } = keyed(numbers(10_160))
    expect(await pageOfRows(rows, { page: 1 }, 50)).toMatchObject({ page: 1, pages: 2, total: 10_000, isMore: true })
    const counted = await pageOfRows(rows, { page: 200 }, 50)
    expect(counted).toMatchObject({ page: 200, pages: 201, rows: numbers(10_000).slice(9950) })
    expect(await pageOfRows(rows, { page: 9999 }, 50)).toMatchObject(counted)
    const beyond = await pageOfRows(rows, { page: 201, after: counted.edges[1] }, 50)
    expect(beyond).toMatchObject({ page: 201, pages: 202, first: 10_001, rows: numbers(10_050).slice(10_000) })
    const next = await pageOfRows(rows, { page: 204, after: at(10_150) }, 50)
    expect(next).toMatchObject({ page: 204, pages: 204, rows: numbers(10_160).slice(10_150) })
    expect(seen.deepest).toBe(9950)
  })

  test('that fills the end of a very long list is the last one, and what followed it and is gone leads back to it', async () => {
    const { rows } = keyed(numbers(10_100))
    const last = { page: 202, pages: 202, first: 10_051, rows: numbers(10_100).slice(10_050) }
    expect(await pageOfRows(rows, { page: 202, after: at(10_050) }, 50)).toMatchObject(last)
    expect(await pageOfRows(rows, { page: 203, after: at(10_100) }, 50)).toMatchObject(last)
    expect(await pageOfRows(rows, { page: 201, before: at(10_051) }, 50)).toMatchObject({ page: 201, pages: 202 })
  })

  test('of a search that finds very much ends where the looking ended', async () => {
    const { rows } = keyed(numbers(1001), 1000)
    expect(await pageOfRows(rows, { page: 1 }, 50)).toMatchObject({ page: 1, pages: 20, total: 1000, isMore: true })
    expect(await pageOfRows(rows, { page: 21 }, 50)).toMatchObject({ page: 20, pages: 20, rows: numbers(1000).slice(950) })
    const all = keyed(numbers(1000), 1000).rows
    expect(await pageOfRows(all, { page: 21 }, 50)).toMatchObject({ page: 20, total: 1000, isMore: false })
  })
})

test('rows made into others keep their number, their order and their places', async () => {
  const rows = mappedRows(keyed([1, 2, 3]).rows, (one) => `№ ${one}`)
  expect([await rows.count(), await rows.page(2, 1)]).toEqual([3, ['№ 2', '№ 3']])
  expect(await rows.from(1, { after: at(2) })).toEqual([{ row: '№ 3', place: at(3) }])
  const all: string[] = []
  for await (const batch of rows.batches()) all.push(...batch)
  expect(all).toEqual(['№ 1', '№ 2', '№ 3'])
})

import { type RawBuilder, sql } from 'kysely'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'

/** The rows a list may show: counted, read page by page, and read whole for a file. */
export type Rows<Row> = {
  /** How many there are; with `most` the counting stops there. */
  readonly count: (most?: number) => Promise<number>
  readonly page: (limit: number, offset: number) => Promise<readonly Row[]>
  /** All of them, some at a time, so that a file of any length needs little memory. */
  readonly batches: () => AsyncIterable<readonly Row[]>
  /** Nobody pages through more than so many: whoever searches adds words. A file has them all. */
  readonly most?: number
}

/** Rows that are known already: few by their nature, or worked out by the program. */
export const readyRows = <Row>(rows: readonly Row[]): Rows<Row> => ({
  count: async () => rows.length,
  page: async (limit, offset) => rows.slice(offset, offset + limit),
  batches: async function* () {
    yield rows
  },
})

/** Whether a column holds the id of a row of this page: a joined summary of another table is made for these only, by one scan. */
type IsOfPage = (column: RawBuilder<unknown>) => RawBuilder<boolean>

type Question = {
  readonly select: RawBuilder<unknown>
  readonly from: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
  readonly order: RawBuilder<unknown>
  /** Under which name `from` is one table: then the rows of a page are found first, and `select` and `joins` work for these only. */
  readonly as?: string
  readonly joins?: RawBuilder<unknown> | ((isOfPage: IsOfPage) => RawBuilder<unknown>)
  /** While it is paged through, so many are looked for instead: a search that finds half of the register. */
  readonly paged?: { readonly where: RawBuilder<unknown>; readonly most: number }
}

const batchSize = 200
let cursors = 0

/** Rows the database finds. A file is read through a cursor. */
export function sqlRows<Row>(tx: Tx, { select, from, where, order, as, joins = sql``, paged }: Question): Rows<Row> {
  const asked = paged?.where ?? where
  const joined = (isOfPage: IsOfPage) => (typeof joins === 'function' ? joins(isOfPage) : joins)
  const found = (rest: RawBuilder<unknown>) =>
    as === undefined
      ? sql<Row>`select ${select} from ${from} where ${asked} order by ${order} ${rest}`
      : sql<Row>`with found as materialized (select ${sql.ref(as)}.* from ${from} where ${asked} order by ${order} ${rest})
          select ${select} from found ${sql.ref(as)} ${joined((column) => sql`${column} = any(array(select id from found))`)} order by ${order}`
  return {
    ...(paged && { most: paged.most }),
    count: async (most) => {
      const counted =
        most === undefined
          ? sql<{ total: number }>`select count(*)::int as total from ${from} where ${asked}`
          : sql<{ total: number }>`select count(*)::int as total from (select from ${from} where ${asked} limit ${most}) counted`
      return (await oneRow(tx, counted)).total
    },
    page: async (limit, offset) => (await found(sql`limit ${limit} offset ${offset}`).execute(tx)).rows,
    batches: async function* () {
      const cursor = sql.raw(`rows_of_list_${++cursors}`)
      await sql`declare ${cursor} no scroll cursor for select ${select} from ${from} ${joined(() => sql`true`)} where ${where} order by ${order}`.execute(
        tx,
      )
      for (;;) {
        const { rows } = await sql<Row>`fetch ${sql.raw(String(batchSize))} from ${cursor}`.execute(tx)
        if (rows.length > 0) yield rows
        if (rows.length < batchSize) return
      }
    },
  }
}

/** The same rows as another kind of thing, made one by one. */
export const mappedRows = <From, To>(rows: Rows<From>, make: (row: From) => To): Rows<To> => ({
  ...rows,
  count: rows.count,
  page: async (limit, offset) => (await rows.page(limit, offset)).map(make),
  batches: async function* () {
    for await (const batch of rows.batches()) yield batch.map(make)
  },
})

/** Beyond so many it is enough to know that there are more. */
const mostCounted = 10_000

export type FoundPage<Row> = {
  readonly rows: readonly Row[]
  readonly page: number
  readonly pages: number
  readonly total: number
  /** There are more than `total`. */
  readonly isMore: boolean
}

/** The page asked for, or the last one when it lies beyond. */
export async function pageOfRows<Row>(rows: Rows<Row>, asked: number, size: number): Promise<FoundPage<Row>> {
  const most = rows.most ?? mostCounted
  const [counted, first] = await Promise.all([rows.count(most + 1), rows.page(size, (asked - 1) * size)])
  const isMore = counted > most
  const total = isMore ? most : counted
  const pages = Math.max(1, Math.ceil(total / size))
  const read = async (page: number) => ({
    ...{ page, total, isMore },
    rows: page === asked ? first : await rows.page(size, (page - 1) * size),
  })
  if (asked <= pages || !isMore || rows.most !== undefined) {
    const found = await read(Math.min(asked, pages))
    return { ...found, pages: isMore && rows.most === undefined ? Math.max(pages, found.page + 1) : pages }
  }
  const deep = await read(asked)
  if (deep.rows.length > 0) return { ...deep, pages: deep.rows.length < size ? asked : asked + 1 }
  const last = Math.max(1, Math.ceil((await rows.count()) / size))
  return { ...(await read(last)), pages: last }
}

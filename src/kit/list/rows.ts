import { type RawBuilder, sql } from 'kysely'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import { beyond, type Keys, orderOf, type Place, placeOf } from './keys.ts'

/** From where rows are read, forwards or backwards from the end: after a row, then past so many more. */
export type From = { readonly after?: Place | null; readonly skip?: number; readonly backwards?: boolean }
/** A row with the place it stands at; rows that are known already have none. */
export type Found<Row> = { readonly row: Row; readonly place: Place | null }

/** The rows a list may show: counted, read page by page, and read whole for a file. */
export type Rows<Row> = {
  /** How many there are; with `most` the counting stops there. */
  readonly count: (most?: number) => Promise<number>
  readonly from: (limit: number, from: From) => Promise<readonly Found<Row>[]>
  readonly page: (limit: number, skip: number) => Promise<readonly Row[]>
  /** All of them, some at a time, so that a file of any length needs little memory. */
  readonly batches: () => AsyncIterable<readonly Row[]>
  /** Nobody pages through more than so many: whoever searches adds words. A file has them all. */
  readonly most?: number
}

/** Rows that are known already: few by their nature, or worked out by the program. */
export const readyRows = <Row>(rows: readonly Row[]): Rows<Row> => {
  const page: Rows<Row>['page'] = async (limit, skip) => rows.slice(skip, skip + limit)
  return {
    count: async () => rows.length,
    from: async (limit, { skip = 0, backwards }) => {
      const found = await page(limit, backwards ? Math.max(0, rows.length - skip - limit) : skip)
      return found.map((row) => ({ row, place: null }))
    },
    page,
    batches: async function* () {
      yield rows
    },
    most: Number.POSITIVE_INFINITY,
  }
}

/** Whether a column holds the id of a row of this page: a joined summary of another table is made for these only, by one scan. */
type IsOfPage = (column: RawBuilder<unknown>) => RawBuilder<boolean>

type Question = {
  readonly select: RawBuilder<unknown>
  readonly from: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
  readonly order: Keys
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
  const read: Rows<Row>['from'] = async (limit, { after = null, skip = 0, backwards = false }) => {
    const sorted = orderOf(order, backwards)
    const wanted = after?.length === order.length ? sql`${asked} and ${beyond(order, after, backwards)}` : asked
    const some = sql`from ${from} where ${wanted} order by ${sorted} limit ${limit} offset ${skip}`
    const columns = sql`${select}, ${placeOf(order)} as list_place`
    const statement =
      as === undefined
        ? sql<Row & { listPlace?: Place }>`select ${columns} ${some}`
        : sql<Row & { listPlace?: Place }>`with found as materialized (select ${sql.ref(as)}.* ${some}) select ${columns}
            from found ${sql.ref(as)} ${joined((column) => sql`${column} = any(array(select id from found))`)} order by ${sorted}`
    const { rows } = await statement.execute(tx)
    const found = rows.map((row) => {
      const place = row.listPlace ?? null
      delete row.listPlace
      return { row, place }
    })
    return backwards ? found.reverse() : found
  }
  return {
    ...(paged && { most: paged.most }),
    count: async (most) => {
      const counted =
        most === undefined
          ? sql<{ total: number }>`select count(*)::int as total from ${from} where ${asked}`
          : sql<{ total: number }>`select count(*)::int as total from (select from ${from} where ${asked} limit ${most}) counted`
      return (await oneRow(tx, counted)).total
    },
    from: read,
    page: async (limit, skip) => (await read(limit, { skip })).map(({ row }) => row),
    batches: async function* () {
      const cursor = sql.raw(`rows_of_list_${++cursors}`)
      await sql`declare ${cursor} no scroll cursor for select ${select} from ${from} ${joined(() => sql`true`)} where ${where} order by ${orderOf(order)}`.execute(
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
  from: async (limit, from) => (await rows.from(limit, from)).map(({ row, place }) => ({ row: make(row), place })),
  page: async (limit, offset) => (await rows.page(limit, offset)).map(make),
  batches: async function* () {
    for await (const batch of rows.batches()) yield batch.map(make)
  },
})

/** Beyond so many it is enough to know that there are more. */
const mostCounted = 10_000

/** Which page is asked for: by its number, or as the neighbour of a row at the edge of another one. */
export type AskedPage = { readonly page: number; readonly after?: Place | null; readonly before?: Place | null }

export type FoundPage<Row> = {
  readonly rows: readonly Row[]
  readonly page: number
  readonly pages: number
  readonly total: number
  /** There are more than `total`. */
  readonly isMore: boolean
  /** Which of all the first row is. */
  readonly first: number
  /** Where the first and the last row stand: the pages beside this one are found by them. */
  readonly edges: readonly [first: Place | null, last: Place | null]
}

/**
 * The page asked for, or the last one when it lies beyond. Neighbours are found by keys and the last pages from the end, so that no page costs more than
 * looking over what is counted.
 */
export async function pageOfRows<Row>(rows: Rows<Row>, asked: AskedPage, size: number): Promise<FoundPage<Row>> {
  const most = rows.most ?? mostCounted
  const beside = asked.after ?? asked.before ?? null
  const backwards = beside !== null && !asked.after
  const beginning = () => rows.from(size, {})
  const near = beside ? () => rows.from(size + 1, { after: beside, backwards }) : asked.page === 1 ? beginning : async () => []
  const [counted, found] = await Promise.all([rows.count(most + 1), near()])
  const isMore = counted > most
  const total = isMore ? most : counted
  const pages = Math.max(1, Math.ceil(total / size))
  const goesOn = isMore && rows.most === undefined
  const page = (number: number, shown: readonly Found<Row>[], { first = (number - 1) * size + 1, isLast = false } = {}) => ({
    rows: shown.map(({ row }) => row),
    ...{ page: number, total, isMore, first },
    pages: goesOn ? number + (isLast ? 0 : 1) : Math.max(pages, number), // where it ends nobody knows
    edges: [shown[0]?.place ?? null, shown.at(-1)?.place ?? null] as const,
  })
  if (!beside && asked.page === 1) return page(1, found)
  if (found.length > size) {
    const number = Math.max(2, goesOn ? asked.page : Math.min(asked.page, pages - 1))
    return page(number, backwards ? found.slice(1) : found.slice(0, size))
  }
  if (backwards) return page(1, await beginning())
  if (found.length > 0)
    return isMore ? page(asked.page, found, { isLast: true }) : page(pages, found, { first: total - found.length + 1 })
  if (beside && goesOn) return page(Math.max(1, asked.page - 1), await rows.from(size, { backwards: true }), { isLast: true })
  const number = Math.min(asked.page, pages)
  const left = total - number * size
  if (isMore || left > total / 2) return page(number, await rows.from(size, { skip: (number - 1) * size }))
  return page(number, await rows.from(Math.min(size, size + left), { skip: Math.max(0, left), backwards: true }))
}

import type { JSX } from 'preact'
import { codeOf } from '../../kernel/errors.ts'
import type { Day } from '../../kernel/types.ts'
import { Breadcrumbs, PageHead } from '../../ui/frame.ts'
import { Elsewhere } from '../../web/elsewhere.ts'
import {
  type Access,
  type Answer,
  type GetRoute,
  get,
  notFound,
  type PublicRoute,
  publicGet,
  type StampOf,
} from '../../web/route.ts'
import { addressOf } from './ask.ts'
import { csvText } from './csv.ts'
import type { Filters } from './filters.ts'
import { encoded, savedAs } from './kept-bytes.ts'
import { type AnyList, asQuery, fileAt, loadedFor, show, type Where } from './list.tsx'
import type { Rows } from './rows.ts'
import type { Address, AtPublic, AtTerritory, ListSpec, Shown, With } from './spec.ts'
import { saidAt } from './spec.ts'
import { xlsxBytes } from './xlsx.ts'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The class of errors of the database about values. */
const unreadable = '22'

/** All rows of a list as a table to save. */
async function fileOf(spec: AnyList, ending: 'csv' | 'xlsx', asked: Where, address: Address): Promise<Answer> {
  const query = asQuery(spec, asked, address)
  const where = await loadedFor(spec, asked)
  const rows = where && (await spec.rows(where, query))
  if (!rows) return notFound
  const columns = await spec.columns(where, query)
  const batches = rows.batches()
  const pieces = ending === 'csv' ? encoded(csvText(columns, batches)) : xlsxBytes(saidAt(spec.title, where), columns, batches)
  const name = typeof spec.name === 'string' ? spec.name : spec.name(where, query)
  return savedAs(pieces, {
    'Content-Type': types[ending],
    'Content-Disposition': `attachment; filename="${name}.${ending}"`,
  })
}

async function pageOf(spec: AnyList, where: Where, address: Address): Promise<Answer> {
  const absent = await spec.absent?.(where)
  if (absent) return absent
  const made = await shown(spec, where, address)
  if (made === null) return notFound
  const head = spec.head ? (
    await spec.head(made.shown)
  ) : (
    <Head {...spec} title={saidAt(spec.title, where)} where={asWhere(made.shown.where as object)} />
  )
  const body = (
    <>
      {head}
      {made.table}
    </>
  )
  return { title: saidAt(spec.title, where), ...(spec.section && { section: spec.section }), body }
}

/** The list as it is asked for. A place that the database cannot read has been typed: the page is then found by its number. */
async function shown(spec: AnyList, where: Where, address: Address) {
  try {
    return await show(spec, where, address)
  } catch (error) {
    if (!(address.after || address.before) || !codeOf(error)?.startsWith(unreadable)) throw error
    throw new Elsewhere(spec.path(where.params, { ...address, after: undefined, before: undefined }))
  }
}

/** The usual head of a list; a list without a sentence of its own is part of another page. */
function Head({ title, intro, way, where }: Pick<AnyList, 'intro' | 'way'> & { title: string; where: Where }) {
  if (!intro) return null
  return (
    <>
      {way && <Breadcrumbs links={way(where)} />}
      <PageHead large={'visitor' in where} title={title} more={saidAt(intro, where)} />
    </>
  )
}

type OfTerritory<P extends string, F extends Filters<AtTerritory<P>>, S extends string, Row, L> = Access<P> &
  ListSpec<AtTerritory<P>, P, F, S, Day, Row, L>

type Made<W, F, S extends string, Row> = { readonly shown: Shown<W, F, S, Day, Row>; readonly table: JSX.Element } | null

/** Where a list is read is known to the list; its parts take it as it comes. */
const asWhere = (where: object) => where as Where

/** A list of a territory: its page and its files, under one permission. */
export function list<P extends string, F extends Filters<AtTerritory<P>>, S extends string, Row, L>(
  spec: OfTerritory<P, F, S, Row, L>,
) {
  const any = spec as unknown as AnyList
  const access = { permits: spec.permits, sees: spec.sees, subject: spec.subject }
  const query = addressOf(any)
  const file = (ending: 'csv' | 'xlsx'): GetRoute =>
    get(fileAt(any, ending), {
      ...(access as Access<string>),
      query,
      isTable: true,
      page: (request) => fileOf(any, ending, asWhere(request), request.query),
    })
  const files = [file('csv'), file('xlsx')]
  const page = get(spec.path, { ...access, query, page: (request) => pageOf(any, asWhere(request), request.query) })
  return {
    routes: [page, ...files],
    files,
    /** Its page, for an address that may also show something else. */
    page: (where: AtTerritory<P>, address: Address) => pageOf(any, asWhere(where), address),
    /** The table for a page of another kind. */
    show: (where: AtTerritory<P>, address: Address) =>
      show(any, asWhere(where), address) as Promise<Made<With<AtTerritory<P>, L>, F, S, Row>>,
    query,
  }
}

/** A list anyone may open. */
export function publicList<P extends string, F extends Filters<AtPublic<P>>, S extends string, Row, L>(
  spec: ListSpec<AtPublic<P>, P, F, S, Day | null, Row, L> & { readonly stamp?: StampOf },
) {
  const any = spec as unknown as AnyList
  const kept = spec.stamp ? { stamp: spec.stamp } : {}
  const query = addressOf(any)
  const file = (ending: 'csv' | 'xlsx'): PublicRoute =>
    publicGet(fileAt(any, ending), {
      ...kept,
      query,
      isTable: true,
      page: (request) => fileOf(any, ending, asWhere(request), request.query),
    })
  const page = publicGet(spec.path, {
    ...kept,
    query,
    page: (request) => pageOf(any, asWhere(request), request.query),
  })
  return {
    routes: [page, file('csv'), file('xlsx')],
    query,
    /** The rows for an address, for an answer of another kind. */
    rows: async (where: AtPublic<P>, address: Address): Promise<Rows<Row> | null> =>
      any.rows((await loadedFor(any, asWhere(where)))!, asQuery(any, asWhere(where), address)),
  }
}

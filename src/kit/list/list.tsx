import { localTime } from '../../kernel/clock.ts'
import type { Day } from '../../kernel/types.ts'
import type { Tool } from '../../ui/frame.ts'
import { type Path, path } from '../../web/paths.ts'
import { foundWords, isAsked, queryOf, tagsOf } from './ask.ts'
import type { Choice, Filters } from './filters.ts'
import { pageOfRows } from './rows.ts'
import type { Address, AtPublic, AtTerritory, ListSpec, Query, Shown } from './spec.ts'
import { saidAt } from './spec.ts'
import { List, type ListView, nothingFound } from './view.tsx'

const usualSize = 50
/** So many rows are one page of anything. */
const onOnePage = 1_000_000
/** A longer list is taken away as a table rather than printed. */
const mostPrinted = 1000

export type Where = Pick<AtTerritory, 'ctx' | 'tx' | 'params'> | Pick<AtPublic, 'visitor' | 'tx' | 'params'>
// biome-ignore lint/suspicious/noExplicitAny: a list is used with the types it was said with.
export type AnyList = ListSpec<any, any, any, any, any, any, any>

const isOfTerritory = (where: Where): where is AtTerritory => 'ctx' in where
const todayOf = (where: Where): Day =>
  isOfTerritory(where) ? where.ctx.today : localTime(where.visitor.now, 'Europe/Moscow').day
const usualOnOf = (where: Where): Day | null => (isOfTerritory(where) ? where.ctx.today : null)

export const asQuery = (spec: AnyList, where: Where, address: Address): Query<object, string, Day | null> =>
  queryOf(spec, address, usualOnOf(where))

/** The address of a file of the list. */
export const fileAt = (spec: AnyList, ending: 'csv' | 'xlsx'): Path => path(`${spec.files ?? spec.path.pattern}.${ending}`)

async function choicesOf({ filters = {} }: AnyList, where: Where, address: Address) {
  const loaded = Object.entries(filters as Filters<Where>).map(
    async ([name, { choices }]) =>
      [name, typeof choices === 'function' ? await choices(where, [address[name] ?? []].flat()) : choices] as const,
  )
  return Object.fromEntries(await Promise.all(loaded)) as Record<string, readonly Choice[]>
}

/** The place with what the list needs of it; null when it is not there. */
export async function loadedFor(spec: AnyList, where: Where): Promise<(Where & { readonly loaded: unknown }) | null> {
  const loaded = spec.load ? await spec.load(where) : undefined
  return loaded === null ? null : { ...where, loaded }
}

async function foundOf(spec: AnyList, where: Where, query: Query<object, string, Day | null>, size: number) {
  const rows = await spec.rows(where, query)
  return rows && pageOfRows<unknown>(rows, query.print ? { page: 1 } : query, size)
}

/** The rows of one page and the table of them; null when the thing the list hangs on is not there. */
export async function show(spec: AnyList, asked: Where, address: Address) {
  const query = asQuery(spec, asked, address)
  const where = await loadedFor(spec, asked)
  if (!where) return null
  const framed = spec.framed?.(query) ?? false
  const size = framed ? onOnePage : query.print ? mostPrinted : (spec.size ?? usualSize)
  const [found, choices, columns] = await Promise.all([
    foundOf(spec, where, query, size),
    choicesOf(spec, where, address),
    spec.columns(where, query),
  ])
  if (!found) return null
  const kept = { ...address, page: undefined, after: undefined, before: undefined, print: undefined }
  const href = (change: Address): string => spec.path(where.params, { ...kept, ...change })
  const usualOn = usualOnOf(where)
  const chosen = { query, usualOn, choices, href }
  const words = foundWords(saidAt(spec.nouns, where), found, spec.asOf ? query.on : undefined)
  const isUnder = isAsked(spec, chosen)
  const tags = tagsOf(spec, chosen)
  const shown: Shown<unknown, object, string, Day | null, unknown> = {
    ...{ ...found, where, query, address, choices, href },
    found: words,
    isAsked: isUnder,
  }
  const files = (['xlsx', 'csv'] as const).map((ending) => ({
    href: fileAt(spec, ending)(where.params, kept),
    label: ending === 'xlsx' ? 'Выгрузить .xlsx' : '.csv',
    icon: 'download' as const,
  }))
  const tools: Tool[] = found.total === 0 ? [] : [...files, { href: href({ print: 'yes' }), label: 'Для печати', icon: 'print' }]
  const view: ListView<unknown> = {
    ...{ ...found, query, address, choices, usualOn, href },
    ...{
      title: saidAt(spec.title, where),
      search: spec.search,
      asOf: spec.asOf,
      even: spec.even ?? false,
      twoWays: spec.twoWays ?? false,
    },
    filters: Object.entries(spec.filters ?? {}) as unknown as ListView<unknown>['filters'],
    columns,
    rowId: spec.rowId,
    body: spec.body?.(shown),
    framed,
    isAsked: isUnder,
    emptiness: (spec.parts ? tags.length > 0 : isUnder)
      ? nothingFound(spec.nothing, spec.path(where.params))
      : await spec.empty(shown),
    tools: [...((await spec.tools?.(shown)) ?? []), ...tools],
    tags,
    action: spec.path(where.params),
    found: words,
    madeOn: todayOf(where),
  }
  return { shown, table: <List view={view} /> }
}

import type { Ctx } from '../../authz/ctx.ts'
import { once } from '../../db/once.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrderId, RegulationId, TerritoryId } from '../../kernel/types.ts'
import { storedRegulation } from '../../regulation/check.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import type { EditionState } from './machine.ts'

/** Parsed documents by id and version: what is stored under both never changes, so it is checked against the schema once per process. */
const parsed = new Map<string, Regulation>()
const mostParsed = 5000
const keyOf = ({ id, editVersion }: Pick<Row, 'id' | 'editVersion'>) => `${id} ${editVersion}`

function parse(key: string, document: unknown): Regulation {
  const regulation = storedRegulation(document)
  if (parsed.size >= mostParsed) parsed.clear()
  parsed.set(key, regulation)
  return regulation
}

/** The document of a row that was read whole. */
export const parsedOf = (row: Pick<Row, 'id' | 'editVersion'> & { readonly document: unknown }): Regulation =>
  parsed.get(keyOf(row)) ?? parse(keyOf(row), row.document)

/** The regulation by which the territory lives on its today; before any was approved, the first draft with `inForce: false`. */
export function regulationInForce(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>): Promise<StoredRegulation | null> {
  return once(tx, `regulation of ${ctx.territory.id} on ${ctx.today}`, () => regulationOn(tx, ctx.territory.id, ctx.today))
}

/** The regulation in force on a day; before any was approved, the draft the territory began with. */
export async function regulationOn(tx: Tx, territoryId: TerritoryId, day: Day): Promise<StoredRegulation | null> {
  const rows = await regulationVersions(tx, territoryId)
  const begun = rows.filter((row) => isInForce(row, day)).sort((a, b) => (b.startsOn ?? '').localeCompare(a.startsOn ?? ''))
  const row =
    begun[0] ?? (rows.some(({ state }) => state === 'approved') ? undefined : rows.findLast(({ state }) => state === 'draft'))
  return row ? withDocument(tx, territoryId, row, day) : null
}

/** One version, whether in force or not; null when the territory has no such version. */
export async function regulationById(
  tx: Tx,
  territoryId: TerritoryId,
  id: RegulationId,
  day: Day,
): Promise<StoredRegulation | null> {
  const row = (await regulationVersions(tx, territoryId)).find((one) => one.id === id)
  return row ? withDocument(tx, territoryId, row, day) : null
}

type Row = {
  id: RegulationId
  version: number
  state: EditionState
  editVersion: number
  startsOn: Day | null
  endsOn: Day | null
  orderId: OrderId | null
  pointNumber: string | null
}

const isInForce = ({ startsOn, endsOn }: Row, day: Day) =>
  startsOn !== null && startsOn <= day && (endsOn === null || endsOn >= day)

/** The document is large, so it is read only when this process has not parsed it yet. */
async function withDocument(tx: Tx, territoryId: TerritoryId, row: Row, day: Day): Promise<StoredRegulation> {
  const regulation = parsed.get(keyOf(row)) ?? parse(keyOf(row), await documentOf(tx, territoryId, row.id))
  return { ...row, regulation, inForce: isInForce(row, day) }
}

async function documentOf(tx: Tx, territoryId: TerritoryId, id: RegulationId): Promise<unknown> {
  const row = await tx
    .selectFrom('regulations')
    .select('document')
    .where((is) => is.and({ territoryId, id }))
    .executeTakeFirstOrThrow()
  return row.document
}

/** All versions, newest first; there are few, and pages ask for more than one. */
export const regulationVersions = (tx: Tx, territoryId: TerritoryId): Promise<Row[]> =>
  once(tx, `regulations of ${territoryId}`, () =>
    tx
      .selectFrom('regulations')
      .select(['id', 'version', 'state', 'editVersion', 'startsOn', 'endsOn', 'orderId', 'pointNumber'])
      .where('territoryId', '=', territoryId)
      .orderBy('version', 'desc')
      .execute(),
  )

/** Regulations by the orders that approved them. */
export async function regulationsOfOrders(
  tx: Tx,
  territoryId: TerritoryId,
  orderIds: readonly OrderId[],
): Promise<ReadonlyMap<string, string>> {
  if (orderIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('regulations')
    .select(['id', 'orderId'])
    .where('territoryId', '=', territoryId)
    .where('orderId', 'in', [...orderIds])
    .execute()
  return new Map(rows.flatMap(({ orderId, id }) => (orderId === null ? [] : [[orderId, id] as const])))
}

/** Regulations that are in force somewhere on a day, to begin another territory from. Reads only public tables. */
export const regulationsToCopy = (tx: Tx, day: Day) =>
  tx
    .selectFrom('publishedRegulations')
    .select(['territoryId', 'version'])
    .where('startsOn', '<=', day)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', day)]))
    .execute()

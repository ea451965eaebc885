import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { once } from '../../db/once.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrderId, RegulationId, RegulationLineId, TerritoryId } from '../../kernel/types.ts'
import { storedRegulation } from '../../regulation/check.ts'
import { isCalledUsually } from '../../regulation/paper/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { citedAs, onlyLine } from '../../regulation/several.ts'
import type { RegulationLine, StoredRegulation } from '../../regulation/stored.ts'
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

/** Whose edition is asked for: that of a line, or of the line an edition belongs to. */
export type LineOf = { readonly line: RegulationLineId } | { readonly edition: RegulationId }

/** What the territory lives by on its today, an edition a line; before any was approved, its drafts with `inForce: false`. */
export const regulationsInForce = (tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>): Promise<readonly StoredRegulation[]> =>
  once(tx, `regulations in force of ${ctx.territory.id} on ${ctx.today}`, () => regulationsOn(tx, ctx.territory.id, ctx.today))

/** The same on any day. */
export async function regulationsOn(tx: Tx, territoryId: TerritoryId, day: Day): Promise<readonly StoredRegulation[]> {
  const rows = await regulationVersions(tx, territoryId)
  const ofLines = [...Map.groupBy(rows, ({ line }) => line.id).values()]
  const isBegun = rows.some(({ state }) => state === 'approved')
  const chosen = ofLines.flatMap((own) => (isBegun ? newestOn(own, day) : own.findLast(({ state }) => state === 'draft')) ?? [])
  return Promise.all(chosen.map((row) => withDocument(tx, territoryId, row, day)))
}

/** The edition of one line that is in force on a day, today if none is named. */
export async function regulationFor(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  of: LineOf,
  day: Day = ctx.today,
): Promise<StoredRegulation | null> {
  const rows = await regulationVersions(tx, ctx.territory.id)
  const line = 'line' in of ? of.line : rows.find(({ id }) => id === of.edition)?.line.id
  const row = newestOn(
    rows.filter((one) => one.line.id === line),
    day,
  )
  return row ? withDocument(tx, ctx.territory.id, row, day) : null
}

const newestOn = (rows: readonly Row[], day: Day): Row | undefined =>
  rows.filter((row) => isInForce(row, day)).sort((a, b) => (b.startsOn ?? '').localeCompare(a.startsOn ?? ''))[0]

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
  line: RegulationLine
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

/** How papers answer in territories that have several, by the same key and the name of the line. */
const cited = new WeakMap<Regulation, { readonly name: string; readonly regulation: Regulation }>()

function citing(line: Pick<RegulationLine, 'code' | 'name'>, paper: Regulation): Regulation {
  const found = cited.get(paper)
  if (found?.name === line.name) return found.regulation
  const regulation = citedAs(paper, line)
  cited.set(paper, { name: line.name, regulation })
  return regulation
}

/**
 * The document is large, so it is read only when this process has not parsed it yet. A line that was only begun, and never approved, does not
 * change how the papers in force are cited.
 */
async function withDocument(tx: Tx, territoryId: TerritoryId, row: Row, day: Day): Promise<StoredRegulation> {
  const paper = parsed.get(keyOf(row)) ?? parse(keyOf(row), await documentOf(tx, territoryId, row.id))
  const versions = await regulationVersions(tx, territoryId)
  const counted = versions.some(({ state }) => state === 'approved') ? 'approved' : 'draft'
  const several = versions.some(({ line, state }) => line.id !== row.line.id && state === counted)
  const line = several ? row.line : isCalledUsually(paper) ? null : onlyLine
  return { ...row, paper, regulation: line ? citing(line, paper) : paper, inForce: isInForce(row, day) }
}

async function documentOf(tx: Tx, territoryId: TerritoryId, id: RegulationId): Promise<unknown> {
  const row = await tx
    .selectFrom('regulations')
    .select('document')
    .where((is) => is.and({ territoryId, id }))
    .executeTakeFirstOrThrow()
  return row.document
}

/** The lines of a territory, in the order in which they were begun; one without an edition is there too. */
export const regulationLines = (tx: Tx, territoryId: TerritoryId): Promise<readonly RegulationLine[]> =>
  tx
    .selectFrom('regulationLines')
    .select(['id', 'code', 'name'])
    .where('territoryId', '=', territoryId)
    .orderBy('position')
    .orderBy('code')
    .execute()

/** All versions of all lines: line after line, newest first; there are few, and pages ask for more than one. */
export const regulationVersions = (tx: Tx, territoryId: TerritoryId): Promise<readonly Row[]> =>
  once(tx, `regulations of ${territoryId}`, async () => {
    const rows = await tx
      .selectFrom('regulations as r')
      .innerJoin('regulationLines as l', (join) =>
        join.onRef('l.territoryId', '=', 'r.territoryId').onRef('l.id', '=', 'r.lineId'),
      )
      .select(['r.id', 'r.version', 'r.state', 'r.editVersion', 'r.startsOn', 'r.endsOn', 'r.orderId', 'r.pointNumber'])
      .select(['l.id as lineId', 'l.code', 'l.name'])
      .where('r.territoryId', '=', territoryId)
      .orderBy('l.position')
      .orderBy('l.code')
      .orderBy('r.version', 'desc')
      .execute()
    return rows.map(({ lineId, code, name, ...row }) => ({ ...row, line: { id: lineId, code, name } }))
  })

/** In SQL: the line of the edition that a row of another table names in its `regulation_id`. */
export const lineIn = (row: string) =>
  sql<RegulationLineId>`(select r.line_id from regulations r where r.territory_id = ${sql.ref(`${row}.territory_id`)} and r.id = ${sql.ref(`${row}.regulation_id`)})`

/** The regulations in force, and the drafts that may come after them. */
export async function regulationsInWork(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>): Promise<Regulation[]> {
  const drafts = (await regulationVersions(tx, ctx.territory.id)).filter(({ state }) => state === 'draft')
  const all = [
    ...(await regulationsInForce(tx, ctx)),
    ...(await Promise.all(drafts.map((draft) => withDocument(tx, ctx.territory.id, draft, ctx.today)))),
  ]
  return all.map(({ regulation }) => regulation)
}

/** In SQL: whether by the regulation of this id nobody has to agree a programme. */
export const agreesNoProgramme = (territoryId: TerritoryId, regulation: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from regulations r where r.territory_id = ${territoryId} and r.id = ${regulation}
    and coalesce(jsonb_array_length(nullif(r.document -> 'programmeAgreement', 'null') -> 'chain'), 0) = 0)`

/** In SQL: the name of the line that a row of another table names in its `line_id`. */
export const lineNameIn = (row: string) =>
  sql<string>`(select l.name from regulation_lines l where l.territory_id = ${sql.ref(`${row}.territory_id`)} and l.id = ${sql.ref(`${row}.line_id`)})`

type LineToChoose = { readonly id: RegulationLineId; readonly territoryId: TerritoryId; readonly name: string }

/** The lines of territories that have had several in force, to choose from among all the world may read. */
export async function linesToChoose(tx: Tx): Promise<readonly LineToChoose[]> {
  const { rows } = await sql<LineToChoose>`
    select l.id, l.territory_id, l.name from regulation_lines l where exists (select from published_regulations p where p.territory_id = l.territory_id and p.line_id = l.id)
      and exists (select from published_regulations p where p.territory_id = l.territory_id and p.line_id <> l.id)
    order by l.territory_id, l.position`.execute(tx)
  return rows
}

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
    .selectFrom('publishedRegulations as r')
    .innerJoin('regulationLines as l', (join) => join.onRef('l.territoryId', '=', 'r.territoryId').onRef('l.id', '=', 'r.lineId'))
    .select(['r.territoryId', 'r.lineId', 'l.name', 'r.version'])
    .where('r.startsOn', '<=', day)
    .where((or) => or.or([or('r.endsOn', 'is', null), or('r.endsOn', '>=', day)]))
    .orderBy('l.position')
    .execute()

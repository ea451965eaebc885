import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { counted } from '../../kernel/plural.ts'
import type { CallId, Day, OrderId, RegulationLineId, TerritoryId } from '../../kernel/types.ts'
import { down } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import { type ActKind, orderLabel } from '../../regulation/acts.ts'
import type { OrganisationKind } from '../../regulation/dictionary.ts'
import type { Stays } from '../regulation/ports.ts'
import type { Call, CallExtension } from './model.ts'
import { paths } from './paths.ts'
import { clockWords } from './rules.ts'

const columns = sql`c.id, c.title, c.opens_at, c.closes_at, c.initiators, c.directions, c.contingent, c.places,
  c.experts_per_application, c.review_due_on, c.spread_limit, c.criteria, c.regulation_id, c.order_id, c.point_number, c.revoked_on,
  t.time_zone, r.document ->> 'localTime' as local_time`

function callsWhere(tx: Tx, territoryId: TerritoryId, condition: RawBuilder<unknown>): Promise<Call[]> {
  return sql<Call>`
    select ${columns} from calls c
      join territories t on t.id = c.territory_id
      join regulations r on r.territory_id = c.territory_id and r.id = c.regulation_id
    where c.territory_id = ${territoryId} and ${condition}`
    .execute(tx)
    .then(({ rows }) => rows)
}

/** One call; null when the territory has no such call. */
export async function callById(tx: Tx, ctx: Pick<Ctx, 'territory'>, id: CallId | string): Promise<Call | null> {
  const [call] = await callsWhere(tx, ctx.territory.id, sql`c.id = ${id}`)
  return call ?? null
}

/** Calls that receive applications at this moment, the one that ends first above. */
export const callsNow = (tx: Tx, ctx: Pick<Ctx, 'territory' | 'now' | 'today'>): Promise<Call[]> =>
  callsWhere(
    tx,
    ctx.territory.id,
    sql`(c.revoked_on is null or c.revoked_on > ${ctx.today}) and c.opens_at <= ${ctx.now} and c.closes_at >= ${ctx.now} order by c.closes_at, c.id`,
  )

/** Calls of a line that are open or will be. */
const ahead = ({ now, today }: Pick<Ctx, 'now' | 'today'>, line: RegulationLineId) =>
  sql`r.line_id = ${line} and c.closes_at >= ${now} and (c.revoked_on is null or c.revoked_on > ${today})`

/** Whether a call of a line is open or will be. */
export const callsAhead = async (
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'now' | 'today'>,
  line: RegulationLineId,
): Promise<boolean> => (await callsWhere(tx, ctx.territory.id, sql`${ahead(ctx, line)} limit 1`)).length > 0

/** A call takes applications by the edition it was opened under. */
export async function callsStay(tx: Tx, ctx: Pick<Ctx, 'territory' | 'now' | 'today'>, line: RegulationLineId): Promise<Stays> {
  const { length: count } = await callsWhere(tx, ctx.territory.id, ahead(ctx, line))
  return {
    count,
    words: counted(count, 'объявленный приём заявок', 'объявленных приёма заявок', 'объявленных приёмов заявок'),
    until: 'до решения по заявкам',
    href: paths.calls({ territory: ctx.territory.code }),
  }
}

/** A line of the list: the call and how many applications it has. */
export type CallLine = Call & { readonly submitted: number; readonly drafts: number }

/** Calls of a territory, newest first. */
export const callsList = (tx: Tx, { territory }: Pick<Ctx, 'territory'>): Rows<CallLine> =>
  sqlRows(tx, {
    select: sql`${columns},
      (select count(*)::int from applications a where a.territory_id = c.territory_id and a.call_id = c.id
        and a.round > 0 and a.state <> 'withdrawn') as submitted,
      (select count(*)::int from applications a where a.territory_id = c.territory_id and a.call_id = c.id and a.state = 'draft') as drafts`,
    from: sql`calls c join territories t on t.id = c.territory_id
      join regulations r on r.territory_id = c.territory_id and r.id = c.regulation_id`,
    where: sql`c.territory_id = ${territory.id}`,
    order: [down(sql`c.closes_at`), sql`c.id`],
  })

export type CallCounts = { readonly submitted: number; readonly drafts: number }

/** How many applications each call has received, and how many people have begun and not sent. */
export async function countsOf(
  tx: Tx,
  territoryId: TerritoryId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CallCounts>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<CallCounts & { callId: CallId }>`
    select call_id, count(*) filter (where round > 0 and state <> 'withdrawn')::int as submitted,
      count(*) filter (where state = 'draft')::int as drafts
    from applications where territory_id = ${territoryId} and call_id = any(${ids}::uuid[]) group by call_id`.execute(tx)
  return new Map(rows.map(({ callId, ...counts }) => [callId, counts]))
}

/** The orders that moved the closing of a call, first one first. */
export async function extensionsOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, id: string): Promise<CallExtension[]> {
  const { rows } = await sql<
    Omit<CallExtension, 'orderLabel'> & { kind: ActKind; numberText: string; signedOn: Day; orderId: OrderId }
  >`
    select e.closed_before, e.closes_at, e.order_id, e.point_number, o.kind, o.number_text, o.signed_on
    from call_extensions e join orders o on o.territory_id = e.territory_id and o.id = e.order_id
    where e.territory_id = ${ctx.territory.id} and e.call_id = ${id} order by e.closes_at`.execute(tx)
  return rows.map(({ kind, numberText, signedOn, ...extension }) => ({
    ...extension,
    orderLabel: orderLabel({ kind, numberText, signedOn }),
  }))
}

/** A call as an order has to know it before it touches it. */
export type KnownCall = Pick<
  Call,
  'id' | 'title' | 'opensAt' | 'closesAt' | 'initiators' | 'reviewDueOn' | 'revokedOn' | 'orderId' | 'regulationId'
> &
  CallCounts & {
    readonly orderLabel: string
    /** Orders that prolonged it. */
    readonly extendedBy: readonly string[]
    readonly expertsPerApplication: number
  }

/** Calls named by id, and those the given orders opened or prolonged. */
export async function knownCalls(
  tx: Tx,
  territoryId: TerritoryId,
  { ids, orderIds }: { ids: readonly string[]; orderIds: readonly OrderId[] },
): Promise<KnownCall[]> {
  if (ids.length + orderIds.length === 0) return []
  const { rows } = await sql<
    Omit<KnownCall, 'orderLabel' | keyof CallCounts> & { kind: ActKind; numberText: string; signedOn: Day }
  >`
    select c.id, c.title, c.opens_at, c.closes_at, c.initiators, c.review_due_on, c.revoked_on, c.order_id, c.regulation_id, c.experts_per_application,
      o.kind, o.number_text, o.signed_on,
      coalesce((select json_agg(e.order_id) from call_extensions e where e.territory_id = c.territory_id and e.call_id = c.id), '[]') as extended_by
    from calls c join orders o on o.territory_id = c.territory_id and o.id = c.order_id
    where c.territory_id = ${territoryId} and (c.id = any(${ids}::uuid[]) or c.order_id = any(${orderIds}::uuid[])
      or c.id in (select call_id from call_extensions where territory_id = ${territoryId} and order_id = any(${orderIds}::uuid[])))`.execute(
    tx,
  )
  const counts = await countsOf(
    tx,
    territoryId,
    rows.map(({ id }) => id),
  )
  return rows.map(({ kind, numberText, signedOn, ...call }) => ({
    ...call,
    ...(counts.get(call.id) ?? { submitted: 0, drafts: 0 }),
    orderLabel: orderLabel({ kind, numberText, signedOn }),
  }))
}

/** Calls an order may prolong, the one that ends last first. */
export async function callChoices(tx: Tx, ctx: Pick<Ctx, 'territory'>): Promise<{ id: CallId; label: string }[]> {
  const calls = await callsWhere(tx, ctx.territory.id, sql`c.revoked_on is null order by c.closes_at desc, c.id`)
  return calls.map((call) => ({ id: call.id, label: `${call.title}, до ${clockWords(call.closesAt, call)}` }))
}

/** A call the calendar may speak of: the day its order was signed, and which organisations may become a site. */
export type RunningCall = Call & { readonly announcedOn: Day; readonly hostKinds: readonly OrganisationKind[] }

/** Calls of a territory that no order has revoked, the newest ones. */
export async function runningCalls(tx: Tx, territoryId: TerritoryId): Promise<RunningCall[]> {
  const { rows } = await sql<RunningCall>`
    select ${columns}, o.signed_on as announced_on, r.document -> 'hostKinds' -> 'kinds' as host_kinds from calls c
      join territories t on t.id = c.territory_id
      join regulations r on r.territory_id = c.territory_id and r.id = c.regulation_id
      join orders o on o.territory_id = c.territory_id and o.id = c.order_id
    where c.territory_id = ${territoryId} and c.revoked_on is null
    order by c.closes_at desc`.execute(tx)
  return rows
}

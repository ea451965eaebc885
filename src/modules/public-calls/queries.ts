import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import { isTerritory } from '../../db/territories.ts'
import type { CallId, Day, Instant, OrderId } from '../../kernel/types.ts'
import { down, orNone } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { OrganisationKind } from '../../regulation/dictionary.ts'
import type { ReviewCriterion } from '../calls/model.ts'

export const pageSize = 25
export const stateChoices = ['now', 'announced', 'closed'] as const
export type StateChoice = (typeof stateChoices)[number]

/** A call as anyone may read it; `now` is the moment of its own territory, which a demonstration may have set to another day. */
export type PublicCall = {
  readonly callId: CallId
  readonly territoryCode: string
  readonly territoryName: string
  readonly timeZone: string
  readonly localTime: string
  readonly title: string
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly revokedOn: Day | null
  readonly initiators: readonly string[]
  /** The same in words. */
  readonly whoApplies: string
  readonly hostKinds: readonly OrganisationKind[]
  readonly directions: readonly string[]
  readonly contingent: readonly string[]
  readonly places: number | null
  readonly criteria: readonly ReviewCriterion[]
  readonly orderId: OrderId
  readonly orderLabel: string
  /** Whether the order itself may be read by anyone. */
  readonly orderPublished: boolean
  readonly now: Instant
}

export type PublicCallsQuery = {
  readonly territory: string | null
  readonly state: StateChoice | null
  readonly now: Instant
}

/** The moment in the territory of a call: real, or on the day a demonstration has set, at the same time of day. */
const nowOf = (now: Instant) => sql`(case when t.demo_today is null then ${now}::timestamptz
  else ${now}::timestamptz + (t.demo_today - (${now}::timestamptz at time zone t.time_zone)::date) * interval '1 day' end)`

const isRevoked = (now: Instant) =>
  sql`(c.revoked_on is not null and c.revoked_on <= (${nowOf(now)} at time zone c.time_zone)::date)`

const conditions = (now: Instant): Record<StateChoice, RawBuilder<unknown>> => ({
  now: sql`(not ${isRevoked(now)} and c.opens_at <= ${nowOf(now)} and c.closes_at >= ${nowOf(now)})`,
  announced: sql`(not ${isRevoked(now)} and c.opens_at > ${nowOf(now)})`,
  closed: sql`(${isRevoked(now)} or c.closes_at < ${nowOf(now)})`,
})

const columns = (
  now: Instant,
) => sql`c.call_id, c.territory_code, c.territory_name, c.time_zone, c.local_time, c.title, c.opens_at, c.closes_at,
  c.revoked_on, c.initiators, c.host_kinds, c.who_applies, c.directions, c.contingent, c.places, c.criteria, c.order_id, c.order_label, ${nowOf(now)} as now,
  exists (select from published_orders o where o.territory_id = c.territory_id and o.order_id = c.order_id) as order_published`

/** Announced calls: those that receive now first, the one that ends soonest above. */
export function publicCalls(tx: Tx, { territory, state, now }: PublicCallsQuery): Rows<PublicCall> {
  const of = conditions(now)
  return sqlRows(tx, {
    select: columns(now),
    from: sql`published_calls c join territories t on t.id = c.territory_id`,
    where: sql`${territory === null ? sql`true` : isTerritory(sql`c.territory_code`, territory)} and ${state === null ? sql`true` : of[state]}`,
    order: [
      ...[down(of.now), of.closed, down(orNone(sql`case when ${of.closed} then c.closes_at end`))],
      ...[sql`c.closes_at`, sql`c.call_id`],
    ],
  })
}

/** One announced call; null when this territory has announced no such call. */
export async function publicCall(tx: Tx, territory: string, callId: CallId, now: Instant): Promise<PublicCall | null> {
  const { rows } = await sql<PublicCall>`select ${columns(now)} from published_calls c join territories t on t.id = c.territory_id
    where c.territory_code = ${territory} and c.call_id = ${callId}`.execute(tx)
  return rows[0] ?? null
}

/** Territories that have announced something, for the choice. */
export async function callingTerritories(tx: Tx): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select territory_code as code, territory_name as name from published_calls
    group by territory_code, territory_name order by territory_name collate "ru-kn"`.execute(tx)
  return rows
}

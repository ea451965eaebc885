import { type RawBuilder, sql } from 'kysely'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import { plannedAnew } from '../../db/prepared-statements.ts'
import { dictionaryOf, everyKind, isTerritory } from '../../db/territories.ts'
import { daysBetween } from '../../kernel/dates.ts'
import type { Day, Instant, OrderId, Period, RegulationLineId, SiteId, TerritoryId } from '../../kernel/types.ts'
import { down, type Keys } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { ActKind } from '../../regulation/acts.ts'
import type { Kind, OrganisationKind } from '../../regulation/dictionary.ts'
import { linesToChoose } from '../regulation/queries.ts'
import { headOn, namesOn, stateCondition } from '../sites/as-of-queries.ts'
import type { PartnerStep, StateFilter } from '../sites/rules.ts'
import { searchCondition } from '../sites/search-queries.ts'

/** The day the register is asked about: one and the same for all, or each territory's own between two days. */
type AskedDay = { readonly earliest: Day; readonly latest: Day; readonly now: Instant }

const todayOf = (now: Instant) => sql`coalesce(t.demo_today, (${now}::timestamptz at time zone t.time_zone)::date)`

/** The given day, or what the territories (or the one asked about) have as their today: most hours of a day that is one or two days. */
async function askedDay(
  tx: Tx,
  { on, now, territory }: { on: Day | null; now: Instant; territory: string | null },
): Promise<AskedDay> {
  if (on !== null) return { earliest: on, latest: on, now }
  return {
    ...(await oneRow(
      tx,
      sql<{ earliest: Day; latest: Day }>`
    select coalesce(min(day), ${now}::date) as earliest, coalesce(max(day), ${now}::date) as latest from (
      select ${todayOf(now)} as day from (select distinct demo_today, time_zone from territories
        where ${territory === null ? sql`true` : sql`code = ${territory}`}) t) days`,
    )),
    now,
  }
}

/** The day an entry `e` is told for. */
const dayOfEntry = ({ earliest, latest, now }: AskedDay): RawBuilder<Day> =>
  earliest === latest
    ? sql<Day>`${earliest}::date`
    : sql<Day>`(select ${todayOf(now)} from territories t where t.id = e.territory_id)`

/**
 * Entries `e` in a state on the day asked about. Where territories have different days, an entry that is in the state on the first of them
 * and on the last is in it on every day between, so the territory's own day is worked out only for the few others.
 */
function stateOnAskedDay(state: StateFilter, asked: AskedDay): RawBuilder<boolean> {
  const { earliest, latest } = asked
  const [first, last] = [stateCondition(state, sql`${earliest}::date`), stateCondition(state, sql`${latest}::date`)]
  if (earliest === latest) return first
  const own = stateCondition(state, dayOfEntry(asked))
  return daysBetween(earliest, latest) === 1
    ? sql<boolean>`((${first} and ${last}) or ((${first} or ${last}) and ${own}))`
    : sql<boolean>`((${first} and ${last}) or ${own})`
}

export const publicSorts = ['name', 'territory', 'order'] as const
type PublicSort = (typeof publicSorts)[number]

export type RegisterQuery = {
  /** Null: every territory's own today. */
  readonly on: Day | null
  readonly now: Instant
  readonly territory: string | null
  /** Of one of the Положения of a territory; all when left out. */
  readonly line?: RegulationLineId | null
  readonly kind: readonly OrganisationKind[]
  readonly direction: readonly string[] | null
  readonly state: StateFilter
  readonly q: string | null
  readonly sort: PublicSort
}

/** A line of the public register: what the signed order says and nothing else. `day` is the day its state is told for. */
export type RegisterLine = {
  readonly siteId: SiteId
  readonly day: Day
  readonly territoryCode: string
  readonly territoryName: string
  readonly organisationName: string
  readonly name: string
  readonly settlements: string
  readonly kinds: readonly OrganisationKind[]
  /** The dictionary of its territory. */
  readonly known: readonly Kind[]
  readonly theme: string
  readonly direction: string | null
  readonly from: Day
  readonly to: Day | null
  readonly endedEarly: boolean
  readonly suspensions: readonly (Period & { readonly order: string })[]
  readonly orderId: OrderId
  readonly orderKind: ActKind
  readonly orderNumber: string
  readonly orderSignedOn: Day
  readonly orderPoint: string
  readonly orderPublished: boolean
  readonly headName: string | null
}

const columnsOn = (
  day: AskedDay,
) => sql`e.site_id, e.territory_code, e.territory_name, ${namesOn(dayOfEntry(day)).organisationName} as organisation_name,
  ${namesOn(dayOfEntry(day)).shortName} as name, e.settlements, e.kinds, e.theme,
  ${dictionaryOf(sql`e.territory_id`)} as known,
  e.direction, e.starts_on as "from", e.ends_on as "to", e.end_order is not null as ended_early, e.suspensions, e.order_id, e.order_kind, e.order_number,
  e.order_signed_on, e.order_point, e.order_published, ${headOn(dayOfEntry(day))} as head_name, ${dayOfEntry(day)} as day`

const byName = [sql`e.short_name collate "ru-kn"`, sql`e.site_id`]
const orders = {
  name: byName,
  territory: [sql`e.territory_name collate "ru-kn"`, ...byName],
  order: [down(sql`e.order_signed_on`), sql`e.order_number`, ...byName],
} satisfies Record<PublicSort, Keys>

/** The lines of the register. (T-47) */
export async function registerRows(tx: Tx, query: RegisterQuery): Promise<Rows<RegisterLine>> {
  const day = await askedDay(tx, query)
  return sqlRows(tx, {
    select: columnsOn(day),
    from: sql`register_entries e`,
    where: await conditionOf(tx, query, day),
    order: orders[query.sort],
  })
}

async function conditionOf(tx: Tx, query: RegisterQuery, day: AskedDay): Promise<RawBuilder<boolean>> {
  const { territory, line, kind, direction, state, q } = query
  const searched = await searchCondition(tx, q)
  return sql<boolean>`${sql.raw(plannedAnew)} ${stateOnAskedDay(state, day)}
    and ${territory === null ? sql`true` : isTerritory(sql`e.territory_code`, territory)}
    and ${line ? sql`e.line_id = ${line}` : sql`true`}
    and ${kind.length === 0 ? sql`true` : sql`e.kinds && ${[...kind]}::text[]`}
    and ${direction === null ? sql`true` : sql`e.direction = any(${[...direction]}::text[])`}
    and ${searched ?? sql`true`}`
}

export type RegisterChoices = {
  readonly territories: readonly { readonly code: string; readonly name: string }[]
  readonly directions: readonly string[]
  /** Положения of territories that have several. */
  readonly lines: readonly { readonly id: RegulationLineId; readonly label: string }[]
  readonly kinds: readonly Kind[]
}

/** What there is to choose from: territories that have sites, and directions. */
export async function registerChoices(tx: Tx): Promise<RegisterChoices> {
  const territories = await sql<{ id: TerritoryId; code: string; name: string }>`
    with recursive each as (
      (select territory_code as code from register_entries order by territory_code limit 1)
      union all select (select e.territory_code from register_entries e where e.territory_code > each.code order by e.territory_code limit 1)
      from each where each.code is not null)
    select t.id, t.code, t.short_name as name from each join territories t on t.code = each.code
    order by t.short_name collate "ru-kn"`.execute(tx)
  const directions = await sql<{ direction: string }>`
    with recursive each as (
      (select direction from register_entries where direction is not null order by direction limit 1)
      union all select (select e.direction from register_entries e where e.direction > each.direction order by e.direction limit 1)
      from each where each.direction is not null)
    select direction from each where direction is not null`.execute(tx)
  const lines = await linesToChoose(tx)
  return {
    territories: territories.rows.map(({ code, name }) => ({ code, name })),
    directions: directions.rows.map((row) => row.direction),
    kinds: await everyKind(tx),
    lines: territories.rows.flatMap((territory) =>
      lines
        .filter(({ territoryId }) => territoryId === territory.id)
        .map(({ id, name }) => ({ id, label: `${territory.name}: ${name}` })),
    ),
  }
}

/** A site as everybody may see it. */
export type PublicSite = RegisterLine & {
  readonly fullNames: readonly string[]
  readonly endOrder: string | null
  readonly partners: readonly PartnerStep[]
  readonly lineId: RegulationLineId
}

export async function publicSite(tx: Tx, territory: string, siteId: SiteId, now: Instant): Promise<PublicSite | null> {
  const day = await askedDay(tx, { on: null, now, territory })
  const { rows } = await sql<PublicSite>`
    select ${columnsOn(day)}, ${namesOn(dayOfEntry(day)).fullNames} as full_names, e.end_order, e.partners, e.line_id
    from register_entries e
    where e.territory_code = ${territory} and e.site_id = ${siteId}`.execute(tx)
  return rows[0] ?? null
}

/** A line of an approved plan as everybody may see it. */
export type PublicActivity = {
  readonly activity: string
  readonly form: string | null
  readonly from: Day | null
  readonly to: Day | null
}

/** Activities of a site that have not passed by a day, the nearest first. */
export async function publicActivities(tx: Tx, siteId: SiteId, day: Day): Promise<PublicActivity[]> {
  const { rows } = await sql<PublicActivity>`
    select activity, form, starts_on as "from", ends_on as "to" from register_activities
    where site_id = ${siteId} and coalesce(ends_on, starts_on) >= ${day}
    order by starts_on, activity`.execute(tx)
  return rows
}

import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, EventId, PlanId, ProgrammeId, SiteId } from '../../kernel/types.ts'
import { eventsOfLines, eventsToLearnAt } from '../events/offer-queries.ts'
import { linesToLearnBy } from '../plans/offer-queries.ts'
import { topicToLearn } from '../programmes/offer-queries.ts'
import { agreesNoProgramme } from '../regulation/queries.ts'
import { nameOfSite } from '../sites/site-queries.ts'
import { openUnder } from '../sites/term-queries.ts'
import type { OpenPair, Theme } from './cover-rules.ts'
import type { Offered } from './map-rules.ts'

export const offerStates = ['open', 'full', 'held'] as const
export type OfferState = (typeof offerStates)[number]

/** One competence taught by an event, by a line of a plan that has no event yet in one of its months, or by a topic of a programme. */
export type OfferRow = {
  readonly kind: 'event' | 'line' | 'topic'
  readonly id: EventId & string
  readonly planId: PlanId | null
  readonly programmeId: ProgrammeId | null
  readonly competenceId: string
  readonly siteId: SiteId
  readonly site: string
  readonly title: string
  readonly startsOn: Day | null
  readonly month: string | null
  readonly waiting: number
  readonly state: OfferState
}

type Window = { readonly from: Day; readonly to: Day }

/** What the network teaches in these days, as rows `o`. A programme teaches where the paper lets nobody agree it, or where it is agreed. */
export function offersIn(ctx: Ctx, window: Window): RawBuilder<unknown> {
  const { id } = ctx.territory
  const openSite = openUnder(ctx)(sql`n.site_id`)
  const each = sql`cross join lateral jsonb_array_elements_text(n.competences) taught(competence_id)`
  const topic = topicToLearn(ctx, {
    ...{ programme: sql`n.programme_id`, topic: sql`n.topic_id` },
    unasked: agreesNoProgramme(ctx.territory.id, openSite),
  })
  return sql`(
    select 'event' as kind, e.id, e.plan_id, null::uuid as programme_id, named.competence_id::uuid as competence_id, e.site_id, e.title, e.starts_on, e.month,
      e.waiting, e.state
    from (
      select n.event_id, taught.competence_id from offer_competences n ${each} where n.territory_id = ${id} and n.event_id is not null
      union
      select own.id, taught.competence_id from offer_competences n
      join ${eventsOfLines(ctx)} own on own.plan_id = n.plan_id and own.line_key = n.line_key ${each}
      where n.territory_id = ${id} and n.line_key is not null) named
    join ${eventsToLearnAt(ctx, window)} e on e.id = named.event_id
    union all
    select 'line', n.line_key, n.plan_id, null, taught.competence_id::uuid, n.site_id, l.title, l.starts_on, l.month, 0, case when l.held then 'held' else 'open' end
    from offer_competences n join ${linesToLearnBy(ctx, window)} l on l.plan_id = n.plan_id and l.line_key = n.line_key ${each}
    where n.territory_id = ${id} and (l.held or ${openSite} is not null)
      and not exists (select from ${eventsOfLines(ctx)} own where own.plan_id = n.plan_id and own.line_key = n.line_key)
    union all
    select 'topic', n.topic_id, null, n.programme_id, taught.competence_id::uuid, n.site_id, topic.title, null, null, 0, 'open'
    from offer_competences n cross join lateral ${topic} topic ${each}
    where n.territory_id = ${id} and n.topic_id is not null and ${openSite} is not null)`
}

type OnMap = { readonly offered: readonly Offered[]; readonly taught: readonly Theme[] }

/** The same put together by competence and month, of one site or of all; and the events of the year that have taught something, with what each taught. */
export async function offersOnMap(tx: Tx, ctx: Ctx, window: Window, siteId: SiteId | null): Promise<OnMap> {
  return oneRow(
    tx,
    sql<OnMap>`
    with offers as materialized (select * from ${offersIn(ctx, window)} o),
      cells as (
        select o.competence_id as "competenceId", o.month, count(distinct o.site_id) filter (where o.state = 'open') as open,
          count(distinct o.site_id) filter (where o.state = 'full') as "full", coalesce(sum(o.waiting) filter (where o.state = 'full'), 0) as waiting,
          count(distinct o.site_id) filter (where o.state = 'held') as held
        from offers o where ${siteId}::uuid is null or o.site_id = ${siteId} group by o.competence_id, o.month),
      taught as (
        select o.title, ${nameOfSite(ctx, sql`o.site_id`)} as "taughtBy", array_agg(o.competence_id::text order by o.competence_id) as competences
        from offers o where o.kind = 'event' and o.state = 'held' group by o.id, o.title, o.site_id order by o.title, o.id)
    select coalesce((select json_agg(cells) from cells), '[]') as offered, coalesce((select json_agg(taught) from taught), '[]') as taught`,
  )
}

/** Each of them as a row of a list, the earliest first; those of the whole year last. */
export async function offerRows(tx: Tx, ctx: Ctx, window: Window, where: RawBuilder<unknown>): Promise<readonly OfferRow[]> {
  const { rows } = await sql<OfferRow>`
    select o.kind, o.id, o.plan_id, o.programme_id, o.competence_id, o.site_id, ${nameOfSite(ctx, sql`o.site_id`)} as site, o.title, o.starts_on, o.month,
      o.waiting, o.state
    from ${offersIn(ctx, window)} o where ${where} order by o.starts_on nulls last, o.id, o.competence_id`.execute(tx)
  return rows
}

/** Who lacks what. */
export async function openPairs(tx: Tx, { territory }: Pick<Ctx, 'territory'>) {
  const { rows } = await sql<OpenPair>`
    select distinct person_id, competence_id from deficits
    where territory_id = ${territory.id} and state = 'open' and competence_id is not null`.execute(tx)
  return rows
}

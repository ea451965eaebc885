import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, EventId, PlanId, ProgrammeId, SiteId } from '../../kernel/types.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import { stepsOf } from '../../regulation/work/steps.ts'
import { eventsOfLines, eventsToLearnAt } from '../events/offer-queries.ts'
import { linesToLearnBy } from '../plans/offer-queries.ts'
import { topicToLearn } from '../programmes/offer-queries.ts'
import { regulationsInForce } from '../regulation/queries.ts'
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
export async function offersIn(tx: Tx, ctx: Ctx, window: Window): Promise<RawBuilder<unknown>> {
  const { id } = ctx.territory
  const unasked = (await regulationsInForce(tx, ctx))
    .filter(({ regulation }) => stepsOf(regulation, 'programme').length === 0)
    .map((one) => one.id)
  const openSite = openUnder(ctx)(sql`n.site_id`)
  const each = sql`cross join lateral jsonb_array_elements_text(n.competences) taught(competence_id)`
  const topic = topicToLearn(ctx, {
    ...{ programme: sql`n.programme_id`, topic: sql`n.topic_id` },
    unasked: sql`${openSite} = any(${unasked}::uuid[])`,
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

/** The same put together by competence and month, for a map; of one site, or of all. */
export async function offeredBy(tx: Tx, ctx: Ctx, window: Window, siteId: SiteId | null): Promise<readonly Offered[]> {
  const offers = await offersIn(tx, ctx, window)
  const { rows } = await sql<Offered>`
    select o.competence_id, o.month, (count(distinct o.site_id) filter (where o.state = 'open'))::int as open,
      (count(distinct o.site_id) filter (where o.state = 'full'))::int as "full", coalesce(sum(o.waiting) filter (where o.state = 'full'), 0)::int as waiting,
      (count(distinct o.site_id) filter (where o.state = 'held'))::int as held
    from ${offers} o where ${siteId}::uuid is null or o.site_id = ${siteId} group by o.competence_id, o.month`.execute(tx)
  return rows
}

/** Each of them as a row of a list, the earliest first; those of the whole year last. */
export async function offerRows(tx: Tx, ctx: Ctx, window: Window, where: RawBuilder<unknown>): Promise<Rows<OfferRow>> {
  const offers = await offersIn(tx, ctx, window)
  return sqlRows(tx, {
    select: sql`o.kind, o.id, o.plan_id, o.programme_id, o.competence_id, o.site_id, ${nameOfSite(ctx, sql`o.site_id`)} as site, o.title, o.starts_on, o.month,
      o.waiting, o.state`,
    from: sql`${offers} o`,
    as: 'o',
    where,
    order: [sql`coalesce(o.starts_on, '9999-12-31'::date)`, sql`o.id`, sql`o.competence_id`],
  })
}

/** Events that taught something this year, with what each taught. */
export async function taughtThisYear(tx: Tx, ctx: Ctx, window: Window): Promise<readonly Theme[]> {
  const offers = await offersIn(tx, ctx, window)
  const { rows } = await sql<Theme & { competences: string[] }>`
    select o.title, ${nameOfSite(ctx, sql`o.site_id`)} as taught_by, array_agg(o.competence_id::text order by o.competence_id) as competences
    from ${offers} o where o.kind = 'event' and o.state = 'held' group by o.id, o.title, o.site_id order by o.title, o.id`.execute(
    tx,
  )
  return rows
}

/** Who lacks what. */
export async function openPairs(tx: Tx, { territory }: Pick<Ctx, 'territory'>) {
  const { rows } = await sql<OpenPair>`
    select distinct person_id, competence_id from deficits
    where territory_id = ${territory.id} and state = 'open' and competence_id is not null`.execute(tx)
  return rows
}

import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Period } from '../../kernel/types.ts'

/**
 * Announced and held events that begin in these days, as rows of what one may learn at: `id, plan_id, line_key, site_id, title, starts_on, month, waiting,
 * state` — `open` while there is a place, `full` without one, `held` when it has begun.
 */
export function eventsToLearnAt({ territory, now }: Ctx, { from, to }: Period): RawBuilder<unknown> {
  const startsOn = sql`(e.starts_at at time zone ${territory.timeZone})::date`
  return sql`(
    select e.id, e.plan_id, e.line_key, e.site_id, e.title, ${startsOn} as starts_on, to_char(${startsOn}, 'YYYY-MM') as month, places.waiting,
      case when e.state = 'closed' or e.starts_at <= ${now} then 'held' when e.places is null or places.confirmed < e.places then 'open' else 'full' end as state
    from events e
    cross join lateral (
      select (count(*) filter (where p.state = 'confirmed'))::int as confirmed, (count(*) filter (where p.state = 'waiting'))::int as waiting
      from event_places p where p.territory_id = e.territory_id and p.event_id = e.id) places
    where e.territory_id = ${territory.id} and e.state in ('open', 'closed') and ${startsOn} between ${from}::date and ${to}::date)`
}

/** The events of these lines, as rows `id, plan_id, line_key`. */
export const eventsOfLines = ({ territory }: Pick<Ctx, 'territory'>) =>
  sql`(select e.id, e.plan_id, e.line_key from events e where e.territory_id = ${territory.id} and e.state in ('open', 'closed'))`

/** How an event stands for a person, for a question of another module: `done` by the list, `missed` when it is over, `cancelled`, `taken`, `waiting`, `ahead`. */
export const standAtEvent = (
  { territory, now }: Pick<Ctx, 'territory' | 'now'>,
  event: RawBuilder<unknown>,
  person: RawBuilder<unknown>,
) =>
  sql<
    string | null
  >`(select case when e.state = 'cancelled' then 'cancelled' when mine.present then 'done' when e.state = 'closed' or e.ends_at <= ${now} then 'missed'
      when mine.state = 'confirmed' then 'taken' when mine.state = 'waiting' then 'waiting' else 'ahead' end
    from events e left join event_places mine on mine.territory_id = e.territory_id and mine.event_id = e.id and mine.person_id = ${person}
    where e.territory_id = ${territory.id} and e.id = ${event})`

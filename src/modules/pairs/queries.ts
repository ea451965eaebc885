import { type RawBuilder, sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, DeficitId, PairId, Period, PersonId, SiteId } from '../../kernel/types.ts'
import { down, type Keys } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import { guiding } from '../../regulation/work/questions.ts'
import { nameOfPerson, type PostShown, postsOn } from '../people/name-queries.ts'
import { holdsRole } from '../sites/people-queries.ts'
import { nameOfSite } from '../sites/site-queries.ts'
import type { PairState } from './machine.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** A pair in a list. */
export type PairRow = {
  readonly id: PairId
  readonly siteId: SiteId
  readonly siteName: string
  readonly mentorId: PersonId
  readonly mentor: string
  readonly role: string
  readonly menteeId: PersonId
  readonly mentee: string
  /** Posts of whoever learns on the first day. */
  readonly posts: readonly PostShown[]
  readonly goal: string
  readonly deficitId: DeficitId | null
  readonly startsOn: Day
  readonly endsOn: Day
  readonly closedOn: Day | null
  readonly state: PairState
  readonly outcome: string | null
  readonly heardOn: Day
  readonly leadsUntil: Day | null
  readonly cameFromId: PairId | null
  /** Whether the mentor has a guiding role on the site today, or on the first day where that is to come. */
  readonly isLed: boolean
  /** Different days of meetings, their minutes and the last of them: of a day both sides wrote of, the longer; without what is doubted. */
  readonly meetings: number
  readonly minutes: number
  readonly lastMeeting: Day | null
}

/** Whether the mentor of the pair `g` has a guiding role on its site, and has not withdrawn. */
export const isLed = (ctx: Where) => sql<boolean>`(${hasRole(ctx)} and (g.leads_until is null or g.leads_until >= ${ctx.today}))`

const hasRole = (ctx: Where) =>
  holdsRole(ctx, {
    person: sql`g.mentor_id`,
    site: sql`g.site_id`,
    kinds: sql`${[...guiding]}::text[] || g.role`,
    day: sql`greatest(${ctx.today}::date, g.starts_on)`,
  })

/** Meetings of the pair `g` on these days, added up. */
const metOn = (within: RawBuilder<unknown>) => sql`
  cross join lateral (select count(*)::int as meetings, coalesce(sum(d.minutes), 0)::int as minutes, max(d.held_on) as last_meeting
    from (select w.held_on, max(w.minutes) as minutes from (select m.held_on, m.written_by, sum(m.minutes) as minutes from pair_meetings m
      where m.territory_id = g.territory_id and m.pair_id = g.id and m.doubted_at is null and ${within} group by m.held_on, m.written_by) w group by w.held_on) d) k`

const atWorkFirst: Keys = [
  sql`array_position(array['proposed', 'waitsForMentor', 'waitsForMentee', 'running', 'ended', 'declined'], g.state)`,
  down(sql`g.starts_on`),
  sql`g.id`,
]

/** Pairs by a condition on `g`: those that wait and work first, the newest first. */
export const pairsBy = (tx: Tx, ctx: Where, where: RawBuilder<unknown>): Rows<PairRow> =>
  sqlRows(tx, {
    select: sql`g.id, g.site_id, ${nameOfSite(ctx, sql`g.site_id`)} as site_name, g.mentor_id, ${nameOfPerson(ctx, sql`g.mentor_id`)} as mentor, g.role,
      g.mentee_id, ${nameOfPerson(ctx, sql`g.mentee_id`)} as mentee,
      ${postsOn({ territory: sql`g.territory_id`, person: sql`g.mentee_id`, day: sql`g.starts_on` })} as posts, g.goal, g.deficit_id,
      g.starts_on, g.ends_on, g.closed_on, g.state, g.outcome, g.heard_on, g.leads_until, g.came_from_id, ${isLed(ctx)} as is_led,
      k.meetings, k.minutes, k.last_meeting`,
    from: sql`pairs g`,
    // Meetings are added up for the rows of a page only.
    as: 'g',
    joins: metOn(sql`true`),
    where: sql`g.territory_id = ${ctx.territory.id} and ${where}`,
    order: atWorkFirst,
  })

/** One of them. */
export const pairRow = async (tx: Tx, ctx: Where, id: PairId): Promise<PairRow | null> =>
  (await pairsBy(tx, ctx, sql`g.id = ${id}`).page(1, 0))[0] ?? null

/** Pairs at work of which nothing has been heard for so many days: `isSilent` for a query. */
export const isSilentIn = ({ today }: Where, days: number) =>
  sql<boolean>`(g.state = 'running' and g.ends_on >= ${today} and ${today}::date - greatest(g.starts_on, g.heard_on) >= ${days})`

/** Those of which this person may know: of their sites, their own; offices know of all. */
export function seenBy(ctx: Ctx): RawBuilder<unknown> {
  if (may(ctx, 'pair.listAll')) return sql`true`
  const { headsSites, staffOfSites, coordinatesSites, personId } = ctx.actor
  const sites = [...headsSites, ...staffOfSites, ...coordinatesSites]
  return sql`(g.site_id = any(${sites}::uuid[]) or ${personId} in (g.mentor_id, g.mentee_id))`
}

/** What pairs of a site have come to in some days, as numbers and outcomes without names. */
export type PairsNumbers = {
  readonly pairs: number
  readonly ended: number
  readonly meetings: number
  readonly minutes: number
  readonly outcomes: readonly string[]
}

/** The pairs of a site that worked in these days, for its report. */
export async function pairsWithin(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  siteId: SiteId,
  { from, to }: Period,
): Promise<PairsNumbers> {
  const last = sql`coalesce(${to}::date, 'infinity')`
  const { rows } = await sql<PairsNumbers>`
    select count(*)::int as pairs, (count(*) filter (where g.state = 'ended' and g.closed_on <= ${last}))::int as ended,
      coalesce(sum(k.meetings), 0)::int as meetings, coalesce(sum(k.minutes), 0)::int as minutes,
      coalesce(json_agg(g.outcome order by g.closed_on, g.id) filter (where g.state = 'ended' and g.closed_on <= ${last}), '[]') as outcomes
    from pairs g ${metOn(sql`m.held_on between ${from}::date and ${last}`)}
    where g.territory_id = ${territory.id} and g.site_id = ${siteId} and g.state in ('running', 'ended') and g.starts_on <= least(${last}, g.closed_on)
      and coalesce(g.closed_on, g.ends_on) >= ${from}`.execute(tx)
  return rows[0] ?? { pairs: 0, ended: 0, meetings: 0, minutes: 0, outcomes: [] }
}

import { type RawBuilder, sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, DeficitId, PairId, PersonId, SiteId } from '../../kernel/types.ts'
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
  readonly cameFromId: PairId | null
  /** Whether the mentor has a guiding role on the site today, or on the first day where that is to come. */
  readonly isLed: boolean
}

/** Whether the mentor of the pair `g` has a guiding role on its site. */
export const isLed = (ctx: Where) =>
  holdsRole(ctx, {
    person: sql`g.mentor_id`,
    site: sql`g.site_id`,
    kinds: sql`${[...guiding]}::text[] || g.role`,
    day: sql`greatest(${ctx.today}::date, g.starts_on)`,
  })

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
      g.starts_on, g.ends_on, g.closed_on, g.state, g.outcome, g.heard_on, g.came_from_id, ${isLed(ctx)} as is_led`,
    from: sql`pairs g`,
    as: 'g',
    where: sql`g.territory_id = ${ctx.territory.id} and ${where}`,
    order: atWorkFirst,
  })

/** One of them. */
export const pairRow = async (tx: Tx, ctx: Where, id: PairId): Promise<PairRow | null> =>
  (await pairsBy(tx, ctx, sql`g.id = ${id}`).page(1, 0))[0] ?? null

/** Those of which this person may know: of their sites, their own; offices know of all. */
export function seenBy(ctx: Ctx): RawBuilder<unknown> {
  if (may(ctx, 'pair.listAll')) return sql`true`
  const { headsSites, staffOfSites, coordinatesSites, personId } = ctx.actor
  const sites = [...headsSites, ...staffOfSites, ...coordinatesSites]
  return sql`(g.site_id = any(${sites}::uuid[]) or ${personId} in (g.mentor_id, g.mentee_id))`
}

import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, GroupMemberId, Period, PersonId, SiteId, WorkingGroupId } from '../../kernel/types.ts'
import { down, type Keys } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import { nameOfPerson, type PostShown, postsOn } from '../people/name-queries.ts'
import { nameOfSite } from '../sites/site-queries.ts'
import type { GroupState } from './machine.ts'

type Where = Pick<Ctx, 'territory'>

/** A group in a list. */
export type GroupRow = {
  readonly id: WorkingGroupId
  readonly siteId: SiteId
  readonly siteName: string
  readonly theme: string
  readonly direction: string | null
  readonly leaderId: PersonId
  readonly leader: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly closedOn: Day | null
  readonly state: GroupState
  readonly result: string | null
  /** Different people who have worked in it. */
  readonly people: number
}

const atWorkFirst: Keys = [sql`g.state`, down(sql`g.starts_on`), sql`g.id`]

/** Groups by a condition on `g`: those at work first, the newest first. */
export const groupsBy = (tx: Tx, ctx: Where, where: RawBuilder<unknown>): Rows<GroupRow> =>
  sqlRows(tx, {
    select: sql`g.id, g.site_id, ${nameOfSite(ctx, sql`g.site_id`)} as site_name, g.theme, g.direction, g.leader_id,
      ${nameOfPerson(ctx, sql`g.leader_id`)} as leader, g.starts_on, g.ends_on, g.closed_on, g.state, g.result,
      (select count(distinct m.person_id)::int from working_group_members m where m.territory_id = g.territory_id and m.group_id = g.id) as people`,
    from: sql`working_groups g`,
    where: sql`g.territory_id = ${ctx.territory.id} and ${where}`,
    order: atWorkFirst,
  })

/** Whether the person works, or has worked, in the group `g`. */
export const worksIn = ({ territory }: Where, personId: PersonId) =>
  sql<boolean>`exists (select from working_group_members own where own.territory_id = ${territory.id} and own.group_id = g.id
    and own.person_id = ${personId})`

/** Whether the person works in the group `g` after a day. */
export const worksInAfter = ({ territory }: Where, personId: PersonId, day: Day) =>
  sql<boolean>`g.id in (select own.group_id from working_group_members own where own.territory_id = ${territory.id}
    and own.person_id = ${personId} and (own.ends_on is null or own.ends_on > ${day}))`

/** In which groups a person works, or has worked. */
export const membershipsOf = (tx: Tx, { territory }: Where, personId: PersonId) =>
  tx
    .selectFrom('workingGroupMembers')
    .select(['id', 'groupId', 'startsOn', 'endsOn'])
    .where((is) => is.and({ territoryId: territory.id, personId }))
    .execute()

/** One who works in a group. */
export type MemberRow = {
  readonly id: GroupMemberId
  readonly personId: PersonId
  readonly person: string
  readonly post: string | null
  readonly startsOn: Day
  readonly endsOn: Day | null
}

/** Those who work or have worked in a group, in the order in which they came. */
export async function membersOf(tx: Tx, ctx: Where, groupId: WorkingGroupId): Promise<readonly MemberRow[]> {
  const { rows } = await sql<Omit<MemberRow, 'post'> & { readonly posts: readonly PostShown[] }>`
    select m.id, m.person_id, ${nameOfPerson(ctx, sql`m.person_id`)} as person, m.starts_on, m.ends_on,
      ${postsOn({ territory: sql`m.territory_id`, person: sql`m.person_id`, day: sql`m.starts_on` })} as posts
    from working_group_members m where m.territory_id = ${ctx.territory.id} and m.group_id = ${groupId}
    order by m.starts_on, m.id`.execute(tx)
  return rows.map(({ posts: [post], ...row }) => ({ ...row, post: post ? `${post.title}, ${post.organisation}` : null }))
}

/** Groups of a site that worked in these days, for its report. */
export const groupsWithin = (tx: Tx, ctx: Where, siteId: SiteId, { from, to }: Period) =>
  groupsBy(
    tx,
    ctx,
    sql`g.site_id = ${siteId} and g.starts_on <= coalesce(${to}::date, 'infinity') and coalesce(g.closed_on, g.ends_on) >= ${from}`,
  ).page(200, 0)

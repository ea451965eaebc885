import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { dayBefore, later, longDate, shortDate } from '../../kernel/dates.ts'
import { firstDayOutside } from '../../kernel/envelope.ts'
import { ok, refuseRule } from '../../kernel/result.ts'
import type { Day, PersonId, SiteId } from '../../kernel/types.ts'
import { tell } from '../../notices/tell.ts'
import { initialsOf } from '../people/name-queries.ts'
import type { Leaving, standingOnPosts } from '../people/ports.ts'
import { type GroupRow, groupsBy, type MemberRow, membersOf } from './queries.ts'
import { join, leave, postsOf } from './store.ts'

/** Nobody works in so many at once. */
const most = 200

/** A status ends: a group that would go on after its last day ends with it, and its members are told. */
export async function endWithSite(tx: Tx, ctx: Ctx, { siteId, on }: { siteId: SiteId; on: Day }): Promise<readonly Fact[]> {
  const rows = await groupsBy(tx, ctx, sql`g.site_id = ${siteId} and g.state = 'atWork' and g.ends_on > ${on}`).page(most, 0)
  const facts: Fact[] = []
  for (const row of rows) facts.push(await cutShort(tx, ctx, row, on))
  return facts
}

/** Over at once where the day has come or lies before the first one, else its last day is that one. */
async function cutShort(tx: Tx, ctx: Ctx, row: GroupRow, on: Day): Promise<Fact> {
  const isOver = on <= ctx.today || on < row.startsOn
  const closedOn = later(on, row.startsOn)
  const result = `Не завершено: статус площадки закончился ${longDate(on)}`
  await tx
    .updateTable('workingGroups')
    .set((was) => ({
      ...(isOver ? { state: 'closed', closedOn, result } : { endsOn: on }),
      editVersion: was('editVersion', '+', 1),
    }))
    .where((is) => is.and({ territoryId: ctx.territory.id, id: row.id }))
    .execute()
  if (!isOver)
    return {
      kind: 'group.changed',
      subjectId: row.id,
      siteId: row.siteId,
      facts: { theme: row.theme, leader: row.leader, from: row.startsOn, to: on },
    }
  const params = { site: row.siteName, theme: row.theme, result }
  const members = await membersOf(tx, ctx, row.id)
  const people = [...new Set(members.filter(({ endsOn }) => endsOn === null).map(({ personId }) => personId))]
  await tell(
    tx,
    ctx,
    people.map((personId) => ({ kind: 'group.closed' as const, subjectId: row.id, personId, params })),
  )
  return { kind: 'group.closed', subjectId: row.id, siteId: row.siteId, facts: { theme: row.theme, on: closedOn, result } }
}

export async function forgetWithSites(tx: Tx, { territory }: Ctx, siteIds: readonly SiteId[]): Promise<void> {
  const own = tx
    .selectFrom('workingGroups')
    .select('id')
    .where('territoryId', '=', territory.id)
    .where('siteId', 'in', [...siteIds])
  await tx.deleteFrom('workingGroupMembers').where('territoryId', '=', territory.id).where('groupId', 'in', own).execute()
  await tx
    .deleteFrom('workingGroups')
    .where('territoryId', '=', territory.id)
    .where('siteId', 'in', [...siteIds])
    .execute()
}

type Loose = { readonly group: GroupRow; readonly member: MemberRow; readonly outside: Day }

/** Groups in which a person would work on after the last day of the posts. */
async function loose(tx: Tx, ctx: Ctx, { personId, posts }: Leaving): Promise<Loose[]> {
  const rows = await groupsBy(
    tx,
    ctx,
    sql`g.state = 'atWork' and g.id in (select m.group_id from working_group_members m
      where m.territory_id = ${ctx.territory.id} and m.person_id = ${personId} and m.ends_on is null)`,
  ).page(most, 0)
  const found: Loose[] = []
  for (const group of rows) {
    const member = (await membersOf(tx, ctx, group.id)).find((one) => one.personId === personId && one.endsOn === null)
    const outside = member && firstDayOutside({ from: member.startsOn, to: group.endsOn }, posts)
    if (member && outside) found.push({ group, member, outside })
  }
  return found
}

const keyOf = ({ group }: Loose) => `group-${group.id}`

/** Members stand on their posts; whoever leads a group hands it over. */
export const membersOnPosts: Parameters<typeof standingOnPosts.plug>[0] = {
  async find(tx, ctx, leaving) {
    return (await loose(tx, ctx, leaving)).map((one) => {
      const leads = one.group.leaderId === leaving.personId
      return {
        key: keyOf(one),
        what: `${leads ? 'руководит рабочей группой' : 'работает в группе'} «${one.group.theme}», ${one.group.siteName}, по ${shortDate(one.group.endsOn)}`,
        note: leads ? 'Без нового руководителя группа закончит работу в этот день' : null,
        mayHandOver: leads,
      }
    })
  },
  async settle(tx, ctx, leaving, key, heir) {
    const one = (await loose(tx, ctx, leaving)).find((found) => keyOf(found) === key)
    if (!one) return ok([])
    const { group, member, outside } = one
    const on = dayBefore(outside)
    const leads = group.leaderId === leaving.personId
    if (leads && heir === null) return ok([await endLeaderless(tx, ctx, group, on)])
    const facts: Fact[] = []
    if (leads && heir !== null) {
      const handed = await handOver(tx, ctx, group, outside, heir)
      if (handed === null) return refuseRule('group.noPost', { field: `stands.${key}`, params: { day: longDate(outside) } })
      facts.push(handed)
    }
    await leave(tx, ctx, member.id, later(on, member.startsOn))
    return ok([
      ...facts,
      {
        kind: 'group.released',
        subjectId: group.id,
        siteId: group.siteId,
        facts: { theme: group.theme, person: member.person, on },
      },
    ])
  },
}

/** Nobody goes on with it: over at once, or on the last day of its leader. */
async function endLeaderless(tx: Tx, ctx: Ctx, group: GroupRow, on: Day): Promise<Fact> {
  const last = later(on, group.startsOn)
  const result = `Не завершено: руководитель группы оставил работу ${longDate(last)}`
  await tx
    .updateTable('workingGroups')
    .set((was) => ({ state: 'closed', closedOn: last, result, editVersion: was('editVersion', '+', 1) }))
    .where((is) => is.and({ territoryId: ctx.territory.id, id: group.id }))
    .execute()
  return { kind: 'group.closed', subjectId: group.id, siteId: group.siteId, facts: { theme: group.theme, on: last, result } }
}

/** Somebody else leads from that day; null where the heir has no post then. */
async function handOver(tx: Tx, ctx: Ctx, group: GroupRow, from: Day, heir: PersonId): Promise<Fact | null> {
  const posts = await postsOf(tx, ctx, heir)
  if (!posts.some((post) => post.from <= from && (post.to === null || post.to >= from))) return null
  const members = await membersOf(tx, ctx, group.id)
  if (!members.some((one) => one.personId === heir && one.endsOn === null))
    await join(tx, ctx, group.id, { personId: heir, from: from > group.endsOn ? group.endsOn : from })
  await tx
    .updateTable('workingGroups')
    .set((was) => ({ leaderId: heir, editVersion: was('editVersion', '+', 1) }))
    .where((is) => is.and({ territoryId: ctx.territory.id, id: group.id }))
    .execute()
  const leader = (await initialsOf(tx, ctx, [heir]))(heir)
  return {
    kind: 'group.changed',
    subjectId: group.id,
    siteId: group.siteId,
    facts: { theme: group.theme, leader, from: group.startsOn, to: group.endsOn },
  }
}

import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { dayBefore, later, longDate, shortDate } from '../../kernel/dates.ts'
import { firstDayOutside } from '../../kernel/envelope.ts'
import { ok, refuseAll } from '../../kernel/result.ts'
import type { Day, PersonId, SiteId } from '../../kernel/types.ts'
import { tell } from '../../notices/tell.ts'
import { initialsOf } from '../people/name-queries.ts'
import type { Leaving, standingOnPosts } from '../people/ports.ts'
import { postsOf } from '../people/queries.ts'
import { type GroupRow, groupsBy, type MemberRow, membershipsOf, membersOf, worksInAfter } from './queries.ts'
import { isStill, wrongPosts } from './rules.ts'
import { join, leave, letAllGo, lockAtWork, stay } from './store.ts'

/** Nobody works in so many at once. */
const most = 200

/** A status ends: a group that would go on after its last day ends with it, and its members are told. */
export async function endWithSite(tx: Tx, ctx: Ctx, { siteId, on }: { siteId: SiteId; on: Day }): Promise<readonly Fact[]> {
  const goesOn = sql`g.site_id = ${siteId} and g.ends_on > ${on}`
  await lockAtWork(tx, ctx, goesOn)
  const rows = await groupsBy(tx, ctx, sql`g.state = 'atWork' and ${goesOn}`).page(most, 0)
  const facts: Fact[] = []
  for (const row of rows)
    facts.push(await cutShort(tx, ctx, row, { on, why: `Статус площадки: последний день — ${longDate(on)}` }))
  return facts
}

/** A group cannot outlast a day: over at once where that has come or lies before its first one, else its last day is that one. */
async function cutShort(tx: Tx, ctx: Ctx, row: GroupRow, { on, why }: { on: Day; why: string }): Promise<Fact> {
  const neverBegan = on < row.startsOn
  const isOver = on <= ctx.today || neverBegan
  const closedOn = later(on, row.startsOn)
  const result = `${neverBegan ? 'Не начата' : 'Не завершена'}. ${why}`
  const members = await membersOf(tx, ctx, row.id)
  await tx
    .updateTable('workingGroups')
    .set((was) => ({
      ...(isOver ? { state: 'closed', closedOn, result } : { endsOn: on }),
      editVersion: was('editVersion', '+', 1),
    }))
    .where((is) => is.and({ territoryId: ctx.territory.id, id: row.id, state: 'atWork' }))
    .execute()
  if (!neverBegan) await letAllGo(tx, ctx, row.id, on)
  const { theme, siteName: site, leader } = row
  const people = [...new Set(members.filter((one) => isStill(one, ctx.today)).map(({ personId }) => personId))]
  const told = isOver
    ? ({ kind: 'group.closed', params: { site, theme, result } } as const)
    : ({ kind: 'group.shortened', params: { site, theme, to: on, why } } as const)
  await tell(
    tx,
    ctx,
    people.map((personId) => ({ ...told, subjectId: row.id, personId })),
  )
  const of = { subjectId: row.id, siteId: row.siteId }
  return isOver
    ? { ...of, kind: 'group.closed', facts: { theme, on: closedOn, result } }
    : { ...of, kind: 'group.changed', facts: { theme, leader, from: row.startsOn, to: on } }
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

type Member = Pick<MemberRow, 'id' | 'startsOn' | 'endsOn'>
type Loose = { readonly group: GroupRow; readonly member: Member; readonly outside: Day }

/** Groups in which a person would work on after the last day of the posts. */
async function loose(tx: Tx, ctx: Ctx, { personId, endsOn, posts }: Leaving): Promise<Loose[]> {
  const [rows, own] = await Promise.all([
    groupsBy(tx, ctx, sql`g.state = 'atWork' and ${worksInAfter(ctx, personId, endsOn)}`).page(most, 0),
    membershipsOf(tx, ctx, personId),
  ])
  return rows.flatMap((group) =>
    own
      .filter((member) => member.groupId === group.id && isStill(member, endsOn))
      .flatMap((member) => {
        const outside = firstDayOutside({ from: member.startsOn, to: member.endsOn ?? group.endsOn }, posts)
        return outside === null ? [] : [{ group, member, outside }]
      }),
  )
}

const keyOf = ({ group }: Loose) => `group-${group.id}`

/** Members stand on their posts; whoever leads a group hands it over. */
export const membersOnPosts: Parameters<typeof standingOnPosts.plug>[0] = {
  async find(tx, ctx, leaving) {
    return (await loose(tx, ctx, leaving)).map((one) => {
      const leads = one.group.leaderId === leaving.personId
      const { theme, siteName, endsOn } = one.group
      return {
        key: keyOf(one),
        what: `${leads ? 'руководит рабочей группой' : 'работает в группе'} «${theme}», ${siteName}, по ${shortDate(one.member.endsOn ?? endsOn)}`,
        note: leads ? 'Без нового руководителя группа закончит работу в этот день' : null,
        mayHandOver: leads,
      }
    })
  },
  async settle(tx, ctx, leaving, key, heir) {
    await lockAtWork(tx, ctx, worksInAfter(ctx, leaving.personId, leaving.endsOn))
    const one = (await loose(tx, ctx, leaving)).find((found) => keyOf(found) === key)
    if (!one) return ok([])
    const { group, member, outside } = one
    const on = dayBefore(outside)
    const leads = group.leaderId === leaving.personId
    if (leads && heir === null)
      return ok([
        await cutShort(tx, ctx, group, { on, why: `Руководитель группы оставил работу, последний день — ${longDate(on)}` }),
      ])
    const facts: Fact[] = []
    if (leads && heir !== null) {
      const posts = await postsOf(tx, ctx, heir)
      const who = (await initialsOf(tx, ctx, [heir]))(heir)
      const wrong = wrongPosts(group, { startsOn: outside }, { who, posts, field: `stands.${key}` })
      if (wrong.length > 0) return refuseAll(wrong)
      facts.push(await handOver(tx, ctx, group, { from: outside, heir, who }))
    }
    const [person] = (await membersOf(tx, ctx, group.id)).filter(({ id }) => id === member.id)
    await leave(tx, ctx, member, on)
    const released = { theme: group.theme, person: person?.person ?? '', on }
    return ok([...facts, { kind: 'group.released', subjectId: group.id, siteId: group.siteId, facts: released }])
  },
}

type Heir = { readonly from: Day; readonly heir: PersonId; readonly who: string }

/** Somebody else leads from that day, to the end of the group, and is told. */
async function handOver(tx: Tx, ctx: Ctx, group: GroupRow, { from, heir, who }: Heir): Promise<Fact> {
  const own = (await membersOf(tx, ctx, group.id)).find((one) => one.personId === heir && isStill(one, from))
  if (own) await stay(tx, ctx, own, from)
  else await join(tx, ctx, group.id, { personId: heir, from })
  await tx
    .updateTable('workingGroups')
    .set((was) => ({ leaderId: heir, editVersion: was('editVersion', '+', 1) }))
    .where((is) => is.and({ territoryId: ctx.territory.id, id: group.id }))
    .execute()
  const { theme, siteName: site } = group
  const notice = { kind: 'group.joined', subjectId: group.id, params: { site, theme, leads: true } } as const
  await tell(tx, ctx, [{ ...notice, personId: heir }])
  const facts = { theme, leader: who, from: group.startsOn, to: group.endsOn }
  return { kind: 'group.changed', subjectId: group.id, siteId: group.siteId, facts }
}

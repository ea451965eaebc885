// Proves L-31g.
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, type LearningSite } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula, lenobl } from '../../../test/regulations.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId, WorkingGroupId } from '../../kernel/types.ts'
import { workDirections } from '../../regulation/work/questions.ts'
import { leavePost } from '../people/commands/posts.ts'
import { recordOf } from '../people/queries.ts'
import { endEverythingOf } from '../sites/commands/apply-standing.ts'
import { tasksOf } from '../tasks/queries.ts'
import { groups } from './case.ts'
import { admitMember, changeGroup, closeGroup, formGroup, releaseMember } from './deeds.ts'
import { invariants } from './invariants.ts'
import { groupsWithin } from './queries.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
beforeAll(async () => {
  there = await aLearningSite(base.db, byDirections)
})

const scoped = <T>(work: Parameters<typeof inScope<T>>[2], of = there) => inScope(base.db, of.site.territory.id, work)
const opened = async (id: WorkingGroupId, of = there) => (await scoped((tx) => groups.open(tx, of.site as never, id), of))!
const broken = async (tx: Tx) =>
  (await Promise.all(invariants.map(async (one) => ('broken' in one ? (await one.broken.execute(tx)).rows : [])))).flat()
const rule = (rule: string, field?: string) => ({ refusal: { rule, ...(field && { field }) } })
/** A paper that forms groups by directions, and names them. */
const byDirections = { ...lenobl, directions: chebula.directions }
const direction = workDirections(byDirections)[0]?.code ?? null

const terms = (of: LearningSite, more: Record<string, unknown> = {}) => ({
  id: of.site.siteId,
  theme: 'Рекомендации молодому учителю',
  task: 'Рекомендации на двух страницах',
  direction,
  leaderId: of.site.people.teacher,
  startsOn: '2021-10-01',
  endsOn: '2021-12-31',
  ...more,
})
const aGroup = async (of = there, more: Record<string, unknown> = {}) =>
  mustWork(await formGroup.run(await of.site.as('head'), terms(of, more) as never)) as WorkingGroupId
const result = { result: 'Рекомендации готовы', resultLink: null, closedOn: '2021-10-01' }
const whatWaits = async (person: PersonId, on: string) => {
  const ctx = await there.as(person, on)
  return (await scoped((tx) => tasksOf(tx, ctx))).map(({ what }) => what)
}
const toldOf = async (id: string) =>
  (
    await base.adminPool.query<{ kind: string; person_id: string }>('select kind, person_id from notices where subject_id = $1', [
      id,
    ])
  ).rows.map(({ kind, person_id }) => [kind, person_id])

describe('a group is formed', () => {
  test('by the head of the site, within the status, by a direction; its leader is the first member and is told', async () => {
    const { site } = there
    const head = await site.as('head')
    const formed = (more: Record<string, unknown>) => formGroup.run(head, terms(there, more) as never)
    expect(await formed({ endsOn: '2023-09-01' })).toMatchObject(rule('group.outsideStatus', 'startsOn'))
    expect(await formed({ direction: null })).toMatchObject(rule('group.needsDirection', 'direction'))
    expect(await formed({ startsOn: '2021-02-01', endsOn: '2021-02-02', leaderId: await there.another() })).toMatchObject({
      ok: true,
    })
    expect(await formGroup.run(await site.as('teacher'), terms(there) as never)).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    const id = await aGroup()
    const { one, members } = await opened(id)
    expect(one).toMatchObject({ state: 'atWork', theme: 'Рекомендации молодому учителю' })
    expect(members).toMatchObject([{ personId: site.people.teacher, startsOn: '2021-10-01', endsOn: null }])
    expect(await toldOf(id)).toEqual([['group.joined', site.people.teacher]])
    expect(await scoped(broken)).toEqual([])
  })

  test('where the paper knows no groups there is no button, and a sent form is refused', async () => {
    const of = await aLearningSite(base.db, chebula)
    expect(await formGroup.run(await of.site.as('head'), terms(of, { direction: null }) as never)).toMatchObject(
      rule('group.notAsked'),
    )
    const page = await client(of.site.people.head).get(`/t/${of.site.territory.code}/sites/${of.site.siteId}`)
    expect(page.text).not.toContain('Рабочие группы')
    const list = await client(of.site.people.head).get(`/t/${of.site.territory.code}/groups`)
    expect(list.text).toContain('Рабочих групп здесь не создают')
  })
})

describe('people come and go', () => {
  test('from any organisation; once; the leader runs the group, others do not; whoever left stays on the list', async () => {
    const { site } = there
    const id = await aGroup()
    const leader = await site.as('teacher')
    const trainee = there.trainee
    const admits = (from: string, personId: PersonId = trainee) => admitMember.run(leader, { id, personId, from })
    expect(await admits('2022-01-01')).toMatchObject(rule('group.outsideTerm', 'from'))
    mustWork(await admits('2021-10-05'))
    expect(await admits('2021-10-06')).toMatchObject(rule('group.isMember', 'personId'))
    expect(await admitMember.run(await there.as(trainee), { id, personId: there.director, from: '2021-10-06' })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    const { members } = await opened(id)
    const [own, of] = [
      members.find((one) => one.personId === site.people.teacher)!,
      members.find((one) => one.personId === trainee)!,
    ]
    expect(await releaseMember.run(leader, { id, member: own.id, on: '2021-10-06' })).toMatchObject(
      rule('group.leaderStays', 'on'),
    )
    expect(await releaseMember.run(leader, { id, member: of.id, on: '2021-10-04' })).toMatchObject(
      rule('group.leavingOutside', 'on'),
    )
    mustWork(await releaseMember.run(leader, { id, member: of.id, on: '2021-10-20' }))
    // A last day that is still to come may be put right.
    expect(await admits('2021-10-20')).toMatchObject(rule('group.isMember', 'personId'))
    mustWork(await releaseMember.run(leader, { id, member: of.id, on: '2021-10-18' }))
    mustWork(await admits('2021-10-21'))
    expect((await opened(id)).members).toHaveLength(3)
  })

  test('the term and the leader are changed: whoever leads works in it, and nobody is left outside', async () => {
    const id = await aGroup()
    const head = await there.site.as('head')
    const change = (more: Record<string, unknown>) => changeGroup.run(head, { ...terms(there, more), id, version: 1 } as never)
    expect(await change({ leaderId: there.trainee })).toMatchObject(rule('group.leaderIsMember', 'leaderId'))
    expect(await change({ startsOn: '2021-10-02' })).toMatchObject(rule('group.membersOutside', 'endsOn'))
    mustWork(await change({ endsOn: '2022-01-31' }))
    expect((await opened(id)).one.endsOn).toBe('2022-01-31')
  })

  test('a member leaves the last post and the group with it; the leader hands it over, or it ends', async () => {
    const of = await aLearningSite(base.db, lenobl)
    const id = await aGroup(of, { direction: null })
    const official = await of.site.as('official')
    const { teacher } = of.site.people
    const [post] = (await scoped((tx) => recordOf(tx, official, teacher), of)).posts
    const leaves = { personId: teacher, postId: post!.id, endsOn: '2021-10-01' }
    const settle = (settled: ReadonlyMap<string, PersonId | null>) => leavePost(official, { ...leaves, settled })
    const asked = JSON.stringify(await settle(new Map()))
    expect(asked).toContain('руководит рабочей группой')
    const others = [...asked.matchAll(/stands\.([a-z]+-[0-9a-f-]+)/g)]
      .map(([, key]) => key!)
      .filter((key) => key !== `group-${id}`)
    const rest = others.map((key) => [key, null] as const)
    mustWork(await settle(new Map([...rest, [`group-${id}`, of.trainee]])))
    const { one, members } = await opened(id, of)
    expect(one).toMatchObject({ state: 'atWork', leaderId: of.trainee })
    expect(members.map(({ personId, endsOn }) => [personId, endsOn])).toEqual([
      [teacher, '2021-10-01'],
      [of.trainee, null],
    ])
    expect(await scoped(broken, of)).toEqual([])

    expect(await toldOf(id)).toContainEqual(['group.joined', of.trainee])

    const [next] = (await scoped((tx) => recordOf(tx, official, of.trainee), of)).posts
    const goes = { personId: of.trainee, postId: next!.id }
    const alone = new Map([[`group-${id}`, null]])
    mustWork(await leavePost(official, { ...goes, endsOn: '2021-11-15', settled: alone }))
    expect((await opened(id, of)).one).toMatchObject({ state: 'atWork', endsOn: '2021-11-15' })
    expect(await toldOf(id)).toContainEqual(['group.shortened', of.trainee])
    expect(await scoped(broken, of)).toEqual([])
  })

  test('the leader leaves today and nobody goes on: the group is over; what was written down before is not lost', async () => {
    const of = await aLearningSite(base.db, lenobl)
    const official = await of.site.as('official')
    const [post] = (await scoped((tx) => recordOf(tx, official, of.trainee), of)).posts
    const groupLed = () => aGroup(of, { direction: null, leaderId: of.trainee })
    const id = await groupLed()
    const settled = new Map([[`group-${id}`, null]])
    const leaves = leavePost(official, { personId: of.trainee, postId: post!.id, endsOn: '2021-10-01', settled })
    const closes = closeGroup.run(await of.site.as('head'), { id, version: 1, ...result })
    const [left, closed] = await Promise.all([leaves, closes])
    const { one } = await opened(id, of)
    expect(one.state).toBe('closed')
    expect(one.result).toBe(
      closed.ok ? 'Рекомендации готовы' : 'Не завершена. Руководитель группы оставил работу, последний день — 1 октября 2021 г.',
    )
    expect(left.ok).toBe(true)
  })

  test('a member whose post ends sooner is there until then; a later end of the group asks for a post to it', async () => {
    const of = await aLearningSite(base.db, lenobl)
    const id = await aGroup(of, { direction: null })
    const official = await of.site.as('official')
    const head = await of.site.as('head')
    const [post] = (await scoped((tx) => recordOf(tx, official, of.trainee), of)).posts
    mustWork(await leavePost(official, { personId: of.trainee, postId: post!.id, endsOn: '2021-11-05', settled: new Map() }))
    mustWork(await admitMember.run(head, { id, personId: of.trainee, from: '2021-10-05' }))
    expect((await opened(id, of)).members.find((one) => one.personId === of.trainee)).toMatchObject({ endsOn: '2021-11-05' })
    expect(await formGroup.run(head, terms(of, { direction: null, leaderId: of.trainee }) as never)).toMatchObject(
      rule('group.postEnds', 'leaderId'),
    )
    const capped = (await opened(id, of)).members.find((one) => one.personId === of.trainee)!
    expect(await releaseMember.run(head, { id, member: capped.id, on: '2021-11-06' })).toMatchObject(
      rule('group.leavingOutside', 'on'),
    )
    const another = await of.another()
    mustWork(await admitMember.run(head, { id, personId: another, from: '2021-10-05' }))
    const [own] = (await scoped((tx) => recordOf(tx, official, another), of)).posts
    mustWork(await leavePost(official, { personId: another, postId: own!.id, endsOn: '2021-12-31', settled: new Map() }))
    const { one } = await opened(id, of)
    const later = { ...terms(of, { direction: null, endsOn: '2022-01-31' }), id, version: one.editVersion }
    expect(await changeGroup.run(head, later as never)).toMatchObject(rule('group.postEnds', 'endsOn'))
  })
})

describe('a group ends', () => {
  test('with a result, on a day that has come; its members are told, and nothing is changed after it', async () => {
    const { site } = there
    const id = await aGroup()
    const leader = await site.as('teacher')
    mustWork(await admitMember.run(leader, { id, personId: there.trainee, from: '2021-10-01' }))
    expect(
      await closeGroup.run(leader, { id, version: (await opened(id)).one.editVersion, ...result, closedOn: '2021-10-02' }),
    ).toMatchObject(rule('group.closedAhead', 'closedOn'))
    const { one } = await opened(id)
    mustWork(await closeGroup.run(leader, { id, version: one.editVersion, ...result }))
    expect((await opened(id)).one).toMatchObject({ state: 'closed', result: 'Рекомендации готовы' })
    expect(await toldOf(id)).toContainEqual(['group.closed', there.trainee])
    expect(await admitMember.run(leader, { id, personId: there.director, from: '2021-10-01' })).toMatchObject(
      rule('group.isClosed'),
    )
    const within = (from: string, to: string) =>
      scoped(async (tx) => (await groupsWithin(tx, site, site.siteId, { from, to })).map((row) => row.id))
    expect(await within('2021-10-01', '2021-10-31')).toContain(id)
    expect(await within('2021-10-02', '2021-10-31')).not.toContain(id)
  })

  test('without one it waits on the leader and the head from the day after its last', async () => {
    const id = await aGroup(there, { theme: 'Сценарии занятий' })
    const asks = 'Записать, чем закончилась работа группы «Сценарии занятий»'
    const { head, teacher, stranger } = there.site.people
    expect(await whatWaits(teacher, '2021-12-31')).not.toContain(asks)
    expect(await whatWaits(teacher, '2022-01-01')).toContain(asks)
    expect(await whatWaits(head, '2022-01-01')).toContain(asks)
    expect(await whatWaits(stranger, '2022-01-01')).not.toContain(asks)
    expect(id).toBeTruthy()
  })

  test('with the status of its site: cut to its last day, over when that has come', async () => {
    const of = await aLearningSite(base.db, lenobl)
    const id = await aGroup(of, { direction: null })
    const ctx = await of.site.as('official')
    const cut = (on: string) =>
      scoped(async (tx) => {
        const orderId = of.site.network.orderId
        const facts = await endEverythingOf(tx, ctx, { siteId: of.site.siteId, on, orderId })
        await tx.updateTable('sites').set({ endsOn: on }).where('id', '=', of.site.siteId).execute()
        return facts
      }, of)
    await cut('2021-11-30')
    expect((await opened(id, of)).one).toMatchObject({ state: 'atWork', endsOn: '2021-11-30' })
    expect(await scoped(broken, of)).toEqual([])
    await cut('2021-10-01')
    expect((await opened(id, of)).one).toMatchObject({ state: 'closed', closedOn: '2021-10-01' })
    expect((await toldOf(id)).map(([kind]) => kind)).toContain('group.closed')
  })
})

test('in the browser: formed, joined, closed; a member reads it, a stranger does not, the paper names everybody', async () => {
  const { territory, siteId, people } = there.site
  const head = client(people.head)
  await head.get(`/t/${territory.code}/sites/${siteId}/groups/new`)
  const made = await head.press('Создать группу', {
    theme: 'Карты урока',
    task: 'Десять карт',
    direction: direction ?? '',
    leaderId: people.teacher,
    startsOn: '01.10.2021',
    endsOn: '31.12.2021',
  })
  expect(made.status).toBe(303)
  const id = (await base.adminPool.query<{ id: string }>(`select id from working_groups where theme = 'Карты урока'`)).rows[0]!.id
  const at = `/t/${territory.code}/groups/${id}`
  await head.get(at)
  expect((await head.press('Добавить', { personId: there.trainee, from: '02.10.2021' })).status).toBe(303)
  await head.get(at)
  expect((await head.press('Добавить', { personId: await there.another(), from: '02.10.2021' })).status).toBe(303)
  const ids = [...(await head.get(at)).text.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one)
  expect(
    ids.filter((one, n) => ids.indexOf(one) !== n),
    'the last day of each member has a field of its own',
  ).toEqual([])
  const own = client(there.trainee)
  expect((await own.get(at)).text).toContain('Десять карт')
  expect((await own.get(`/t/${territory.code}/my`)).text).toContain('Карты урока')
  expect((await own.get(`${at}/edit`)).status).toBe(404)
  expect((await client(people.stranger).get(at)).status).toBe(404)
  expect((await client(people.stranger).get(`/t/${territory.code}/groups?show=all`)).text).not.toContain('Карты урока')
  await head.get(at)
  const wrong = await head.press('Закончить работу группы', {
    result: 'Готово',
    closedOn: '01.01.2030',
    resultLink: 'http://a.ru',
  })
  expect(wrong.status).toBe(422)
  for (const kept of ['Готово', 'http://a.ru']) expect(wrong.text).toContain(kept)
  await head.get(at)
  expect((await head.press('Закончить работу группы', { result: 'Десять карт готовы', closedOn: '01.10.2021' })).status).toBe(303)
  expect((await head.get(at)).text).toContain('Десять карт готовы')
  expect((await head.get(`/t/${territory.code}/sites/${siteId}/groups.csv?show=all`)).text).toContain('Карты урока')
  expect((await head.get(`${at}/paper/docx`)).status).toBe(200)
})

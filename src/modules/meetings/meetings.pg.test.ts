// Proves L-321m.
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, type LearningSite } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula, luga, turochak } from '../../../test/regulations.ts'
import { newId } from '../../kernel/ids.ts'
import type { MeetingGuestId, MeetingId, PersonId } from '../../kernel/types.ts'
import { tasksOf } from '../tasks/queries.ts'
import { meetings } from './case.ts'
import { answerNo, answerYes, callMeeting, cancelMeeting, changeMeeting, inviteOne, markAttendance, nameChair } from './deeds.ts'
import { kindsHere } from './kinds.ts'
import { meetingReminders } from './tasks.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
beforeAll(async () => {
  there = await aLearningSite(base.db, luga)
  const { site, schoolId } = there
  await inScope(base.db, site.territory.id, (tx) =>
    tx
      .insertInto('attachments')
      .values({
        ...{ territoryId: site.territory.id, id: newId(), siteId: site.siteId, organisationId: schoolId },
        ...{ startsOn: '2021-02-01', endsOn: '2021-10-14', orderId: site.network.orderId, pointNumber: '2' },
      })
      .execute(),
  )
})

const scoped = <T>(work: Parameters<typeof inScope<T>>[2], of = there) => inScope(base.db, of.site.territory.id, work)
const opened = async (id: MeetingId, of = there) => (await scoped((tx) => meetings.open(tx, of.site as never, id), of))!
const rule = (rule: string, field?: string) => ({ refusal: { rule, ...(field && { field }) } })
const kindOf = async (of: LearningSite, code: string) => {
  const ctx = await of.site.as('methodist')
  return (await scoped((tx) => kindsHere(tx, ctx), of)).find((one) => one.code === code)?.key ?? code
}
const typed = { title: 'Начало учебного года', day: '2021-10-12', from: '14:00', until: '15:30', room: 'Малый зал', link: null }
const aMeeting = async (code: string, more: Record<string, unknown> = {}, of = there) => {
  const ctx = await of.site.as('methodist')
  const fields = { ...typed, chairId: of.site.people.methodist, agenda: 'Планы площадок\nРазное', ...more }
  return callMeeting.run(ctx, { id: 'x', kind: await kindOf(of, code), ...fields } as never)
}
const called = async (...given: Parameters<typeof aMeeting>) => mustWork(await aMeeting(...given)) as MeetingId
const toldOf = async (id: string, kind: string) =>
  (
    await base.adminPool.query<{ person_id: PersonId }>(
      'select person_id from notices where subject_id = $1 and kind = $2 order by 1',
      [id, kind],
    )
  ).rows.map((row) => row.person_id)
const invitedTo = async (id: MeetingId, of = there) => (await opened(id, of)).guests.map(({ personId }) => personId).toSorted()
const waits = async (person: PersonId, on: string) => {
  const ctx = await there.as(person, on)
  return (await scoped((tx) => tasksOf(tx, ctx))).map(({ what }) => what)
}

describe('a meeting is called', () => {
  test('with the heads of sites and of the attached schools together, by the registers of its day; all are told', async () => {
    const { head } = there.site.people
    const together = await called('headsAndPartners')
    expect(await invitedTo(together)).toEqual([head, there.director].toSorted())
    expect(await toldOf(together, 'meeting.called')).toEqual([head, there.director].toSorted())
    expect(await invitedTo(await called('heads'))).toEqual([head])
    // The last day of the attachment, and the day after it.
    expect(await invitedTo(await called('headsAndPartners', { day: '2021-10-14' }))).toContain(there.director)
    expect(await invitedTo(await called('headsAndPartners', { day: '2021-10-15' }))).toEqual([head])
  })

  test('with the heads of all organisations where the paper says so', async () => {
    const of = await aLearningSite(base.db, turochak)
    const id = await called('heads', {}, of)
    expect(await invitedTo(id, of)).toEqual([of.site.people.head, of.director].toSorted())
  })

  test('only for what is ahead, somewhere, with an agenda of this territory, by the office', async () => {
    expect(await aMeeting('heads', { day: '2021-09-30' })).toMatchObject(rule('meeting.isPast', 'day'))
    expect(await aMeeting('heads', { room: null })).toMatchObject(rule('meeting.nowhere', 'room'))
    expect(await aMeeting('heads', { agenda: 'План https://other.ru/a' })).toMatchObject(rule('meeting.foreignPage', 'agenda'))
    expect(await aMeeting('other')).toMatchObject(rule('meeting.unknownKind', 'kind'))
    const fields = { id: 'x', kind: await kindOf(there, 'heads'), ...typed, chairId: there.site.people.head, agenda: 'Разное' }
    expect(await callMeeting.run(await there.site.as('head'), fields as never)).toMatchObject({ refusal: { code: 'forbidden' } })
  })

  test('where the paper is silent there is none, until the centre chooses so, and then without a clause', async () => {
    const of = await aLearningSite(base.db, chebula)
    const { territory } = of.site
    expect(await aMeeting('free', {}, of)).toMatchObject(rule('meeting.unknownKind', 'kind'))
    expect((await client(of.site.people.methodist).get(`/t/${territory.code}/meetings`)).text).toContain(
      'Совещаний здесь не ведут',
    )
    await base.adminPool.query(`insert into settings (territory_id, chosen, edit_version) values ($1, '{"meetings": true}', 1)`, [
      territory.id,
    ])
    const page = await client(of.site.people.methodist).get(`/t/${territory.code}/meetings/new`)
    expect(page.text).toContain('Настройка центра')
    const id = await called('free', {}, of)
    expect(await invitedTo(id, of)).toEqual([])
    expect((await opened(id, of)).one).toMatchObject({ regulationId: null, kindTitle: 'Рабочая встреча' })
  })
})

describe('an invitation is answered', () => {
  test('in one tap from one’s own page; whoever cannot names who comes instead, and the office is told', async () => {
    const id = await called('headsAndPartners')
    const { code } = there.site.territory
    const { head, methodist, stranger } = there.site.people
    expect(await waits(head, '2021-10-01')).toContain('Ответить на приглашение: «Начало учебного года»')
    const own = client(head)
    expect((await own.get(`/t/${code}/my`)).text).toContain('Начало учебного года')
    mustWork(await answerYes.run(await there.site.as('head'), { id }))
    const director = client(there.director)
    const page = await director.get(`/t/${code}/meetings/${id}`)
    expect(page.text).toContain('Будете ли вы?')
    expect((await director.press('Ответить, что не смогу', { deputy: 'Орлова М. И., заместитель' })).status).toBe(303)
    const { guests } = await opened(id)
    expect(guests.map(({ personId, answer, deputy }) => [personId, answer, deputy]).toSorted()).toEqual(
      [
        [head, 'comes', null],
        [there.director, 'cannot', 'Орлова М. И., заместитель'],
      ].toSorted(),
    )
    expect(await toldOf(id, 'meeting.cannot')).toEqual([methodist])
    expect((await client(stranger).get(`/t/${code}/meetings/${id}`)).status).toBe(404)
    expect(await answerYes.run(await there.site.as('teacher'), { id })).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await answerYes.run(await there.site.as('head', '2021-10-13'), { id })).toMatchObject(rule('meeting.hasBegun'))
  })

  test('one more is invited by hand, once; who has not said no and who chairs it are reminded the day before', async () => {
    const id = await called('headsAndPartners')
    const ctx = await there.site.as('methodist')
    const { teacher, head, methodist } = there.site.people
    mustWork(await inviteOne.run(ctx, { id, personId: teacher }))
    expect(await inviteOne.run(ctx, { id, personId: teacher })).toMatchObject(rule('meeting.isInvited', 'personId'))
    mustWork(await answerNo.run(await there.as(there.director), { id, deputy: null }))
    const reminded = await scoped((tx) =>
      meetingReminders(tx, there.site.territory.id, { after: '2021-10-10', to: '2021-10-11' }),
    )
    expect(
      reminded
        .filter(({ subjectId }) => subjectId === id)
        .map(({ personId, onDay }) => [personId, onDay])
        .toSorted(),
    ).toEqual(
      [
        [head, '2021-10-11'],
        [teacher, '2021-10-11'],
        [methodist, '2021-10-11'],
      ].toSorted(),
    )
  })
})

test('another day asks the registers anew and tells everybody; called off it is over, with the reason', async () => {
  const id = await called('headsAndPartners', { day: '2021-10-15' })
  const ctx = await there.site.as('methodist')
  const { head, methodist } = there.site.people
  const moves = (more: object, version: number) =>
    changeMeeting.run(ctx, { ...typed, chairId: methodist, agenda: 'Разное', ...more, id, version } as never)
  mustWork(await moves({ day: '2021-10-15' }, 1))
  expect(await toldOf(id, 'meeting.moved')).toEqual([])
  mustWork(await moves({ day: '2021-10-13' }, 2))
  expect(await invitedTo(id)).toEqual([head, there.director].toSorted())
  expect(await toldOf(id, 'meeting.moved')).toEqual([head])
  expect(await toldOf(id, 'meeting.called')).toEqual([head, there.director].toSorted())
  expect((await opened(id)).items.map(({ text }) => text)).toEqual(['Разное'])
  mustWork(await cancelMeeting.run(ctx, { id, version: 3, cancelReason: 'Карантин' }))
  expect(await toldOf(id, 'meeting.cancelled')).toEqual([head, there.director].toSorted())
  expect(await answerYes.run(await there.site.as('head'), { id })).toMatchObject(rule('meeting.isOver'))
  expect(await inviteOne.run(ctx, { id, personId: there.trainee })).toMatchObject(rule('meeting.isOver'))
})

test('who was there is written down on its day, with others by number; then it was held', async () => {
  const id = await called('headsAndPartners')
  const { head, methodist } = there.site.people
  const { guests } = await opened(id)
  const present = guests.filter(({ personId }) => personId === head).map((one) => one.id)
  const marks = async (on: string, others: number | null = 2) =>
    markAttendance.run(await there.site.as('methodist', on), {
      ...{ id, shown: guests.map((one) => one.id), was: [], present, others, othersWas: (await opened(id)).one.others },
    })
  // Noon of its day: it begins at 14:00.
  expect(await marks('2021-10-12')).toMatchObject(rule('meeting.isAhead'))
  expect((await client(methodist).get(`/t/${there.site.territory.code}/meetings/${id}`)).text).not.toContain('Сохранить список')
  expect(await waits(methodist, '2021-10-13')).toContain('Отметить, кто был: «Начало учебного года»')
  const { code } = there.site.territory
  mustWork(await marks('2021-10-13'))
  expect((await opened(id)).one).toMatchObject({ state: 'held', others: 2 })
  expect((await opened(id)).guests.filter((one) => one.present).map((one) => one.personId)).toEqual([head])
  mustWork(await marks('2021-10-13', null))
  expect((await opened(id)).one).toMatchObject({ state: 'held', others: null })
  expect((await client(methodist).get(`/t/${code}/meetings.csv?show=held`)).text).toContain('Начало учебного года')
})

test('two telephones mark one list, and neither wipes what the other has marked', async () => {
  const id = await called('headsAndPartners')
  const { head } = there.site.people
  const { guests } = await opened(id)
  const shown = guests.map((one) => one.id)
  const of = (personId: PersonId) => guests.filter((one) => one.personId === personId).map((one) => one.id)
  const marks = async (present: MeetingGuestId[], more: { was?: MeetingGuestId[]; others?: number; othersWas?: number } = {}) =>
    markAttendance.run(await there.site.as('methodist', '2021-10-13'), {
      ...{ id, shown, was: [], present, others: null, othersWas: null, ...more },
    })
  const thereNow = async () => {
    const { one, guests: now } = await opened(id)
    return [one.others, one.editVersion, now.filter(({ present }) => present).map(({ personId }) => personId)]
  }
  mustWork(await marks(of(head), { others: 4 }))
  // Opened before that, on another telephone.
  mustWork(await marks(of(there.director)))
  expect(await thereNow()).toEqual([4, 3, expect.arrayContaining([head, there.director])])
  mustWork(await marks(shown, { was: shown, others: 4, othersWas: 4 }))
  expect(await thereNow()).toEqual([4, 3, expect.arrayContaining([head, there.director])])
  mustWork(await marks(of(head), { was: shown, others: 1, othersWas: 4 }))
  expect(await thereNow()).toEqual([1, 4, [head]])
})

test('another hour asks everybody again, another room does not', async () => {
  const id = await called('heads')
  const ctx = await there.site.as('methodist')
  const { methodist } = there.site.people
  const answer = async () => (await opened(id)).guests.map((one) => [one.answer, one.deputy])
  mustWork(await answerNo.run(await there.site.as('head'), { id, deputy: 'Орлова М. И.' }))
  const moves = (more: object, version: number) =>
    changeMeeting.run(ctx, { ...typed, chairId: methodist, agenda: 'Разное', ...more, id, version } as never)
  const said = async () =>
    (
      await base.adminPool.query<{ again: boolean }>(
        `select (params->>'again')::boolean as again from notices where subject_id = $1 and kind = 'meeting.moved' order by id`,
        [id],
      )
    ).rows.map(({ again }) => again)
  mustWork(await moves({ room: 'Большой зал' }, 1))
  expect(await answer()).toEqual([['cannot', 'Орлова М. И.']])
  mustWork(await moves({ room: 'Большой зал', day: '2021-10-13' }, 2))
  expect(await answer()).toEqual([[null, null]])
  expect((await said()).toSorted()).toEqual([false, true])
})

describe('who chairs a meeting', () => {
  test('may be named anew by the office, also when it was held: both are told, the new one signs', async () => {
    const id = await called('heads')
    const { head, methodist, official, teacher } = there.site.people
    const at = `/t/${there.site.territory.code}/meetings/${id}`
    const names = async (who: 'methodist' | 'official' | 'teacher', chairId: PersonId, version: number, on = '2021-10-01') =>
      nameChair.run(await there.site.as(who, on), { id, version, chairId })
    expect(await names('teacher', teacher, 1)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await names('official', methodist, 1)).toMatchObject(rule('meeting.isChair', 'chairId'))
    mustWork(await names('official', teacher, 1))
    expect(await toldOf(id, 'meeting.chairs')).toEqual([teacher])
    expect(await toldOf(id, 'meeting.chairLeft')).toEqual([methodist])
    expect((await client(teacher).get(`/t/${there.site.territory.code}/my`)).text).toContain('Вы ведёте')
    const { guests } = await opened(id)
    const shown = guests.map((one) => one.id)
    const sent = { id, shown, was: [], present: shown, others: null, othersWas: null }
    mustWork(await markAttendance.run(await there.site.as('teacher', '2021-10-13'), sent))
    expect(await waits(teacher, '2021-10-13')).toContain('Подписать протокол: «Начало учебного года»')
    // Whoever called it may still call meetings, and is asked too.
    expect(await waits(methodist, '2021-10-13')).toContain('Написать протокол: «Начало учебного года»')
    expect((await client(teacher).get(at)).text).not.toContain('Назвать, кто ведёт')
    const office = client(official)
    expect((await office.get(at)).text).toContain('Назвать, кто ведёт')
    expect((await office.press('Назвать', { chairId: head })).status).toBe(303)
    expect((await opened(id)).one).toMatchObject({ state: 'held', chairId: head })
    expect(await waits(teacher, '2021-10-13')).not.toContain('Подписать протокол: «Начало учебного года»')
  })

  test('changed with the rest in the form is told to both; whoever called it and left the office is not asked for the minutes', async () => {
    const id = await called('heads')
    const { methodist, official, teacher } = there.site.people
    const change = { ...typed, chairId: teacher, agenda: 'Разное', id, version: 1 }
    mustWork(await changeMeeting.run(await there.site.as('official'), change as never))
    expect(await toldOf(id, 'meeting.chairs')).toEqual([teacher])
    expect(await toldOf(id, 'meeting.chairLeft')).toEqual([methodist])
    expect(await toldOf(id, 'meeting.moved')).toEqual([])
    const ctx = await there.as(methodist, '2021-10-13')
    const left = { ...ctx, actor: { ...ctx.actor, roles: [] } }
    const asked = async (of: typeof ctx) => (await scoped((tx) => tasksOf(tx, of))).filter(({ href }) => href.endsWith(id))
    expect(await asked(ctx)).toHaveLength(1)
    expect(await asked(left as never)).toEqual([])
    mustWork(await nameChair.run(await there.site.as('methodist'), { id, version: 2, chairId: official }))
    expect(await toldOf(id, 'meeting.chairs')).toEqual([teacher, official].toSorted())
  })
})

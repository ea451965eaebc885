// Proves L-321m.
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, type LearningSite } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import type { Tx } from '../../db/pool.ts'
import type { MeetingDecisionId, MeetingId, MeetingItemId, PersonId } from '../../kernel/types.ts'
import { acceptAssignment, reportAssignment, returnAssignment } from '../orders/commands/execute-assignment.ts'
import { dutiesFrom } from '../orders/execution-queries.ts'
import { dutyNotices } from '../orders/reminders.ts'
import { tasksOf } from '../tasks/queries.ts'
import { meetings } from './case.ts'
import { callMeeting, markAttendance } from './deeds.ts'
import { invariants } from './invariants.ts'
import { kindsHere } from './kinds.ts'
import { addItem, decide, dropDecision, signMinutes, writeHeard } from './minutes-deeds.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
beforeAll(async () => {
  there = await aLearningSite(base.db, luga)
})

const scoped = <T>(work: Parameters<typeof inScope<T>>[2]) => inScope(base.db, there.site.territory.id, work)
const opened = async (id: MeetingId) => (await scoped((tx) => meetings.open(tx, there.site as never, id)))!
const rule = (rule: string, field?: string) => ({ refusal: { rule, ...(field && { field }) } })
const day = '2021-10-12'
const methodist = (on = day) => there.site.as('methodist', on)
const broken = async (tx: Tx) =>
  (await Promise.all(invariants.map(async (one) => ('broken' in one ? (await one.broken.execute(tx)).rows : [])))).flat()
const waits = async (person: PersonId, on: string) => {
  const ctx = await there.as(person, on)
  return (await scoped((tx) => tasksOf(tx, ctx))).map(({ what, due }) => [what, due])
}
const toldOf = async (id: string, kind: string) =>
  (
    await base.adminPool.query<{ person_id: PersonId }>('select person_id from notices where subject_id = $1 and kind = $2', [
      id,
      kind,
    ])
  ).rows.map((row) => row.person_id)

async function aHeldMeeting(title = 'Итоги месяца'): Promise<{ id: MeetingId; items: readonly MeetingItemId[] }> {
  const ctx = await methodist('2021-10-01')
  const kind = (await scoped((tx) => kindsHere(tx, ctx))).find(({ code }) => code === 'heads')!.key
  const fields = { title, day, from: '10:00', until: '11:30', room: 'Малый зал', link: null, agenda: 'Планы площадок\nРазное' }
  const id = mustWork(await callMeeting.run(ctx, { id: 'x', kind, ...fields, chairId: ctx.actor.personId } as never)) as MeetingId
  const { guests } = await opened(id)
  const all = guests.map((one) => one.id)
  mustWork(await markAttendance.run(await methodist(), { id, shown: all, was: [], present: all, others: null, othersWas: null }))
  return { id, items: (await opened(id)).items.map((one) => one.id) }
}
const decides = async (id: MeetingId, item: MeetingItemId, more: object = {}) =>
  decide.run(await methodist(), {
    ...{ id, item, text: 'Составить список педагогов', personId: there.site.people.head, dueOn: '2021-10-20' },
    ...more,
  })

describe('the minutes', () => {
  test('are written question by question after the meeting was held, by who runs it; a decision is taken out before the signature', async () => {
    const { id, items } = await aHeldMeeting()
    const ctx = await methodist()
    mustWork(await writeHeard.run(ctx, { id, item: items[0]!, was: null, heard: 'Снигур: план готов' }))
    mustWork(await addItem.run(ctx, { id, text: 'Открытые уроки' }))
    expect(await decides(id, items[1]!, { dueOn: '2021-10-11' })).toMatchObject(rule('meeting.dueBefore', 'dueOn'))
    mustWork(await decides(id, items[1]!))
    mustWork(await decides(id, items[1]!, { text: 'Лишнее' }))
    const extra = (await opened(id)).decisions.find(({ text }) => text === 'Лишнее')!
    mustWork(await dropDecision.run(ctx, { id, decision: extra.id }))
    const { decisions, items: now } = await opened(id)
    expect(now.map(({ text, heard }) => [text, heard])).toEqual([
      ['Планы площадок', 'Снигур: план готов'],
      ['Разное', null],
      ['Открытые уроки', null],
    ])
    expect(decisions.map(({ number, text, dueOn }) => [number, text, dueOn])).toEqual([
      ['2.1', 'Составить список педагогов', '2021-10-20'],
    ])
    expect(await addItem.run(await there.site.as('head'), { id, text: 'Чужое' })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })

  test('by the page a decision without a person or a day is refused, and what was typed stays', async () => {
    const { id, items } = await aHeldMeeting('Без человека')
    const at = `/t/${there.site.territory.code}/meetings/${id}`
    const own = client(there.site.people.methodist)
    expect((await own.get(at)).text).toContain('Протокол')
    const refused = await own.press('Записать решение', { item: items[0]!, text: 'Собрать списки' })
    expect(refused.status).toBe(422)
    for (const said of ['Выберите одного, кто исполняет', 'напишите дату', 'Собрать списки']) expect(refused.text).toContain(said)
    expect((await opened(id)).decisions).toEqual([])
  })

  test('what one has written of a question another does not replace unseen: the typed text stays', async () => {
    const { id, items } = await aHeldMeeting('Двое пишут')
    const at = `/t/${there.site.territory.code}/meetings/${id}`
    const own = client(there.site.people.methodist)
    expect((await own.get(at)).text).toContain('Записать, что слушали')
    mustWork(await writeHeard.run(await methodist(), { id, item: items[1]!, was: null, heard: 'Первое\nслово' }))
    const sent = { item: items[1]!, was: '', heard: 'Второе слово' }
    const refused = await own.post(`${at}/heard`, sent)
    expect(refused.status).toBe(409)
    for (const said of ['Пока вы смотрели', 'Второе слово', 'Первое\nслово']) expect(refused.text).toContain(said)
    expect((await opened(id)).items.map(({ heard }) => heard)).toEqual([null, 'Первое\nслово'])
    expect((await own.post(`${at}/heard`, { ...sent, was: 'Первое\r\nслово' })).status).toBe(303)
    expect((await opened(id)).items.map(({ heard }) => heard)).toEqual([null, 'Второе слово'])
  })

  test('are signed by the chair alone, not empty, with the next number of the year; after it nothing changes', async () => {
    const { id, items } = await aHeldMeeting('Подпись')
    const sign = async (who: 'methodist' | 'official' | 'head', version: number) =>
      signMinutes.run(await there.site.as(who, '2021-10-13'), { id, version })
    const { one } = await opened(id)
    expect(await sign('methodist', one.editVersion)).toMatchObject(rule('meeting.emptyMinutes'))
    mustWork(await decides(id, items[0]!))
    expect(await sign('official', one.editVersion)).toMatchObject({ refusal: { code: 'forbidden' } })
    const late = await signMinutes.run(await methodist('2021-10-21'), { id, version: one.editVersion + 1 })
    expect(late).toMatchObject({ refusal: { rule: 'meeting.lateDecisions', params: { late: '1.1' } } })
    // The page was opened before the decision was written.
    const unseen = { refusal: { code: 'changedMeanwhile' } }
    expect(await sign('methodist', one.editVersion)).toMatchObject(unseen)
    mustWork(await addItem.run(await methodist(), { id, text: 'Открытые уроки' }))
    expect(await sign('methodist', one.editVersion + 1)).toMatchObject(unseen)
    mustWork(await decides(id, items[0]!, { text: 'Лишнее' }))
    const extra = (await opened(id)).decisions.find(({ text }) => text === 'Лишнее')!
    mustWork(await dropDecision.run(await methodist(), { id, decision: extra.id }))
    expect(await sign('methodist', one.editVersion + 3)).toMatchObject(unseen)
    mustWork(await writeHeard.run(await methodist(), { id, item: items[0]!, was: null, heard: 'Планы готовы' }))
    expect(await sign('methodist', one.editVersion + 4)).toMatchObject(unseen)
    mustWork(await sign('methodist', one.editVersion + 5))
    const signed = (await opened(id)).one
    expect(signed).toMatchObject({ state: 'minutesSigned', signedOn: '2021-10-13', minutesYear: 2021 })
    const next = await aHeldMeeting('Следующая')
    mustWork(await decides(next.id, next.items[0]!))
    mustWork(await signMinutes.run(await methodist('2021-10-14'), { id: next.id, version: 3 }))
    expect((await opened(next.id)).one.minutesNumber).toBe(signed.minutesNumber! + 1)
    expect(await decides(id, items[0]!)).toMatchObject(rule('meeting.notHeld'))
    expect(
      await markAttendance.run(await methodist(), { id, shown: [], was: [], present: [], others: 1, othersWas: null }),
    ).toMatchObject(rule('meeting.isOver'))
    await expect(base.adminPool.query("update meeting_items set heard = 'Иное' where meeting_id = $1", [id])).rejects.toThrow(
      'signed minutes never change',
    )
    await expect(base.adminPool.query('update meeting_guests set present = false where meeting_id = $1', [id])).rejects.toThrow(
      'signed minutes never change',
    )
  })
})

describe('a decision of signed minutes', () => {
  let id: MeetingId
  let duty: MeetingDecisionId
  beforeAll(async () => {
    const held = await aHeldMeeting('Поручения')
    id = held.id
    mustWork(await decides(id, held.items[0]!, { personId: there.site.people.teacher }))
    duty = (await opened(id)).decisions[0]!.id
    mustWork(await signMinutes.run(await methodist('2021-10-13'), { id, version: 3 }))
  })

  test('is a duty as a point of an order is: a task with its day, a notice, its page for those it concerns', async () => {
    const { teacher, stranger, methodist: chair, head } = there.site.people
    const { code } = there.site.territory
    expect(await waits(teacher, '2021-10-14')).toContainEqual(['Составить список педагогов', '2021-10-20'])
    expect(await toldOf(duty, 'duty.given')).toEqual([teacher])
    expect(await toldOf(id, 'meeting.minutesSigned')).toEqual([head])
    const page = await client(teacher).get(`/t/${code}/assignments/${duty}`)
    expect(page.text).toMatch(/Протокол № \d+ от 12\.10\.2021, п\. 1\.1/)
    expect((await client(teacher).get(`/t/${code}/meetings/${id}`)).status).toBe(200)
    expect((await client(stranger).get(`/t/${code}/assignments/${duty}`)).status).toBe(404)
    expect((await client(chair).get(`/t/${code}/assignments/${duty}`)).status).toBe(200)
    // Whoever was invited reads the decision, and is led to its page only where it opens.
    const linked = async (person: PersonId) =>
      (await client(person).get(`/t/${code}/meetings/${id}`)).text.includes(`/assignments/${duty}"`)
    expect(await Promise.all([linked(teacher), linked(chair), linked(head)])).toEqual([true, true, false])
    expect((await client(head).get(`/t/${code}/assignments/${duty}`)).status).toBe(404)
    expect(await scoped(broken)).toEqual([])
  })

  test('is reminded of, and of a late one the chair too', async () => {
    const { teacher, methodist: chair } = there.site.people
    const told = async (after: string, to: string) =>
      (await scoped((tx) => dutyNotices(tx, there.site.territory.id, { after, to })))
        .filter(({ subjectId }) => subjectId === duty)
        .map(({ kind, personId, onDay }) => [kind, personId, onDay])
    expect(await told('2021-10-12', '2021-10-13')).toEqual([['duty.dueSoon', teacher, '2021-10-13']])
    expect(await told('2021-10-19', '2021-10-21')).toEqual([
      ['duty.dueToday', teacher, '2021-10-20'],
      ['duty.overdue', teacher, '2021-10-21'],
      ['duty.late', chair, '2021-10-21'],
    ])
  })

  test('is reported, returned, reported again and accepted by the chair; the minutes show how it stands', async () => {
    const { teacher, methodist: chair } = there.site.people
    const own = await there.as(teacher, '2021-10-21')
    const shown = async () => {
      const ctx = await methodist('2021-10-21')
      return (await scoped((tx) => dutiesFrom(tx, ctx, 'meeting', id))).get(duty)
    }
    expect(await shown()).toMatchObject({ state: 'open', isOverdue: true })
    mustWork(await reportAssignment(own, { assignmentId: duty, note: 'Список готов' }))
    expect(await toldOf(duty, 'duty.done')).toEqual([chair])
    expect((await waits(chair, '2021-10-21')).map(([what]) => what)).toContainEqual(
      expect.stringMatching(/^Проверить исполнение: протокол № \d+ от 12\.10\.2021, п\. 1\.1$/),
    )
    const decidesOn = await methodist('2021-10-21')
    mustWork(await returnAssignment(decidesOn, { assignmentId: duty, remark: 'Нет двух школ' }))
    mustWork(await reportAssignment(own, { assignmentId: duty, note: 'Список полон' }))
    expect(await acceptAssignment(own, { assignmentId: duty })).toMatchObject({ refusal: { code: 'forbidden' } })
    mustWork(await acceptAssignment(decidesOn, { assignmentId: duty }))
    expect(await shown()).toMatchObject({ state: 'accepted', note: 'Список полон' })
    const page = await client(chair).get(`/t/${there.site.territory.code}/meetings/${id}`)
    expect(page.text).toContain('Исполнено')
  })
})

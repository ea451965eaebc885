// Proves L-O42.
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, type LearningSite } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import type { Day, PairId, PersonId } from '../../kernel/types.ts'
import { tasksOf } from '../tasks/queries.ts'
import { agreeAsMentee, agreeAsMentor, endPair, proposePair } from './deeds.ts'
import { answerSilence, doubtMeeting, writeMeeting } from './meeting-deeds.ts'
import { meetingsOf } from './meeting-store.ts'
import { pairRow, pairsWithin } from './queries.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
beforeAll(async () => {
  there = await aLearningSite(base.db, luga)
})
const scoped = <T>(work: Parameters<typeof inScope<T>>[2]) => inScope(base.db, there.site.territory.id, work)
const row = async (id: PairId, on: Day) => {
  const ctx = await there.site.as('head', on)
  return (await scoped((tx) => pairRow(tx, ctx, id)))!
}
const rule = (rule: string, field?: string) => ({ refusal: { rule, ...(field && { field }) } })

/** A pair at work since 1 October, of a new person. */
async function aPair(startsOn: Day = '2021-10-01'): Promise<{ id: PairId; mentee: PersonId; mentor: PersonId }> {
  const mentee = await there.another()
  const { mentor } = there.site.people
  const terms = { mentorId: mentor, menteeId: mentee, goal: 'Урок', startsOn, endsOn: '2022-05-31' }
  const id = mustWork(await proposePair.run(await there.site.as('head'), { id: there.site.siteId, ...terms })) as PairId
  mustWork(await agreeAsMentor.run(await there.as(mentor), { id, version: 1 }))
  mustWork(await agreeAsMentee.run(await there.as(mentee), { id, version: 2, deficit: null }))
  return { id, mentee, mentor }
}
const meets = async (id: PairId, who: PersonId, on: Day, more: Partial<{ heldOn: Day; minutes: number; line: string }> = {}) =>
  writeMeeting.run(await there.as(who, on), { id, heldOn: on, minutes: 45, line: 'Разбор урока', ...more })
const lines = async (id: PairId) => scoped((tx) => meetingsOf(tx, there.site, id))
const over = async (id: PairId, who: PersonId) =>
  mustWork(
    await endPair.run(await there.as(who, '2022-05-31'), {
      id,
      version: await version(id),
      outcome: 'Итог',
      closedOn: '2022-05-31',
    }),
  )
const version = async (id: PairId) =>
  (await base.adminPool.query<{ v: number }>('select edit_version as v from pairs where id = $1', [id])).rows[0]!.v

describe('a meeting', () => {
  test('is one line by either side of what has been; the other is told and owes nothing; others may not write', async () => {
    const { id, mentee, mentor } = await aPair()
    expect(await meets(id, mentor, '2021-10-10', { heldOn: '2021-10-11' })).toMatchObject(rule('pair.meetingAhead', 'heldOn'))
    expect(await meets(id, mentor, '2021-10-10', { heldOn: '2021-09-30' })).toMatchObject(rule('pair.meetingBefore', 'heldOn'))
    for (const who of [there.site.people.head, there.director])
      expect(await meets(id, who, '2021-10-10')).toMatchObject({ refusal: { code: 'forbidden' } })
    mustWork(await meets(id, mentor, '2021-10-10', { heldOn: '2021-10-08', minutes: 60 }))
    mustWork(await meets(id, mentee, '2021-10-20'))
    expect(await row(id, '2021-10-20')).toMatchObject({
      meetings: 2,
      minutes: 105,
      lastMeeting: '2021-10-20',
      heardOn: '2021-10-20',
    })
    const told = await base.adminPool.query<{ p: string }>(
      `select person_id as p from notices where kind = 'pair.met' and subject_id = $1`,
      [id],
    )
    expect(new Set(told.rows.map(({ p }) => p))).toEqual(new Set([mentee, mentor]))
    const ctx = await there.as(mentee, '2021-10-21')
    expect((await scoped((tx) => tasksOf(tx, ctx))).some(({ key }) => key.includes(id))).toBe(false)
    expect(
      await endPair.run(await there.as(mentor, '2021-10-21'), {
        id,
        version: await version(id),
        outcome: 'Итог',
        closedOn: '2021-10-19',
      }),
    ).toMatchObject(rule('pair.endedTooEarly', 'closedOn'))
    await over(id, mentor)
  })

  test('of one day that both wrote of counts once, by the longer; what the other does not agree with stays and is not counted', async () => {
    const { id, mentee, mentor } = await aPair()
    mustWork(await meets(id, mentor, '2021-10-10', { minutes: 90 }))
    mustWork(await meets(id, mentee, '2021-10-10', { minutes: 30 }))
    expect(await row(id, '2021-10-10')).toMatchObject({ meetings: 1, minutes: 90 })
    const [own] = (await lines(id)).filter(({ writtenBy }) => writtenBy === mentor)
    const doubts = async (who: PersonId) =>
      doubtMeeting.run(await there.as(who, '2021-10-10'), { id, meeting: own!.id, doubt: 'Полчаса' })
    expect(await doubts(mentor)).toMatchObject({ refusal: { code: 'notFound' } })
    mustWork(await doubts(mentee))
    expect(await doubts(mentee)).toMatchObject({ refusal: { code: 'notFound' } })
    expect(await lines(id)).toHaveLength(2)
    expect(await row(id, '2021-10-10')).toMatchObject({ meetings: 1, minutes: 30 })
    expect((await client(mentor).get(`/t/${there.site.territory.code}/pairs/${id}`)).text).toContain('Полчаса')
    await over(id, mentor)
    const within = (from: Day, to: Day) => scoped((tx) => pairsWithin(tx, there.site, there.site.siteId, { from, to }))
    const now = await within('2021-10-01', '2022-05-31')
    expect(now).toMatchObject({ pairs: 2, ended: 2, meetings: 3, minutes: 135, outcomes: ['Итог', 'Итог'] })
    expect(await within('2021-10-10', '2021-10-10')).toMatchObject({ pairs: 2, ended: 0, meetings: 1, minutes: 30, outcomes: [] })
    expect((await within('2022-06-01', '2022-08-31')).pairs).toBe(0)
  })
})

test('before its first day nothing is offered to be written down, and it ends today without having been', async () => {
  const { id, mentor } = await aPair('2021-10-02')
  const offers = async (who: PersonId, of: PairId) =>
    (await client(who).get(`/t/${there.site.territory.code}/pairs/${of}`)).text.includes(`/pairs/${of}/meetings`)
  expect(await offers(mentor, id)).toBe(false)
  expect(await offers(mentor, (await aPair()).id)).toBe(true)
  expect(await meets(id, mentor, '2021-10-01')).toMatchObject(rule('pair.notBegunYet'))
  const ends = async (closedOn: Day) =>
    endPair.run(await there.as(mentor), { id, version: await version(id), outcome: 'Передумали', closedOn })
  expect(await ends('2021-09-30')).toMatchObject(rule('pair.endedBeforeItBegan', 'closedOn'))
  mustWork(await ends('2021-10-01'))
  const all = await scoped((tx) => pairsWithin(tx, there.site, there.site.siteId, { from: '2021-09-01', to: '2022-08-31' }))
  expect(all.outcomes).not.toContain('Передумали')
})

test('after thirty silent days both are asked once; one answer is enough, and a meeting is one too', async () => {
  const { id, mentee, mentor } = await aPair()
  const asked = async (who: PersonId, on: Day) => {
    const ctx = await there.as(who, on)
    return (await scoped((tx) => tasksOf(tx, ctx))).some(({ key, offers }) => key === `pair-silent:${id}` && offers === true)
  }
  for (const who of [mentor, mentee]) {
    expect(await asked(who, '2021-10-30')).toBe(false)
    expect(await asked(who, '2021-10-31')).toBe(true)
  }
  expect(await asked(there.site.people.head, '2021-10-31')).toBe(false)
  mustWork(await answerSilence.run(await there.as(mentee, '2021-11-02'), { id, answer: 'later' }))
  for (const who of [mentor, mentee]) {
    expect(await asked(who, '2021-12-01')).toBe(false)
    expect(await asked(who, '2021-12-02')).toBe(true)
  }
  mustWork(await meets(id, mentor, '2021-12-02', { heldOn: '2021-11-20' }))
  expect(await asked(mentee, '2021-12-02')).toBe(false)
  expect(await answerSilence.run(await there.site.as('head'), { id, answer: 'met' })).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  await over(id, mentor)
})

test('whoever led pairs takes a paper away in one press; anybody with its code reads every row, and nobody is named', async () => {
  const { id, mentee, mentor } = await aPair()
  mustWork(await meets(id, mentor, '2021-10-10', { minutes: 90 }))
  const territory = there.site.territory.code
  const own = client(mentor)
  expect((await own.get(`/t/${territory}/my`)).text).toContain('Подтвердить работу наставником')
  expect((await client(mentee).get(`/t/${territory}/my`)).text).not.toContain('Подтвердить работу наставником')
  await own.get(`/t/${territory}/my/pairs/evidence`)
  expect((await own.press('Сделать бумагу')).status).toBe(303)
  const { rows } = await base.adminPool.query<{ id: string; code: string; names: string[] }>(
    `select e.id, e.code, array(select family_name from people where id = any($2)) as names from pair_evidence e where person_id = $1`,
    [mentor, [mentor, mentee]],
  )
  const [made] = rows
  const paper = `/t/${territory}/my/pairs/evidence/${made!.id}`
  for (const format of ['docx', 'pdf']) expect((await own.get(`${paper}/${format}`)).status).toBe(200)
  for (const who of [mentee, there.site.people.head]) expect((await client(who).get(`${paper}/pdf`)).status).toBe(404)
  const check = await client(null).get(`/c/${made!.code}`)
  expect(check.status).toBe(200)
  for (const said of ['Цель: Урок', 'академических', 'такая бумага есть']) expect(check.text).toContain(said)
  for (const name of made!.names) expect(check.text).not.toContain(name)
  expect((await client(null).get(`/c/${made!.code.slice(0, 25)}0`)).status).toBe(404)
  const nothing = client(there.director)
  await nothing.get(`/t/${territory}/my/pairs/evidence`)
  expect((await nothing.press('Сделать бумагу')).text).toContain('вы ещё не вели ни одной пары')
})

// Proves L-O42, R-43, T-32m.
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, type LearningSite } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula, lenobl, luga } from '../../../test/regulations.ts'
import type { Tx } from '../../db/pool.ts'
import type { PairId, PersonId } from '../../kernel/types.ts'
import { declareDeficits } from '../deficits/commands/declare.ts'
import { openOf } from '../deficits/store.ts'
import { tasksOf } from '../tasks/queries.ts'
import { pairs } from './case.ts'
import { limitPairs } from './commands/limit.ts'
import { agreeAsMentee, agreeAsMentor, askMentor, declinePair, endPair, proposePair } from './deeds.ts'
import { invariants } from './invariants.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
beforeAll(async () => {
  there = await aLearningSite(base.db, luga)
})

const scoped = <T>(work: Parameters<typeof inScope<T>>[2], of = there) => inScope(base.db, of.site.territory.id, work)
const opened = async (id: PairId, of = there) => (await scoped((tx) => pairs.open(tx, of.site as never, id), of))!
const stateOf = async (id: PairId) => (await opened(id)).one.state
const broken = async (tx: Tx) =>
  (await Promise.all(invariants.map(async (one) => ('broken' in one ? (await one.broken.execute(tx)).rows : [])))).flat()
const rule = (rule: string, field?: string) => ({ refusal: { rule, ...(field && { field }) } })
const forbidden = { refusal: { code: 'forbidden' } }

const terms = (of: LearningSite, more: Record<string, unknown> = {}) => ({
  id: of.site.siteId,
  mentorId: of.site.people.mentor,
  menteeId: of.trainee,
  goal: 'Разноуровневая работа на уроке',
  startsOn: '2021-10-01',
  endsOn: '2022-05-31',
  ...more,
})
const aPair = async (menteeId: PersonId = there.trainee, of = there, more: Record<string, unknown> = {}) =>
  mustWork(await proposePair.run(await of.site.as('head'), terms(of, { menteeId, ...more }) as never)) as PairId
const mentorSays = async (id: PairId, of = there) =>
  agreeAsMentor.run(await of.site.as('mentor'), { id, version: (await opened(id, of)).one.editVersion })
const menteeSays = async (id: PairId, of = there, deficit: string | null = null) => {
  const { one } = await opened(id, of)
  return agreeAsMentee.run(await of.as(one.menteeId), { id, version: one.editVersion, deficit })
}
const ended = async (id: PairId, more: Record<string, unknown> = {}) =>
  endPair.run(await there.site.as('mentor'), {
    ...{ id, version: (await opened(id)).one.editVersion, outcome: 'Урок перестроен', closedOn: '2021-10-01' },
    ...more,
  })
const whatWaits = async (person: PersonId, on?: string, of = there) => {
  const ctx = await of.as(person, on)
  return (await scoped((tx) => tasksOf(tx, ctx), of)).map(({ what }) => what)
}
const toldOf = async (id: string) =>
  (
    await base.adminPool.query<{ kind: string; person_id: string }>('select kind, person_id from notices where subject_id = $1', [
      id,
    ])
  ).rows.map(({ kind, person_id }) => [kind, person_id])

describe('a pair is proposed', () => {
  test('by the head or a methodist, with somebody who has a guiding role, within the status and the posts; others may not', async () => {
    const { site, trainee } = there
    const { head, methodist, teacher } = site.people
    const proposes = async (who: keyof typeof site.people, more: Record<string, unknown>) =>
      proposePair.run(await site.as(who), terms(there, more) as never)
    expect(await proposes('head', { mentorId: teacher })).toMatchObject(rule('pair.mentorHasNoRole', 'mentorId'))
    const nobody = '00000000-0000-7000-8000-000000000000'
    expect(await proposes('head', { mentorId: nobody })).toMatchObject(rule('pair.mentorHasNoRole', 'mentorId'))
    expect(await proposes('head', { menteeId: nobody })).toMatchObject(rule('pair.noPost', 'menteeId'))
    expect(await proposes('head', { menteeId: site.people.mentor })).toMatchObject(rule('pair.oneself', 'menteeId'))
    expect(await proposes('head', { endsOn: '2023-09-01' })).toMatchObject(rule('pair.outsideStatus', 'startsOn'))
    expect(await proposes('head', { endsOn: '2021-09-30', startsOn: '2021-09-01' })).toMatchObject(
      rule('pair.termIsOver', 'endsOn'),
    )
    for (const who of ['teacher', 'stranger', 'mentor'] as const) expect(await proposes(who, {})).toMatchObject(forbidden)
    const id = await aPair()
    expect(await proposes('head', {})).toMatchObject(rule('pair.twice', 'mentorId'))
    expect((await opened(id)).one).toMatchObject({ state: 'proposed', role: 'mentor', begunBy: 'site' })
    expect(await toldOf(id)).toEqual(
      expect.arrayContaining([
        ['pair.proposed', site.people.mentor],
        ['pair.proposed', trainee],
      ]),
    )
    for (const [who, asks] of [
      [site.people.mentor, 'Решить, ведёте ли вы пару'],
      [trainee, 'Решить, согласны ли вы на наставника'],
    ] as const)
      expect((await whatWaits(who)).some((what) => what.startsWith(asks))).toBe(true)
    expect((await whatWaits(head)).some((what) => what.includes('пару'))).toBe(false)
    mustWork(await declinePair.run(await site.as('methodist'), { id, version: 1, outcome: null }))
    expect((await opened(id)).one).toMatchObject({ state: 'declined', outcome: 'Без объяснения' })
    expect(await toldOf(id)).toContainEqual(['pair.declined', head])
    mustWork(await proposes('methodist', { menteeId: await there.another() }))
    expect(methodist).toBeTruthy()
  })

  test('pressed twice at once it is proposed once', async () => {
    const menteeId = await there.another()
    const head = await there.site.as('head')
    const pressed = await Promise.all([1, 2].map(() => proposePair.run(head, terms(there, { menteeId }) as never)))
    expect(pressed.filter(({ ok }) => ok)).toHaveLength(1)
    expect(pressed.find(({ ok }) => !ok)).toMatchObject(rule('pair.twice'))
  })

  test('where the paper is silent there is no button and a sent form is refused; by the word of the centre pairs are there without a clause', async () => {
    const of = await aLearningSite(base.db, chebula)
    const { territory, siteId, people } = of.site
    const at = `/t/${territory.code}`
    expect(await proposePair.run(await of.site.as('head'), terms(of) as never)).toMatchObject(rule('pair.notAsked'))
    const page = await client(people.head).get(`${at}/sites/${siteId}`)
    expect(page.text).not.toContain('Наставничество')
    expect((await client(people.head).get(`${at}/pairs`)).text).toContain('Наставнических пар здесь нет')

    await scoped(
      (tx) => tx.insertInto('settings').values({ territoryId: territory.id, chosen: '{"pairs":true}', editVersion: 1 }).execute(),
      of,
    )
    const now = await client(people.head).get(`${at}/sites/${siteId}`)
    expect(now.text).toContain('Сейчас пар нет')
    const form = await client(people.head).get(`${at}/sites/${siteId}/pairs/new`)
    expect(form.text).not.toContain('Для кого')
    // Whoever leads trainees here leads pairs: the head alone.
    mustWork(await proposePair.run(await of.site.as('head'), terms(of, { mentorId: people.head }) as never))
  })
})

describe('both say yes', () => {
  test('in either order; silence is no consent; only whose word it is', async () => {
    const menteeId = await there.another()
    const id = await aPair(menteeId)
    expect(await agreeAsMentor.run(await there.as(menteeId), { id, version: 1 })).toMatchObject(forbidden)
    expect(await agreeAsMentee.run(await there.site.as('head'), { id, version: 1, deficit: null })).toMatchObject(forbidden)
    mustWork(await menteeSays(id))
    expect(await stateOf(id)).toBe('waitsForMentor')
    expect(await menteeSays(id)).toMatchObject(rule('pair.isAnswered'))
    mustWork(await mentorSays(id))
    expect(await stateOf(id)).toBe('running')
    expect(await toldOf(id)).toContainEqual(['pair.begun', menteeId])
    expect(await scoped(broken)).toEqual([])
    mustWork(await ended(id))
  })

  test('whoever asks for a mentor has said yes, and may say which own deficit it is about: the two see it, the site does not', async () => {
    const menteeId = await there.another()
    const own = await there.as(menteeId)
    mustWork(await declareDeficits(own, { competences: [], words: 'Работа в группах' }))
    const [deficit] = await scoped((tx) => openOf(tx, own, menteeId))
    const asks = (more: Record<string, unknown>) => askMentor.run(own, { ...terms(there, more), deficit: deficit!.id } as never)
    const other = await askMentor.run(await there.as(there.trainee), { ...terms(there), deficit: deficit!.id } as never)
    expect(other).toMatchObject(rule('pair.notOwnDeficit', 'deficit'))
    const id = mustWork(await asks({})) as PairId
    expect(await stateOf(id)).toBe('waitsForMentor')
    const at = `/t/${there.site.territory.code}/pairs/${id}`
    for (const who of [menteeId, there.site.people.mentor]) expect((await client(who).get(at)).text).toContain('Работа в группах')
    for (const who of [there.site.people.head, there.director]) {
      const page = await client(who).get(at)
      expect(page.status).toBe(200)
      expect(page.text).not.toContain('Работа в группах')
    }
    expect((await client(there.site.people.stranger).get(at)).status).toBe(404)
    mustWork(await mentorSays(id))
    mustWork(await ended(id))
  })

  test('a mentor leads no more than agreed: two pressed at once over the limit are one (c17)', async () => {
    const of = await aLearningSite(base.db, luga)
    const mentor = await of.site.as('mentor')
    mustWork(await limitPairs(mentor, { most: 2 }))
    const ids: PairId[] = []
    for (let n = 0; n < 3; n++) ids.push(await aPair(await of.another(), of))
    mustWork(await mentorSays(ids[0]!, of))
    const pressed = await Promise.all(ids.slice(1).map((id) => agreeAsMentor.run(mentor, { id, version: 1 })))
    expect(pressed.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = pressed.find(({ ok }) => !ok)
    expect(refused).toMatchObject({ refusal: { rule: 'pair.youLeadEnough', params: { pairs: '2', most: '2' } } })
    const waits = (await Promise.all(ids.map((id) => opened(id, of)))).find(({ one }) => one.state === 'proposed')!.one
    expect(await menteeSays(waits.id, of)).toMatchObject(rule('pair.mentorLeadsEnough'))
    const own = client(of.site.people.mentor)
    await own.get(`/t/${of.site.territory.code}/pairs/${waits.id}`)
    expect((await own.press('Согласиться')).text).toContain('измените число на странице «Сколько пар я веду» или откажитесь')
    expect(await proposePair.run(await of.site.as('head'), terms(of, { menteeId: await of.another() }) as never)).toMatchObject(
      rule('pair.tooMany', 'mentorId'),
    )
    const page = await client(of.site.people.head).get(`/t/${of.site.territory.code}/sites/${of.site.siteId}/pairs/new`)
    expect(page.text).toContain('больше не берёт, ведёт 2 пары из 2')
    expect(await limitPairs(await of.as(of.trainee), { most: 1 })).toMatchObject(forbidden)
  })
})

describe('a pair ends', () => {
  test('with an outcome in words, on a day that has come; nobody else ends it, and nothing goes on after it', async () => {
    const menteeId = await there.another()
    const id = await aPair(menteeId)
    expect(await ended(id)).toMatchObject(rule('pair.isOver'))
    mustWork(await mentorSays(id))
    mustWork(await menteeSays(id))
    expect(await ended(id, { closedOn: '2021-10-02' })).toMatchObject(rule('pair.endedAhead', 'closedOn'))
    expect(
      await endPair.run(await there.as(there.director), { id, version: 3, outcome: 'Нет', closedOn: '2021-10-01' }),
    ).toMatchObject(forbidden)
    mustWork(await ended(id))
    expect((await opened(id)).one).toMatchObject({ state: 'ended', outcome: 'Урок перестроен', closedOn: '2021-10-01' })
    expect(await toldOf(id)).toContainEqual(['pair.ended', menteeId])
    expect(await ended(id)).toMatchObject(rule('pair.isOver'))
  })

  test('without a word it waits on both and the head from the day after its last', async () => {
    const menteeId = await there.another()
    const id = await aPair(menteeId, there, { endsOn: '2021-12-24' })
    mustWork(await mentorSays(id))
    mustWork(await menteeSays(id))
    const { mentor, head, stranger } = there.site.people
    const asks = async (who: PersonId, on: string) =>
      (await whatWaits(who, on)).filter((what) => what.startsWith('Записать, чем закончилась пара')).length
    for (const who of [mentor, head, menteeId]) {
      expect(await asks(who, '2021-12-24')).toBe(0)
      expect(await asks(who, '2021-12-25')).toBe(1)
    }
    expect(await asks(stranger, '2021-12-25')).toBe(0)
  })
})

test('in the browser: proposed, agreed by both, ended; the lists and the file name it', async () => {
  const of = await aLearningSite(base.db, lenobl)
  const { territory, siteId, people } = of.site
  const at = `/t/${territory.code}`
  const head = client(people.head)
  const form = await head.get(`${at}/sites/${siteId}/pairs/new`)
  expect(form.text).toContain('наставник: пар нет, берёт до 3')
  expect(form.text).toContain('педагоги школ с низкими результатами')
  const typed = { mentorId: people.mentor, menteeId: of.trainee, startsOn: '01.10.2021', endsOn: '31.05.2022' }
  const wrong = await head.press('Предложить', { ...typed, goal: 'Карта урока', endsOn: '01.01.2021' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Карта урока')
  await head.get(`${at}/sites/${siteId}/pairs/new`)
  expect((await head.press('Предложить', { ...typed, goal: 'Карта урока' })).status).toBe(303)
  const id = (await base.adminPool.query<{ id: string }>(`select id from pairs where goal = 'Карта урока'`)).rows[0]!.id
  for (const who of [people.mentor, of.trainee]) {
    const own = client(who)
    await own.get(`${at}/pairs/${id}`)
    expect((await own.press('Согласиться', {})).status).toBe(303)
  }
  const mine = await client(of.trainee).get(`${at}/my`)
  expect(mine.text).toContain('Вас ведёт')
  expect((await client(people.mentor).get(`${at}/my`)).text).toContain('Сколько пар я веду')
  const limit = client(people.mentor)
  await limit.get(`${at}/my/pairs`)
  expect((await limit.press('Сохранить', { most: '31' })).status).toBe(422)
  await limit.get(`${at}/my/pairs`)
  expect((await limit.press('Сохранить', { most: '1' })).status).toBe(303)
  expect((await head.get(`${at}/sites/${siteId}/pairs.csv?show=all`)).text).toContain('Карта урока')
  expect((await client(people.stranger).get(`${at}/pairs?show=all`)).text).not.toContain('Карта урока')
  const own = client(of.trainee)
  await own.get(`${at}/pairs/${id}/outcome`)
  expect((await own.press('Закончить', { outcome: 'Карта готова', closedOn: '01.10.2021' })).status).toBe(303)
  expect((await own.get(`${at}/pairs/${id}`)).text).toContain('Карта готова')
})

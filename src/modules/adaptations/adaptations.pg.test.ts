// Proves L-13.
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship, type LearningSite } from '../../../test/factories/traineeships.ts'
import { anOrganisation, historyOf, inScope } from '../../../test/factory.ts'
import { chebula, luga, turochak } from '../../../test/regulations.ts'
import type { Day, PersonId, TraineeshipId } from '../../kernel/types.ts'
import { addWords, answerFirst, answerSecond, describeModel, introduceModel, takeBackModel } from './deeds.ts'
import { adaptationsWithin } from './queries.ts'
import { tasks } from './tasks.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
beforeAll(async () => {
  there = await aLearningSite(base.db, luga)
})

const lines = {
  takes: 'Урок по станциям',
  changes: 'Две станции вместо пяти',
  place: '6 класс, математика',
  plannedOn: '2022-01-10',
  sign: 'Каждый ответит у доски',
}
const rule = (name: string) => ({ ok: false, refusal: { code: 'rule', rule: name } })

async function aTrainee() {
  const trainee = await there.another()
  const traineeship = await aTraineeship(there, { trainee, guide: there.site.people.mentor })
  return { trainee, traineeship }
}
const describes = async (trainee: PersonId, traineeship: TraineeshipId, on: Day = '2021-12-01') =>
  describeModel.run(await there.as(trainee, on), { ...lines, id: traineeship })

async function introduced() {
  const { trainee, traineeship } = await aTrainee()
  const id = mustWork(await describes(trainee, traineeship))
  mustWork(await introduceModel.run(await there.as(trainee, '2022-01-10'), { id, introducedOn: '2022-01-10' }))
  return { trainee, traineeship, id }
}
const asksOf = async (person: PersonId, on: Day) => {
  const ctx = await there.as(person, on)
  return inScope(base.db, there.site.territory.id, async (tx) =>
    (await Promise.all(tasks.map(({ find }) => find({ tx, ctx, regulations: [] })))).flat().map(({ what }) => what),
  )
}

describe('from five lines to what became of it', () => {
  test('a trainee describes, introduces and answers twice; whoever leads is told each time, and history keeps it', async () => {
    const { trainee, traineeship, id } = await introduced()
    const { mentor } = there.site.people
    expect(await describes(trainee, traineeship)).toMatchObject(rule('adaptation.onItsWay'))
    const own = (on: Day) => there.as(trainee, on)
    expect(await answerFirst.run(await own('2022-02-08'), { id, outcome: 'introduced', why: null })).toMatchObject(
      rule('adaptation.notAskedYet'),
    )
    expect(await answerFirst.run(await own('2022-02-09'), { id, outcome: 'didNotFit', why: null })).toMatchObject(
      rule('adaptation.noWhy'),
    )
    mustWork(await answerFirst.run(await own('2022-02-09'), { id, outcome: 'adapted', why: null }))
    mustWork(await answerSecond.run(await own('2022-04-10'), { id, outcome: 'introduced', why: 'Прижилось' }))
    expect(await answerSecond.run(await own('2022-04-11'), { id, outcome: 'adapted', why: null })).toMatchObject({ ok: false })
    const told = await base.adminPool.query<{ kind: string }>(
      `select kind from notices where person_id = $1 and subject_id = $2 order by kind`,
      [mentor, id],
    )
    expect(told.rows.map(({ kind }) => kind)).toEqual([
      'adaptation.answered',
      'adaptation.answered',
      'adaptation.described',
      'adaptation.introduced',
    ])
    const kinds = await historyOf(base, id)
    for (const kind of ['described', 'introduced', 'answeredFirst', 'answeredSecond'])
      expect(kinds).toContain(`adaptation.${kind}`)
    const within = (from: Day, to: Day) =>
      inScope(
        base.db,
        there.site.territory.id,
        async (tx) => (await adaptationsWithin(tx, there.site, there.site.siteId, { from, to }))?.outcomes.introduced ?? 0,
      )
    expect(await within('2022-04-10', '2022-04-10')).toBe(1)
    expect(await within('2022-04-11', '2022-06-01')).toBe(0)
    mustWork(await describes(trainee, traineeship, '2022-04-12'))
  })

  test('what did not fit is not asked about again, and leaves room for another', async () => {
    const { trainee, traineeship, id } = await introduced()
    mustWork(await answerFirst.run(await there.as(trainee, '2022-02-09'), { id, outcome: 'didNotFit', why: 'Мало часов' }))
    expect(await asksOf(trainee, '2022-04-10')).toEqual([])
    expect(await answerSecond.run(await there.as(trainee, '2022-04-10'), { id, outcome: 'introduced', why: null })).toMatchObject(
      rule('adaptation.isOver'),
    )
    mustWork(await describes(trainee, traineeship, '2022-04-12'))
  })

  test('a question is asked for thirty days; then whoever leads is asked to call', async () => {
    const { trainee } = await introduced()
    const { mentor } = there.site.people
    expect(await asksOf(trainee, '2022-02-08')).toEqual([])
    expect(await asksOf(trainee, '2022-02-09')).toEqual(['Ответить, что вышло: «Урок по станциям»'])
    expect((await asksOf(mentor, '2022-03-10')).filter((what) => what.startsWith('Позвонить'))).toEqual([])
    expect(await asksOf(trainee, '2022-03-11')).toEqual([])
    expect((await asksOf(mentor, '2022-03-11')).some((what) => what.startsWith('Позвонить'))).toBe(true)
  })

  test('written twice at once, of one traineeship one is on its way', async () => {
    const { trainee, traineeship } = await aTrainee()
    const ctx = await there.as(trainee, '2021-12-01')
    const made = await Promise.all([1, 2].map(() => describeModel.run(ctx, { ...lines, id: traineeship })))
    expect(made.map((one) => one.ok).toSorted()).toEqual([false, true])
    expect(made.find((one) => !one.ok)).toMatchObject(rule('adaptation.onItsWay'))
  })

  test('what was described is taken back until it is introduced', async () => {
    const { trainee, traineeship } = await aTrainee()
    const id = mustWork(await describes(trainee, traineeship))
    const ctx = await there.as(trainee, '2021-12-01')
    mustWork(await takeBackModel.run(ctx, { id, version: 1 }))
    const again = mustWork(await describes(trainee, traineeship))
    const early = { id: again, introducedOn: '2021-12-02' }
    expect(await introduceModel.run(ctx, early)).toMatchObject(rule('adaptation.introducedAhead'))
    mustWork(await introduceModel.run(ctx, { ...early, introducedOn: '2021-12-01' }))
    expect(await takeBackModel.run(ctx, { id: again, version: 2 })).toMatchObject({ ok: false })
  })

  test('the days of the questions are the choice of the centre', async () => {
    const { trainee, traineeship } = await aTrainee()
    const id = mustWork(await describes(trainee, traineeship))
    const chosen = (text: string) =>
      base.adminPool.query(
        `insert into settings (territory_id, chosen, edit_version) values ($1, $2, 0)
          on conflict (territory_id) do update set chosen = excluded.chosen`,
        [there.site.territory.id, text],
      )
    await chosen('{"firstCheck": 10, "secondCheck": 5}')
    mustWork(await introduceModel.run(await there.as(trainee, '2022-01-10'), { id, introducedOn: '2022-01-10' }))
    await chosen('{}')
    const { rows } = await base.adminPool.query('select first_check_on, second_check_on from adaptations where id = $1', [id])
    expect(rows).toEqual([{ first_check_on: '2022-01-20', second_check_on: '2022-01-21' }])
  })
})

describe('who sees and says what', () => {
  test('the trainee, whoever leads, the site, their school and the office read it; nobody but the trainee answers', async () => {
    const { trainee, id } = await introduced()
    const { mentor, head, methodist, stranger } = there.site.people
    const at = `/t/${there.site.territory.code}/adaptations/${id}`
    for (const who of [trainee, mentor, head, methodist, there.director]) expect((await client(who).get(at)).status).toBe(200)
    for (const who of [stranger, await there.another()]) expect((await client(who).get(at)).status).toBe(404)
    const answer = { outcome: 'introduced' as const, why: null }
    for (const who of [mentor, head, methodist, there.director])
      expect(await answerFirst.run(await there.as(who, '2022-02-09'), { id, ...answer })).toMatchObject({ ok: false })
  })

  test('whoever leads writes how they helped, the head of the school adds; both change nothing, the trainee is told', async () => {
    const { trainee, id } = await introduced()
    const says = async (who: PersonId, words: string) => addWords.run(await there.as(who, '2022-01-20'), { id, words })
    mustWork(await says(there.site.people.mentor, 'Созвонились, дал карточки'))
    mustWork(await says(there.director, 'Дали второй кабинет'))
    for (const who of [trainee, there.site.people.stranger, there.site.people.official])
      expect(await says(who, 'Нет')).toMatchObject({ ok: false })
    const at = `/t/${there.site.territory.code}/adaptations/${id}`
    for (const who of [there.site.people.mentor, there.site.people.head, there.director]) {
      const own = client(who)
      expect((await own.get(at)).text).toContain('Добавить от себя')
      expect((await own.press('Добавить', { words: 'Ещё слово' })).status).toBe(303)
    }
    const page = (await client(trainee).get(at)).text
    for (const said of [
      'Созвонились, дал карточки',
      'ведёт стажировку',
      'Дали второй кабинет',
      'руководитель школы',
      'Урок по станциям',
    ])
      expect(page).toContain(said)
    const { rows } = await base.adminPool.query(`select from notices where person_id = $1 and kind = 'adaptation.said'`, [
      trainee,
    ])
    expect(rows).toHaveLength(5)
  })

  test('a school that the teacher has left reads and says nothing more; what was done on the site is not told to whoever may not read it', async () => {
    const { trainee, id } = await introduced()
    const at = `/t/${there.site.territory.code}/adaptations/${id}`
    const read = async () => (await client(there.director).get(at)).text
    expect(await read()).toContain('Урок по станциям')
    expect(await read()).not.toContain(`/traineeships/`)
    expect((await client(trainee).get(at)).text).toContain(`/traineeships/`)
    const elsewhere = await anOrganisation(base.db, there.site.territory)
    await base.adminPool.query(`update posts set organisation_id = $2 where person_id = $1`, [trainee, elsewhere])
    expect((await client(there.director).get(at)).status).toBe(404)
    expect((await client(there.director).get(`/t/${there.site.territory.code}/adaptations?show=all`)).text).not.toContain(id)
    expect(await addWords.run(await there.as(there.director, '2022-01-20'), { id, words: 'Ещё' })).toMatchObject({ ok: false })
  })

  test('where nobody who was named leads any more the head of the site is asked to call', async () => {
    const { id } = await introduced()
    const { mentor, head } = there.site.people
    const calls = async (who: PersonId) => (await asksOf(who, '2022-03-11')).filter((what) => what.startsWith('Позвонить')).length
    const before = await calls(head)
    expect(await calls(mentor)).toBeGreaterThan(0)
    await base.adminPool.query(
      `update traineeships set guide_id = null where id = (select traineeship_id from adaptations where id = $1)`,
      [id],
    )
    expect(await calls(head)).toBe(before + 1)
  })

  test('what was introduced long ago is asked about from the day it is written down', async () => {
    const { trainee, traineeship } = await aTrainee()
    const id = mustWork(await describes(trainee, traineeship, '2022-05-01'))
    mustWork(await introduceModel.run(await there.as(trainee, '2022-05-01'), { id, introducedOn: '2021-11-01' }))
    expect(await asksOf(trainee, '2022-05-30')).toEqual([])
    expect(await asksOf(trainee, '2022-05-31')).toEqual(['Ответить, что вышло: «Урок по станциям»'])
  })

  test('the page of the traineeship leads there with its clause, in a browser, and keeps what was typed', async () => {
    const { trainee, traineeship } = await aTrainee()
    const own = client(trainee)
    const page = (await own.get(`/t/${there.site.territory.code}/traineeships/${traineeship}`)).text
    for (const said of ['Внедрение у себя', 'Описать, что возьму к себе', '1.3']) expect(page).toContain(said)
    await own.get(`/t/${there.site.territory.code}/traineeships/${traineeship}/adaptation`)
    const typed = { ...lines, plannedOn: '10.01.2022' }
    const refused = await own.press('Сохранить', { ...typed, place: '' })
    expect([refused.status, refused.text.includes('Урок по станциям'), refused.text.includes('10.01.2022')]).toEqual([
      422,
      true,
      true,
    ])
    expect((await own.press('Сохранить', typed)).status).toBe(303)
  })
})

test('where the paper says nothing of it there is neither a button nor a page to write on', async () => {
  const silent = await aLearningSite(base.db, chebula)
  const traineeship = await aTraineeship(silent)
  const own = client(silent.trainee)
  const at = `/t/${silent.site.territory.code}/traineeships/${traineeship}`
  expect((await own.get(at)).text).not.toContain('Внедрение у себя')
  expect(await describeModel.run(await silent.as(silent.trainee), { ...lines, id: traineeship })).toMatchObject(
    rule('adaptation.notAsked'),
  )
  expect((await own.get(`/t/${silent.site.territory.code}/adaptations`)).text).toContain('не спрашивают')
})

test('of another territory nothing is found', async () => {
  const other = await aLearningSite(base.db, turochak)
  const { id } = await introduced()
  expect((await client(other.site.people.methodist).get(`/t/${other.site.territory.code}/adaptations/${id}`)).status).toBe(404)
})

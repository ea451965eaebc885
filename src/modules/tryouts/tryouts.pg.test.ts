// Proves R-A2p.
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship, type LearningSite } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { lenobl, luga } from '../../../test/regulations.ts'
import { record } from '../../history/record.ts'
import type { PersonId, TraineeshipId, TryOutId } from '../../kernel/types.ts'
import { historyRows } from '../history/queries.ts'
import { tasksOf } from '../tasks/queries.ts'
import { leaveTraineeship } from '../traineeships/deeds/run.ts'
import { planRows } from '../traineeships/plan-queries.ts'
import { assessTryOut, handIn, rateOneself, returnTryOut, takeUpTryOut } from './deeds.ts'
import type { Levels } from './rules.ts'
import { worksOf } from './store.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
let mentor: PersonId
let id: TraineeshipId
beforeAll(async () => {
  const { trainees } = lenobl
  there = await aLearningSite(base.db, { ...lenobl, trainees: trainees && { ...trainees, guide: ['mentor'] } })
  mentor = there.site.people.mentor
  id = await aTraineeship(there, { guide: mentor })
})

const own = () => there.as(there.trainee)
const scoped = <T>(work: Parameters<typeof inScope<T>>[2]) => inScope(base.db, there.site.territory.id, work)
const rowsNow = () => scoped((tx) => planRows(tx, there.site, [id]))
async function aTryOut(n = 0): Promise<TryOutId> {
  const row = (await rowsNow()).filter(({ kind }) => kind === 'tryOut')[n]!
  return mustWork(await takeUpTryOut.run(await own(), { id, row: row.id })) as TryOutId
}
const work = { link: null, words: null, children: null }
const versionOf = async (tryout: TryOutId) =>
  (await base.adminPool.query<{ v: number }>('select edit_version as v from tryouts where id = $1', [tryout])).rows[0]!.v
const criteria = async () => {
  const { rows } = await base.adminPool.query<{ id: string }>(
    `select jsonb_array_elements(content #> '{assessment,external,criteria}') ->> 'id' as id from programme_versions where programme_id = $1`,
    [there.programmeId],
  )
  return Object.fromEntries(rows.map(({ id: one }) => [one, 'seen'])) as Levels
}
const waits = async (person: PersonId) => {
  const ctx = await there.as(person)
  return (await scoped((tx) => tasksOf(tx, ctx))).map(({ what }) => what)
}
const rule = (name: string) => ({ refusal: { rule: name } })

test('handed in, returned with a remark, handed in again, assessed in words; then nothing of it changes', async () => {
  const tryout = await aTryOut()
  expect(await aTryOut()).toBe(tryout)
  expect(await handIn.run(await own(), { id: tryout, ...work })).toMatchObject(rule('tryout.nothingSent'))
  expect(await handIn.run(await there.as(mentor), { id: tryout, ...work, words: 'За него' })).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  mustWork(await handIn.run(await own(), { id: tryout, ...work, words: 'Провела урок, сработали пары.' }))
  expect(await waits(mentor)).toContainEqual(expect.stringContaining('Оценить пробу'))
  const back = { id: tryout, version: await versionOf(tryout), remark: 'Покажите карточки' }
  expect(await returnTryOut.run(await own(), back)).toMatchObject({ refusal: { code: 'forbidden' } })
  mustWork(await returnTryOut.run(await there.as(mentor), back))
  expect(await waits(there.trainee)).toContainEqual(expect.stringContaining('Дополнить пробу'))
  mustWork(await handIn.run(await own(), { id: tryout, ...work, link: 'https://shkola.example/karty' }))
  const works = await scoped((tx) => worksOf(tx, there.site, tryout))
  expect(works).toMatchObject([
    { number: 2, link: 'https://shkola.example/karty', remark: null },
    { number: 1, words: 'Провела урок, сработали пары.', remark: 'Покажите карточки' },
  ])
  const judged = { id: tryout, version: await versionOf(tryout), comment: 'Пары работают', levels: await criteria() }
  expect(await assessTryOut.run(await there.as(mentor), { ...judged, levels: {} })).toMatchObject(rule('tryout.levelMissing'))
  mustWork(await assessTryOut.run(await there.as(mentor), judged))
  expect((await rowsNow()).filter(({ kind, given }) => kind === 'tryOut' && given)).toHaveLength(1)
  expect(await handIn.run(await own(), { id: tryout, ...work, words: 'Ещё' })).toMatchObject(rule('tryout.isAssessed'))
  await expect(base.adminPool.query(`update tryouts set comment = 'Другое' where id = $1`, [tryout])).rejects.toThrow(
    'is assessed',
  )
})

test('the trainee rates the own work before seeing how others do, once', async () => {
  const tryout = await aTryOut()
  const at = `/t/${there.site.territory.code}/tryouts/${tryout}`
  const page = async () => (await client(there.trainee).get(at)).text
  expect(await page()).toContain('Сначала оцените свою работу сами')
  expect(await page()).not.toContain('Пары работают')
  const rated = { id: tryout, levels: await criteria() }
  expect(await rateOneself.run(await there.as(mentor), rated)).toMatchObject({ refusal: { code: 'forbidden' } })
  mustWork(await rateOneself.run(await own(), rated))
  expect(await page()).toContain('Пары работают')
  expect(await rateOneself.run(await own(), rated)).toMatchObject(rule('tryout.ratedAlready'))
})

test('of a picture is asked whether children are in it; an unsafe link is refused; what was typed stays', async () => {
  const tryout = await aTryOut(1)
  const at = `/t/${there.site.territory.code}/tryouts/${tryout}`
  const trainee = client(there.trainee)
  const shown = (await trainee.get(at)).text
  for (const kit of [`data-page="${at}"`, 'data-worker="/assets/roll-worker', 'data-script="/assets/roll.', 'data-roll-said'])
    expect(shown, 'what is filled in waits in the telephone for the network').toContain(kit)
  const unsafe = await trainee.press('Сдать', { link: 'http://shkola.example', words: 'Смотрите запись' })
  expect([unsafe.status, unsafe.text.includes('https://'), unsafe.text.includes('Смотрите запись')]).toEqual([422, true, true])
  const picture = { id: tryout, ...work, files: [{ name: 'урок.png', mediaType: 'image/png' }] as never }
  expect(await handIn.run(await own(), picture)).toMatchObject({ refusal: { rule: 'tryout.childrenUnsaid', field: 'children' } })
})

test('the text of whoever leads survives the end of the traineeship', async () => {
  const tryout = await aTryOut(1)
  mustWork(await handIn.run(await own(), { id: tryout, ...work, words: 'Лист самооценки сработал' }))
  const version = await versionOf(tryout)
  mustWork(await leaveTraineeship.run(await own(), { id, version: 3, leftOn: '2021-10-01', endReason: 'Переезжаю' }))
  mustWork(
    await returnTryOut.run(await there.as(mentor), { id: tryout, version, remark: 'Хорошо начато: допишите, что изменилось' }),
  )
  expect((await scoped((tx) => worksOf(tx, there.site, tryout)))[0]?.remark).toContain('Хорошо начато')
  expect(await handIn.run(await own(), { id: tryout, ...work, words: 'Ещё' })).toMatchObject(rule('tryout.traineeshipOver'))
  expect(await waits(there.trainee)).not.toContainEqual(expect.stringContaining('Дополнить пробу'))
  const row = (await rowsNow()).find(({ kind }) => kind === 'tryOut')!
  expect(await takeUpTryOut.run(await own(), { id, row: row.id })).toMatchObject(rule('tryout.traineeshipOver'))
})

test('assessed after the end, a try-out adds no hours and says so; of two with one title each is taken up by itself', async () => {
  const trainee = await there.another()
  const second = await aTraineeship(there, { trainee, guide: mentor })
  await base.adminPool.query(`update traineeship_rows set title = 'Проба' where traineeship_id = $1 and kind = 'tryOut'`, [
    second,
  ])
  const rows = () => scoped((tx) => planRows(tx, there.site, [second]))
  const [row] = (await rows()).filter(({ kind }) => kind === 'tryOut')
  const tryout = mustWork(await takeUpTryOut.run(await there.as(trainee), { id: second, row: row!.id })) as TryOutId
  const at = `/t/${there.site.territory.code}/traineeships/${second}`
  expect((await client(trainee).get(at)).text.split('Открыть задание')).toHaveLength(
    (await rows()).filter(({ kind }) => kind === 'tryOut').length,
  )
  mustWork(await handIn.run(await there.as(trainee), { id: tryout, ...work, words: 'Провела урок' }))
  mustWork(
    await leaveTraineeship.run(await there.as(trainee), { id: second, version: 3, leftOn: '2021-10-01', endReason: 'Переезд' }),
  )
  const judged = { id: tryout, version: await versionOf(tryout), comment: null, levels: await criteria() }
  const done = mustWork(await assessTryOut.run(await there.as(mentor), judged))
  expect(done.made).toContain('часы в ней не меняются')
  expect((await rows()).some(({ heldOn }) => heldOn !== null)).toBe(false)
})

test('who may see the traineeship but not its try-outs reads their state alone, without the remark; a former guide has no rights', async () => {
  const trainee = await there.another()
  const { site } = there
  const second = await aTraineeship(there, { trainee, guide: mentor })
  const [row] = (await scoped((tx) => planRows(tx, site, [second]))).filter(({ kind }) => kind === 'tryOut')
  const tryout = mustWork(await takeUpTryOut.run(await there.as(trainee), { id: second, row: row!.id })) as TryOutId
  mustWork(await handIn.run(await there.as(trainee), { id: tryout, ...work, words: 'Провела урок' }))
  const version = await versionOf(tryout)
  mustWork(await returnTryOut.run(await there.as(mentor), { id: tryout, version, remark: 'Личное замечание' }))
  const at = `/t/${site.territory.code}/traineeships/${second}`
  const office = await client(site.people.methodist).get(at)
  expect([office.status, office.text.includes('Личное замечание'), office.text.includes(`/tryouts/${tryout}`)]).toEqual([
    200,
    false,
    false,
  ])
  expect((await client(mentor).get(at)).text).toContain('Личное замечание')
  const { rows: facts } = await base.adminPool.query(`select subject_id as id from history where kind = 'tryout.returned'`)
  expect(facts.map(({ id: subject }) => subject)).toContain(second)

  const list = `/t/${site.territory.code}`
  expect((await client(mentor).get(`${list}/traineeships`)).text).toContain(`${list}/tryouts`)
  expect((await client(trainee).get(`${list}/my`)).text).toContain(`${list}/tryouts`)
  expect((await client(site.people.official).get(`${list}/traineeships`)).status).toBe(200)
  const trainees = `${list}/sites/${site.siteId}/trainees`
  expect((await client(site.people.methodist).get(trainees)).text).not.toContain('Предложить стажировку')
  expect((await client(site.people.head).get(trainees)).text).toContain('Предложить стажировку')

  await base.adminPool.query(`update appointments set ends_on = '2021-09-30' where person_id = $1`, [mentor])
  expect((await client(mentor).get(at)).status).toBe(404)
  expect((await client(mentor).get(`${list}/traineeships`)).text).not.toContain(second)
  mustWork(await handIn.run(await there.as(trainee), { id: tryout, ...work, words: 'Дополнила' }))
  expect(await waits(mentor)).not.toContainEqual(expect.stringContaining('Оценить пробу'))
  await base.adminPool.query(`update appointments set ends_on = null where person_id = $1`, [mentor])
})

test('the head of the trainee’s own school does not judge; where the paper asks for no try-outs there are none; strangers find nothing', async () => {
  const other = await aLearningSite(base.db, luga)
  const trainee = await aTraineeship(other)
  const [row] = (await inScope(base.db, other.site.territory.id, (tx) => planRows(tx, other.site, [trainee]))).filter(
    ({ kind }) => kind === 'tryOut',
  )
  expect(await takeUpTryOut.run(await other.as(other.trainee), { id: trainee, row: row!.id })).toMatchObject(
    rule('tryout.notAsked'),
  )
  const { rows } = await base.adminPool.query<{ id: TryOutId }>('select id from tryouts where traineeship_id = $1 limit 1', [id])
  const tryout = rows[0]!.id
  const at = `/t/${there.site.territory.code}/tryouts/${tryout}`
  expect((await client(mentor).get(at)).status).toBe(200)
  expect(
    await Promise.all([there.director, there.site.people.teacher].map(async (one) => (await client(one).get(at)).status)),
  ).toEqual([404, 404])
  expect((await client(mentor).get(`/t/${there.site.territory.code}/tryouts`)).status).toBe(200)
})

test('facts of an older time were about the try-out: they lead to its traineeship as those of today do', async () => {
  const { rows } = await base.adminPool.query<{ id: string; traineeshipId: string }>(
    'select id, traineeship_id as "traineeshipId" from tryouts limit 1',
  )
  const [tryout] = rows
  const head = await there.site.as('head')
  await scoped((tx) =>
    record(tx, head, {
      ...{ kind: 'tryout.rated' as const, subjectId: tryout!.id, siteId: there.site.siteId },
      facts: { person: 'Исаева И. И.', title: 'Урок' },
    }),
  )
  const found = await scoped((tx) => historyRows(tx, head, ['tryout.rated']).page(1, 0))
  expect(found).toMatchObject([{ subjectId: tryout!.traineeshipId, isThere: true }])
})

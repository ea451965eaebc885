// Proves T-32.
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship, type LearningSite } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import { newId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { PersonId, RouteId } from '../../kernel/types.ts'
import { declareDeficits } from '../deficits/commands/declare.ts'
import { frameworkOf, noneOwn } from '../deficits/framework.ts'
import { addStep, agreeRoute, beginRoute, noteCourse, removeStep, reopenRoute } from './deeds.ts'
import { stepsOf } from './store.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
const [first] = frameworkOf(noneOwn).map(({ id }) => id) as [string]
const rule = (name: string) => ({ refusal: { rule: name } })
const course = { kind: 'course', title: 'Курс академии', deficit: null, link: null, dueOn: null } as const

let there: LearningSite
let home: string
let methodist: PersonId
let head: PersonId
beforeAll(async () => {
  there = await aLearningSite(base.db, luga)
  home = `/t/${there.site.territory.code}`
  ;({ methodist, head } = there.site.people)
  await base.adminPool.query(`insert into settings (territory_id, chosen, edit_version) values ($1, '{"routes": true}', 1)`, [
    there.site.territory.id,
  ])
})

const lacking = async (person: PersonId) =>
  mustWork(await declareDeficits(await there.as(person), { competences: [first], words: null }))
async function aRoute(person: PersonId): Promise<RouteId> {
  await lacking(person)
  return mustWork(await beginRoute.run(await there.as(person), { id: person })) as RouteId
}
const version = async (id: RouteId) =>
  (await base.adminPool.query<{ v: number }>('select edit_version as v from learning_routes where id = $1', [id])).rows[0]!.v
const sent = async (id: RouteId) => ({ id, version: await version(id) })
const add = async (who: PersonId, id: RouteId) => addStep.run(await there.as(who), { ...(await sent(id)), ...course })
const saidOf = (did: Awaited<ReturnType<typeof add>> extends Result<infer Done> ? Done : never) =>
  addStep.said({ ...did, input: course, params: {} })
const agree = async (who: PersonId, id: RouteId) => mustWork(await agreeRoute.run(await there.as(who), await sent(id)))
const told = async (id: RouteId, kind: string) =>
  (
    await base.adminPool.query<{ who: PersonId }>(
      'select person_id as who from notices where subject_id = $1 and kind = $2 order by created_at, nth',
      [id, kind],
    )
  ).rows.map(({ who }) => who)
const stepIn = async (id: RouteId) => {
  const ctx = await there.as(methodist)
  return (await inScope(base.db, there.site.territory.id, (tx) => stepsOf(tx, ctx, id)))[0]!.id
}

test('two who begin a route of one person at once come to the same route', async () => {
  const person = await there.another()
  await lacking(person)
  const holder = await base.adminPool.connect()
  await holder.query('begin')
  await holder.query('select from people where id = $1 for update', [person])
  const both = Promise.all(
    [person, methodist].map(async (who) => beginRoute.run(await there.as(who), { id: person }).catch((error: Error) => error)),
  )
  const waiting = () =>
    base.adminPool.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
  await expect.poll(async () => (await waiting()).rowCount, { timeout: 1500, interval: 20 }).toBe(2)
  await holder.query('commit')
  holder.release()
  const [one, other] = await both
  expect(one).toMatchObject({ ok: true })
  expect(other).toEqual(one)
})

test('a yes does not go in silence: the other side is told of each change, and whoever has changed the steps reads it', async () => {
  const person = await there.another()
  const id = await aRoute(person)
  expect(saidOf(mustWork(await add(person, id)))).toBe('Шаг добавлен')
  expect(await told(id, 'route.changed'), 'nobody had agreed').toEqual([])
  await agree(methodist, id)
  mustWork(await add(person, id))
  expect(await told(id, 'route.changed')).toEqual([methodist])
  await agree(methodist, id)
  const gone = { ...(await sent(id)), step: await stepIn(id) }
  mustWork(await removeStep.run(await there.as(person), gone))
  expect(await told(id, 'route.changed'), 'the second change of a day as well').toEqual([methodist, methodist])
  await agree(person, id)
  const did = mustWork(await add(methodist, id))
  expect(saidOf(did)).toBe('Шаг добавлен. Согласие снято: согласуйте маршрут снова')
  expect(await told(id, 'route.changed')).toEqual([methodist, methodist, person])
})

test('whoever has led the person and leads them no more is told nothing of the route', async () => {
  const person = await there.another()
  const traineeship = await aTraineeship(there, { trainee: person })
  await lacking(person)
  const id = mustWork(await beginRoute.run(await there.as(head), { id: person })) as RouteId
  mustWork(await add(person, id))
  await agree(person, id)
  expect(await told(id, 'route.toAgree')).toEqual([head])
  await base.adminPool.query(
    `update traineeships set state = 'left', ended_on = '2021-10-01', end_reason = 'Уехала' where id = $1`,
    [traineeship],
  )
  mustWork(await add(person, id))
  await agree(person, id)
  expect([await told(id, 'route.toAgree'), await told(id, 'route.changed')]).toEqual([[head], []])
})

test('a document is written once, and its step is not left out with it', async () => {
  const person = await there.another()
  const id = await aRoute(person)
  mustWork(await add(person, id))
  for (const who of [person, methodist]) await agree(who, id)
  const step = await stepIn(id)
  const note = async (document: string) =>
    noteCourse.run(await there.as(methodist), { ...(await sent(id)), step, document, documentOn: '2021-10-01' })
  mustWork(await note('Удостоверение № 114'))
  expect(await note('Удостоверение № 115')).toMatchObject(rule('route.documentThere'))
  mustWork(await reopenRoute.run(await there.as(person), await sent(id)))
  expect(await removeStep.run(await there.as(person), { ...(await sent(id)), step })).toMatchObject(rule('route.stepHasDocument'))
  const page = (await client(person).get(`${home}/routes/${id}`)).text
  expect(page).toContain('Удостоверение № 114')
  expect(page, 'no button that is refused').not.toContain('steps/gone')
})

test('a step by a programme leads everybody where they may go: the person to the request, a methodist to the programme', async () => {
  const person = await there.another()
  const id = await aRoute(person)
  await base.adminPool.query(
    `insert into route_steps (territory_id, id, route_id, kind, programme_id, title) values ($1, $2, $3, 'topic', $4, 'Урок для каждого')`,
    [there.site.territory.id, newId(), id, there.programmeId],
  )
  const linkFor = async (who: PersonId, at = `routes/${id}`) => {
    const { text } = await client(who).get(`${home}/${at}`)
    return /href="([^"]+)"[^>]*>Урок для каждого</.exec(text.replaceAll(/\u00a0/g, ' '))?.[1]?.replaceAll('&amp;', '&')
  }
  const asks = `${home}/sites/${there.site.siteId}/trainees/new?as=ask`
  for (const at of [`routes/${id}`, 'my']) expect(await linkFor(person, at)).toBe(asks)
  expect((await client(person).get(asks)).status).toBe(200)
  const reads = `${home}/programmes/${there.programmeId}`
  expect(await linkFor(methodist)).toBe(reads)
  expect((await client(methodist).get(reads)).status).toBe(200)
})

// Proves T-32.
import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { eventsOfASite } from '../../../test/factories/events.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aPerson, ctxOf, inScope } from '../../../test/factory.ts'
import type { PersonId, RouteId } from '../../kernel/types.ts'
import { declareDeficits } from '../deficits/commands/declare.ts'
import { nameTaught } from '../deficits/commands/name-taught.ts'
import { closeByDiagnosis } from '../deficits/deeds.ts'
import { frameworkOf, noneOwn } from '../deficits/framework.ts'
import { takePlace } from '../events/deeds/come.ts'
import { routes as cases } from './case.ts'
import {
  addStep,
  agreeRoute,
  beginRoute,
  finishRoute,
  noteCourse,
  removeStep,
  reopenRoute,
  stopRoute,
  takeOffers,
} from './deeds.ts'
import { keyOf } from './rules.ts'
import { proposalsFor, stepsOf } from './store.ts'

const base = ownDatabase()
const given = eventsOfASite(base)
const [first, second] = frameworkOf(noneOwn).map(({ id }) => id) as [string, string]
const rule = (name: string) => ({ refusal: { rule: name } })
const as = async (who: PersonId, on = '2021-10-01') => ({
  ...(await ctxOf(base.db, given.site.territory, who, on)),
  now: given.now(),
})
const versionOf = async (id: string) =>
  (await base.adminPool.query<{ v: number }>('select edit_version as v from learning_routes where id = $1', [id])).rows[0]!.v
const read = async (id: RouteId, on = '2021-10-01') =>
  inScope(base.db, given.site.territory.id, async (tx) => {
    const ctx = await as(given.site.people.methodist, on)
    const opened = (await cases.open(tx, ctx, id))!
    const steps = await stepsOf(tx, ctx, id)
    return { ...opened, steps, proposals: await proposalsFor(tx, ctx, opened.lacks, steps) }
  })
let person: PersonId
let methodist: PersonId
let route: RouteId
const course = { kind: 'course', title: 'Курс академии', deficit: null, link: null, dueOn: null } as const

beforeAll(async () => {
  methodist = given.site.people.methodist
  // The paper of Luga rests something on deficits and asks for no routes: the centre has chosen them.
  await base.adminPool.query(`insert into settings (territory_id, chosen, edit_version) values ($1, '{"routes": true}', 1)`, [
    given.site.territory.id,
  ])
  person = await given.aTeacher()
})

test('a route is begun for what is lacking, once; its steps are proposed from what the network offers for it', async () => {
  expect(await beginRoute.run(await as(person), { id: person })).toMatchObject(rule('route.nothingLacking'))
  mustWork(await declareDeficits(await as(person), { competences: [first, second], words: null }))
  const twice = await Promise.all([
    beginRoute.run(await as(person), { id: person }),
    beginRoute.run(await as(methodist), { id: person }),
  ])
  const made = [...new Set(twice.flatMap((one) => (one.ok ? [one.value] : [])))]
  expect(made).toHaveLength(1)
  route = made[0] as RouteId
  expect(mustWork(await beginRoute.run(await as(person), { id: person })), 'the one there is').toBe(route)
  for (const stranger of [given.site.people.teacher, given.site.people.head, given.site.people.official])
    expect(await beginRoute.run(await as(stranger), { id: person })).toMatchObject({ ok: false })
  expect((await read(route)).proposals).toEqual([])
  const event = await given.anEvent({ places: 2 })
  mustWork(await nameTaught(await given.head(), { event }, { competences: [first], version: 0 }))
  const { proposals } = await read(route)
  expect(proposals.map(({ offer }) => offer.title)).toEqual(['Открытый урок'])
  const take = async (offers: string[]) =>
    takeOffers.run(await as(person), { id: route, version: await versionOf(route), offers })
  expect(await take([])).toMatchObject(rule('route.nothingChosen'))
  expect(await take(['event:unknown:one'])).toMatchObject(rule('route.offerGone'))
  mustWork(await take(proposals.map(keyOf)))
  expect((await read(route)).proposals, 'what is taken is proposed no more').toEqual([])
  expect((await read(route)).steps).toMatchObject([{ kind: 'event', state: 'ahead', on: '2021-10-12' }])
})

test('both agree, each once; a change undoes both; with the second it goes, and only then a document is noted', async () => {
  const add = async (more: object) =>
    addStep.run(await as(person), { id: route, version: await versionOf(route), ...course, ...more } as never)
  const agree = async (who: PersonId) => agreeRoute.run(await as(who), { id: route, version: await versionOf(route) })
  expect(await add({ kind: 'material' })).toMatchObject(rule('route.whichDeficit'))
  mustWork(await agree(methodist))
  expect(await agree(methodist)).toMatchObject(rule('route.agreedAlready'))
  mustWork(await add({}))
  expect((await read(route)).one, 'what was agreed to has changed').toMatchObject({ otherAgreedOn: null, state: 'draft' })
  const { lacks } = await read(route)
  mustWork(await add({ kind: 'diagnosis', title: 'Диагностика в мае', deficit: lacks[0]!.id }))
  mustWork(await agree(person))
  const home = `/t/${given.site.territory.code}`
  expect((await given.as(methodist).get(home)).text).toContain('Согласовать индивидуальный маршрут')
  expect(
    await noteCourse.run(await as(methodist), { id: route, version: 1, step: route, document: 'x', documentOn: '2021-10-01' }),
  ).toMatchObject({
    ok: false,
  })
  mustWork(await agree(methodist))
  const { one, steps } = await read(route)
  expect(one).toMatchObject({ state: 'active', activeOn: '2021-10-01', otherAgreedBy: methodist })
  expect(
    await addStep.run(await as(person), { id: route, version: one.editVersion, ...course }),
    'agreed steps stay',
  ).toMatchObject({ ok: false })
  expect((await given.as(person).get(`${home}/my`)).text).toContain('Мой маршрут')
  const note = async (who: PersonId, step: string, on = '2021-10-01') =>
    noteCourse.run(await as(who), {
      id: route,
      version: await versionOf(route),
      step,
      document: 'Удостоверение № 114',
      documentOn: on,
    })
  const [courseStep] = steps.filter(({ kind }) => kind === 'course')
  const [eventStep] = steps.filter(({ kind }) => kind === 'event')
  expect(await note(person, courseStep!.id), 'nobody sees their own document').toMatchObject({ ok: false })
  expect(await note(methodist, eventStep!.id)).toMatchObject(rule('route.notCourse'))
  expect(await note(methodist, courseStep!.id, '2021-10-02')).toMatchObject(rule('route.documentAhead'))
  mustWork(await note(methodist, courseStep!.id))
})

test('states of steps follow from facts; a route is finished when nothing is left, and the person has it on one page', async () => {
  const stateOf = async (kind: string, on?: string) => (await read(route, on)).steps.find((step) => step.kind === kind)?.state
  expect([await stateOf('course'), await stateOf('event'), await stateOf('diagnosis')]).toEqual(['done', 'ahead', 'ahead'])
  const { steps, lacks } = await read(route)
  const event = steps.find(({ kind }) => kind === 'event')!.eventId!
  mustWork(await takePlace.run(await as(person), { id: event }))
  expect(await stateOf('event')).toBe('taken')
  await base.adminPool.query(`update event_places set present = true, known_by = 'list' where event_id = $1 and person_id = $2`, [
    event,
    person,
  ])
  expect(await stateOf('event')).toBe('done')
  const finish = async () => finishRoute.run(await as(person), { id: route, version: await versionOf(route) })
  expect(await finish()).toMatchObject(rule('route.stepsLeft'))
  const diagnosed = steps.find(({ kind }) => kind === 'diagnosis')!.deficitId!
  const version = (await base.adminPool.query<{ v: number }>('select edit_version as v from deficits where id = $1', [diagnosed]))
    .rows[0]!.v
  expect(lacks.map(({ id }) => id as string)).toContain(diagnosed)
  mustWork(
    await closeByDiagnosis.run(await as(methodist), {
      id: diagnosed,
      version,
      document: 'Справка № 9',
      documentOn: '2021-10-01',
    } as never),
  )
  expect(await stateOf('diagnosis')).toBe('done')
  const at = `/t/${given.site.territory.code}/routes/${route}`
  expect((await given.as(person).get(`${at}/paper/pdf`)).status).toBe(200)
  expect((await given.as(methodist).get(`${at}/paper/pdf`)).status, 'only the person wishes it').toBe(403)
  for (const stranger of [given.site.people.teacher, given.site.people.official])
    expect((await given.as(stranger).get(at)).status).toBe(404)
  mustWork(await finish())
  expect((await read(route)).one).toMatchObject({ state: 'done', endedOn: '2021-10-01' })
})

test('a route is written anew, a step left out, stopped with a reason; then another may begin', async () => {
  const other = await given.aTeacher()
  mustWork(await declareDeficits(await as(other), { competences: [second], words: null }))
  const id = mustWork(await beginRoute.run(await as(methodist), { id: other })) as RouteId
  const version = () => versionOf(id)
  expect(await agreeRoute.run(await as(other), { id, version: await version() })).toMatchObject(rule('route.noSteps'))
  mustWork(await addStep.run(await as(methodist), { id, version: await version(), ...course }))
  for (const who of [other, methodist]) mustWork(await agreeRoute.run(await as(who), { id, version: await version() }))
  mustWork(await reopenRoute.run(await as(other), { id, version: await version() }))
  expect((await read(id)).one).toMatchObject({ state: 'draft', personAgreedOn: null, otherAgreedOn: null, activeOn: null })
  const [step] = (await read(id)).steps
  mustWork(await removeStep.run(await as(other), { id, version: await version(), step: step!.id }))
  expect(await removeStep.run(await as(other), { id, version: await version(), step: step!.id })).toMatchObject(
    rule('route.noStep'),
  )
  mustWork(await stopRoute.run(await as(other), { id, version: await version(), reason: 'Перехожу в другую школу' }))
  expect(mustWork(await beginRoute.run(await as(other), { id: other }))).not.toBe(id)
})

test('where no paper asks for routes and the centre has not chosen them there are none; one it has chosen names no clause', async () => {
  const home = `/t/${given.site.territory.code}`
  expect((await given.as(methodist).get(`${home}/routes`)).status).toBe(200)
  const page = await given.as(person).get(`${home}/people/${person}/route`)
  expect([page.status, page.text.includes('так настроил центр')]).toEqual([200, true])
  await base.adminPool.query(`update settings set chosen = '{}' where territory_id = $1`, [given.site.territory.id])
  expect((await given.as(methodist).get(`${home}/routes`)).status).toBe(404)
  const stranger = await aPerson(base.db, given.site.territory, {
    post: { organisationId: given.site.organisationId, kind: 'teacher' },
  })
  expect((await given.as(stranger).get(`${home}/my`)).text).not.toContain('Мой маршрут')
})

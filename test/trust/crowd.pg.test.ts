import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDb } from '../../src/db/pool.ts'
import { steadyMs } from '../../src/kernel/clock.ts'
import { type Answer, signIn, theApp, theWorld, type Visitor, type World } from './world.ts'

let world: World
let official: Visitor
beforeAll(async () => {
  world = await theWorld()
  official = await world.as(world.people.find(({ territory, role }) => territory === 'luga' && /методист/.test(role))!)
}, 240_000)
afterAll(() => world.base.drop())

type Timed = Answer & { readonly ms: number }
const crowd = (many: number, ask: () => Promise<Answer>): Promise<Timed[]> =>
  Promise.all(
    Array.from({ length: many }, async () => {
      const began = steadyMs()
      return { ...(await ask()), ms: steadyMs() - began }
    }),
  )
const statuses = (answers: readonly Answer[]) =>
  Object.entries(Object.groupBy(answers, ({ status }) => status)).map(([status, all]) => [+status, all!.length])

test('two hundred pages at once by one person and five hundred public ones are all answered', async () => {
  expect(statuses(await crowd(200, () => official.get('/t/luga')))).toEqual([[200, 200]])
  expect(statuses(await crowd(500, () => world.stranger.get('/')))).toEqual([[200, 500]])
}, 120_000)

test('beyond the longest line one is told within a second to come again, and whether the process lives is always told', async () => {
  const { app, logged } = theApp(createDb(world.base.appPool, 30))
  const here = await signIn(app, world.base)(world.people.find(({ territory }) => territory === 'luga')!)
  const asked = crowd(200, () => here.get('/t/luga'))
  const [alive] = await crowd(1, () => here.get('/health'))
  const answers = await asked
  const turnedAway = answers.filter(({ status }) => status === 503)
  expect(statuses(answers)).toEqual([
    [200, 42],
    [503, 158],
  ])
  expect([alive!.status, alive!.text, alive!.ms < 1000]).toEqual([200, 'ok', true])
  expect([...new Set(turnedAway.map(({ headers }) => headers.get('retry-after')))]).toEqual(['3'])
  expect(Math.max(...turnedAway.map(({ ms }) => ms))).toBeLessThan(1000)
  expect(turnedAway[0]!.text).toContain('слишком много обращений')
  expect([...new Set(logged.map(({ event }) => event))]).toEqual(['crowd'])
  expect((await here.get('/t/luga')).status).toBe(200)
}, 120_000)

test('a form that is turned away gives back what was typed', async () => {
  const { app } = theApp(createDb(world.base.appPool, 0))
  const here = await signIn(app, world.base)(world.people.find(({ territory }) => territory === 'luga')!)
  const asked = crowd(12, () => here.get('/t/luga'))
  const answer = await here.post('/t/luga/organisations/new', { shortName: 'Школа за рекой' })
  expect([answer.status, answer.text.includes('Школа за рекой')]).toEqual([503, true])
  await asked
})

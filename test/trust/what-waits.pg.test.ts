import { afterAll, beforeAll, expect, test } from 'vitest'
import { lostTasks, tasksNow } from '../factories/waiting.ts'
import { formsIn } from './fuzz.ts'
import { territoryId, theWorld, type Visitor, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await theWorld()
}, 120_000)
afterAll(() => world.base.drop())

/** The number that the header of a page shows. */
async function shown(visitor: Visitor): Promise<number> {
  const { status, text } = await visitor.get('/t/luga/organisations')
  expect(status).toBe(200)
  return Number(/moj-notification-badge">(\d+)</.exec(text)?.[1] ?? 0)
}

test('whatever anybody does, the number on every page is what waits now', async () => {
  const { forms, visitors } = await formsIn(world, 'luga')
  const people = world.people.filter(({ territory }) => territory === 'luga')
  const numbers = new Set<number>()
  let done = 0
  for (const { visitor, action, fields } of forms) {
    done += (await visitor.post(action, fields)).status === 303 ? 1 : 0
    for (const one of new Set([visitor, visitors[done % visitors.length]!])) {
      const account = people[visitors.indexOf(one)]!.account
      const number = await shown(one)
      expect([action, one.label, number]).toEqual([action, one.label, (await tasksNow(world.base.db, 'luga', account)).length])
      expect(await shown(one)).toBe(number)
      numbers.add(number)
    }
  }
  expect(done).toBeGreaterThan(5)
  expect(numbers.size).toBeGreaterThan(2)
}, 240_000)

test('whom a source serves and what it says may be there loses nothing, for anybody in any territory', async () => {
  let all = 0
  for (const code of new Set(world.people.map(({ territory }) => territory))) {
    const id = await territoryId(world.base, code)
    const { found, lost } = await lostTasks(world.base.db, id)
    expect([code, lost]).toEqual([code, []])
    all += found
  }
  expect(all).toBeGreaterThan(20)
}, 240_000)

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDb, createPool } from '../../src/db/pool.ts'
import { inTransaction, read } from '../../src/db/transact.ts'
import { routes } from '../../src/kit/install.ts'
import { fill } from '../client.ts'
import { formsIn } from './fuzz.ts'
import { demoPeople, signIn, theApp, theWorld, type Visitor, type World } from './world.ts'

/** A page that asked for a second connection while it holds one could never be answered here, because there is only one. */
let world: World
let one: ReturnType<typeof createPool>
let forms: Awaited<ReturnType<typeof formsIn>>['forms']
let visitors: Visitor[]
let things: Record<string, string>
beforeAll(async () => {
  world = await theWorld()
  one = createPool({ ...world.base.app, max: 1 })
  const { app, logged } = theApp(createDb(one))
  const narrow = { ...world, app, logged, as: signIn(app, { appPool: one }), people: await demoPeople(world.base) }
  world = narrow
  ;({ forms, visitors, things } = await formsIn(narrow, 'luga'))
}, 240_000)
afterAll(async () => {
  await one.end()
  await world.base.drop()
})

const faults = () =>
  world.logged.map(({ event, method, path, stack }) => `${event} ${method} ${path} ${`${stack}`.slice(0, 300)}`)
const answered = async (about: string, asked: Promise<{ status: number }>) => {
  const { status } = await asked
  return status < 500 ? [] : [`${about}: ${status}`]
}

describe('with a pool of one connection', () => {
  test('every page is answered to everybody', async () => {
    const wrong: string[] = []
    for (const visitor of visitors)
      for (const { path } of routes().filter((route) => route.method === 'GET')) {
        const address = fill(path.pattern, things)
        if (path.pattern.endsWith('/:file')) continue // a row without bytes
        wrong.push(...(await answered(`${visitor.label} ${address}`, visitor.get(address))))
      }
    expect([wrong, faults()]).toEqual([[], []])
    expect(visitors.length).toBeGreaterThan(4)
  }, 240_000)

  test('every form is answered, filled in as its page gives it and empty', async () => {
    const wrong: string[] = []
    for (const { path } of routes().filter((route) => route.method === 'POST'))
      for (const visitor of visitors) {
        const address = fill(path.pattern, things)
        if (!/clock/.test(address)) wrong.push(...(await answered(`${visitor.label} ${address}`, visitor.post(address, {}))))
      }
    for (const { visitor, action, fields } of forms)
      wrong.push(...(await answered(`${visitor.label} ${action}`, visitor.post(action, fields))))
    expect([wrong, faults()]).toEqual([[], []])
    expect(forms.length).toBeGreaterThan(8)
  }, 240_000)

  test('twelve pages at once, pressing one button twice at once, signing in and out', async () => {
    const visitor = visitors[0]!
    const pages = await Promise.all(Array.from({ length: 12 }, () => visitor.get('/t/luga')))
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200))
    const { action, fields } = forms[0]!
    const key = forms[0]!.visitor.newKey()
    const twins = await Promise.all([1, 2].map(() => forms[0]!.visitor.post(action, fields, key)))
    expect(twins.filter(({ status }) => status >= 500)).toEqual([])
    for (const address of ['/sign-in', '/my', '/']) expect((await visitor.get(address)).status).toBeLessThan(400)
    expect((await visitor.post('/sign-in', { email: 'nobody@primer.ru', password: 'верный конь' })).status).toBeLessThan(500)
    expect((await visitor.post('/sign-out', {})).status).toBeLessThan(400)
    expect(faults()).toEqual([])
  })
})

test('whoever holds a transaction and asks for a second connection is refused at once, in every way of asking', async () => {
  const { db } = world.base
  const ask = () => db.selectFrom('installation').select('demo').execute()
  const second = /second connection/
  await expect(read(db, {}, ask)).rejects.toThrow(second)
  await expect(read(db, {}, () => read(db, {}, ask))).rejects.toThrow(second)
  await expect(inTransaction(db, ask)).rejects.toThrow(second)
  await expect(
    inTransaction(db, async () => Promise.all([1].map(() => new Promise((done) => setTimeout(done, 5)).then(ask)))),
  ).rejects.toThrow(second)
  expect(await ask()).toHaveLength(1)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { aBrowser, accountPages } from '../../../test/factories/accounts.ts'
import { aPerson, aTerritory, inScope } from '../../../test/factory.ts'
import type { Territory } from '../../authz/ctx.ts'
import type { AccountId } from '../../kernel/types.ts'
import { nb } from '../../ui/nb.ts'
import { addMembership } from './commands/add-membership.ts'
import { createAccount } from './commands/create-account.ts'
import { registerDemoPerson } from './commands/register-demo-person.ts'

let demonstration: FreshDatabase
let server: FreshDatabase
let chebula: Territory
let accountId: AccountId

beforeAll(async () => {
  ;[demonstration, server] = await Promise.all([freshDatabase(), freshDatabase()])
  await demonstration.adminPool.query('insert into installation (demo, created_at) values (true, now())')
  for (const { db } of [demonstration, server]) {
    const territory = await aTerritory(db, '2021-08-24', { code: 'chebula', shortName: 'Чебулинский округ' })
    const made = await createAccount(db, { email: 'morozova@demo.example', name: 'Морозова' })
    if (!made.ok) throw new Error('the account was not made')
    const [personId, territoryId] = [await aPerson(db, territory), territory.id]
    await inScope(db, territoryId, async (tx) => {
      await addMembership(tx, { territoryId, accountId: made.value, personId })
      for (const roleLabel of ['методист', 'методист центра'])
        await registerDemoPerson(tx, { territoryId, accountId: made.value, label: 'Морозова И. А.', roleLabel, position: 1 })
    })
    if (db === demonstration.db) [chebula, accountId] = [territory, made.value]
  }
})
afterAll(() => Promise.all([demonstration.drop(), server.drop()]))

const whoOf = (text: string) => /name="who" value="([^"]+)"/.exec(text)?.[1] ?? ''

test('in a demonstration a person is a button, and pressing it opens the territory', async () => {
  const pages = accountPages(demonstration.db, { demo: true })
  const browser = aBrowser(pages)
  const { text } = await browser.get('/sign-in')
  expect(text).toContain('Чебулинский округ')
  expect(text).toContain(`<b>${nb('Морозова И. А.')}</b>методист центра`)
  expect(await browser.post('/sign-in/demo', { who: whoOf(text) })).toMatchObject({ status: 303, to: '/t/chebula' })
  expect(await pages.auth.readSession(browser.headers())).toMatchObject({ accountId })
  // The signed-in may come back and choose other eyes.
  expect((await browser.get('/sign-in')).status).toBe(200)
})

test('a territory is chosen first: its people are folded until it is, unless it is the only one or the page asked for is there', async () => {
  const other = await aTerritory(demonstration.db, '2021-01-28', { code: 'lug', shortName: 'Лужский район' })
  const person = await aPerson(demonstration.db, other)
  const lug = { territoryId: other.id, accountId, label: 'Ильин Д. Н.', roleLabel: 'наставник', position: 1 }
  await inScope(demonstration.db, other.id, async (tx) => {
    await addMembership(tx, { territoryId: other.id, accountId, personId: person })
    await registerDemoPerson(tx, lug)
  })
  const browser = aBrowser(accountPages(demonstration.db, { demo: true }))
  const opened = async (query = '') => {
    const { text } = await browser.get(`/sign-in${query}`)
    return [...text.matchAll(/<details class="pl-choice" name="demo"( open)?>.*?id="demo-(\w+)"/gs)].map(([, open, code]) => [
      code,
      open !== undefined,
    ])
  }
  expect(await opened()).toEqual([
    ['lug', false],
    ['chebula', false],
  ])
  expect(await opened('?next=/t/lug/plans')).toEqual([
    ['lug', true],
    ['chebula', false],
  ])
  await inScope(demonstration.db, other.id, (tx) => tx.deleteFrom('demoPeople').where('territoryId', '=', other.id).execute())
  expect(await opened()).toEqual([['chebula', true]])
})

test('the button goes on to the page that asked for sign-in, if it is of the same territory', async () => {
  const browser = aBrowser(accountPages(demonstration.db, { demo: true }))
  const who = whoOf((await browser.get('/sign-in?next=/t/chebula/plans')).text)
  expect((await browser.post('/sign-in/demo', { who, next: '/t/chebula/plans' })).to).toBe('/t/chebula/plans')
  await browser.get('/sign-in')
  expect((await browser.post('/sign-in/demo', { who, next: '/t/luga/plans' })).to).toBe('/t/chebula')
  await browser.get('/sign-in')
  expect((await browser.post('/sign-in/demo', { who, next: 'https://evil.example' })).to).toBe('/t/chebula')
})

test('a server, where the installation is not a demonstration, has neither buttons nor the page, whatever its settings say', async () => {
  const browser = aBrowser(accountPages(server.db, { demo: true }))
  const { text } = await browser.get('/sign-in')
  expect(text).not.toContain('Посмотреть на примере')
  const person = await server.db.selectFrom('demoPeople').select('id').executeTakeFirstOrThrow()
  expect((await browser.post('/sign-in/demo', { who: person.id })).status).toBe(404)
  expect(browser.cookies.has('pl_session')).toBe(false)
})

test('a demonstration switched off in the settings has neither', async () => {
  const browser = aBrowser(accountPages(demonstration.db, { demo: false }))
  expect((await browser.get('/sign-in')).text).not.toContain('Посмотреть на примере')
  const person = await demonstration.db.selectFrom('demoPeople').select('id').executeTakeFirstOrThrow()
  expect((await browser.post('/sign-in/demo', { who: person.id })).status).toBe(404)
})

test('the app cannot make a demonstration of a server', async () => {
  await expect(server.appPool.query('insert into installation (demo, created_at) values (true, now())')).rejects.toThrow(
    /permission denied/,
  )
})

test.each(['', 'x', '0190a000-0000-7000-8000-000000000000'])('nobody is behind %j', async (who) => {
  const browser = aBrowser(accountPages(demonstration.db, { demo: true }))
  await browser.get('/sign-in')
  expect((await browser.post('/sign-in/demo', { who })).status).toBe(404)
})

test('a button pressed by a page of another site does nothing', async () => {
  const pages = accountPages(demonstration.db, { demo: true })
  const who = whoOf((await aBrowser(pages).get('/sign-in')).text)
  const victim = aBrowser(pages)
  expect((await victim.post('/sign-in/demo', { who })).status).toBe(422)
  expect(victim.cookies.has('pl_session')).toBe(false)
})

test('an account without a password cannot be entered with one', async () => {
  const { auth } = accountPages(demonstration.db, { demo: true })
  expect(await auth.signIn({ email: 'morozova@demo.example', password: '' })).toBeNull()
  expect(await auth.signIn({ email: 'morozova@demo.example', password: 'password password' })).toBeNull()
})

test('demo people are made by their own territory only', async () => {
  const other = await aTerritory(demonstration.db)
  const person = { territoryId: chebula.id, accountId, label: 'Чужая', roleLabel: 'никто', position: 1 }
  await expect(inScope(demonstration.db, other.id, (tx) => registerDemoPerson(tx, person))).rejects.toThrow(/row-level security/)
})

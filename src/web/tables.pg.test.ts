import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aClient } from '../../test/client.ts'
import { ownDatabase } from '../../test/database.ts'
import { anAccount } from '../../test/factories/accounts.ts'
import { aPerson, aTerritory } from '../../test/factory.ts'
import { oneTurn } from '../db/line.ts'
import { createDb, createPool, type Db } from '../db/pool.ts'
import type { AccountId } from '../kernel/types.ts'
import { path } from './paths.ts'
import { get, publicGet } from './route.ts'

const base = ownDatabase()
const [publicTable, ownTable, page] = [path('/all.csv'), path('/t/:territory/all.csv'), path('/page')]
let release = () => {}
const gate = new Promise<void>((resolve) => {
  release = resolve
})
let code: string
let account: AccountId
let pools: readonly pg.Pool[] = []
let tables: Db
beforeAll(async () => {
  const territory = await aTerritory(base.db)
  const personId = await aPerson(base.db, territory, { roles: ['methodist'] })
  account = await anAccount(base.db, 'one@example.ru', [{ territory, personId }])
  code = territory.code
  pools = [2, 1].map((max) => createPool({ ...base.app, max, application_name: max === 2 ? 'tables' : 'pages' }))
  tables = createDb(pools[0]!, 0)
})
afterAll(() => Promise.all(pools.map((pool) => pool.end())))

test('two tables are made at once: a third stranger is told to come again, who is signed in waits, pages go on', async () => {
  const whole = async () => {
    await gate
    return new Response('whole')
  }
  const client = aClient(base, {
    readers: { pages: base.db, tables },
    routes: [
      publicGet(publicTable, { isTable: true, page: whole }),
      publicGet(page, { page: async () => new Response('page') }),
      get(ownTable, { permits: 'person.register', isTable: true, page: whole }),
    ],
    readSession: async (headers) => {
      if (!headers.get('x-account')) return null
      await base.db.selectFrom('territories').select('id').execute()
      return { sessionId: 'one', accountId: account }
    },
  })
  const ask = (address: string, headers: Record<string, string> = {}) =>
    oneTurn(async () => client.app.request(address, { headers })).then(async (answer) => ({
      status: answer.status,
      after: answer.headers.get('retry-after'),
      text: await answer.text(),
    }))
  const first = [ask('/all.csv'), ask('/all.csv')]
  await expect.poll(() => pools[0]!.totalCount).toBe(2)
  const late = await ask('/all.csv')
  expect(late).toEqual({ status: 429, after: '5', text: 'Сейчас готовят другие таблицы. Попробуйте через несколько секунд.' })
  expect(await ask('/page')).toMatchObject({ status: 200, text: 'page' })
  const own = ask(`/t/${code}/all.csv`, { 'x-account': account })
  release()
  expect(await Promise.all([...first, own])).toEqual([0, 1, 2].map(() => ({ status: 200, after: null, text: 'whole' })))
  expect((await ask('/all.csv')).text).toBe('whole')
})

test('public pages are read where they are to be read', async () => {
  const asked = publicGet(page, {
    page: async ({ tx }) => {
      const { rows } = await sql<{ name: string }>`select current_setting('application_name') as name`.execute(tx)
      return new Response(rows[0]!.name)
    },
  })
  const client = aClient(base, { readers: { pages: createDb(pools[1]!), tables }, routes: [asked] })
  expect(await (await client.app.request('/page')).text()).toBe('pages')
})

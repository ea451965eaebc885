import type { Hono } from 'hono'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAuth } from '../src/accounts/auth.ts'
import { createApp } from '../src/app/create-app.ts'
import { noServices } from '../src/authz/ctx.ts'
import { systemNow } from '../src/kernel/clock.ts'
import type { AccountId, TerritoryId } from '../src/kernel/types.ts'
import { routes } from '../src/kit/install.ts'
import { loadTerritories } from '../src/loading/load-territories.ts'
import type { GetRoute } from '../src/web/route.ts'
import { territoryFiles } from '../territories/all.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'
import { examples } from './factories/examples.ts'
import { liveAYear } from './trust/lived.ts'

/**
 * A page costs what its statements cost. Every working page of the demonstration is opened by everybody of it, and what is sent to the database is
 * counted at the driver: the session, the beginning and the end of the transaction too. Unlike time it is the same on every machine.
 */
const most = 12
const secret = 'a secret of the tests, forty letters long'
const origin = 'http://localhost'
const isPage = ({ method, access, path }: { method: string; access: { kind: string }; path: { pattern: string } }) =>
  method === 'GET' && access.kind === 'territory' && !/:format|\.(csv|xlsx|json|docx|pdf)$/.test(path.pattern)
const pages = routes().filter((route): route is GetRoute => isPage(route))

/** Forty more lines in the plan of the site, every other one held, each answered for by somebody. */
const fullPlan = `
  with v as (select territory_id, id, plan_id from plan_versions where territory_id = $1 and state = 'approved' limit 1),
    line as (insert into plan_lines (territory_id, id, version_id, line_key, position, activity, form, starts_on, ends_on)
      select territory_id, gen_random_uuid(), id, gen_random_uuid(), 100 + n, 'Открытый урок ' || n, 'openLesson', date '2020-09-01' + n * 7, date '2020-09-01' + n * 7
      from v, generate_series(1, 40) n returning territory_id, id, line_key, position, starts_on),
    answering as (insert into plan_line_people (territory_id, line_id, person_id)
      select territory_id, id, (select p.id from people p where p.territory_id = line.territory_id order by p.id limit 1) from line)
  insert into executions (territory_id, plan_id, line_key, outcome, held_on, people_count, recorded_by, recorded_at)
  select line.territory_id, v.plan_id, line_key, 'held', starts_on, 12, (select p.id from people p where p.territory_id = $1 limit 1), starts_on
  from line join v on true where position % 2 = 0`

type Visitor = { readonly code: string; readonly label: string; readonly cookie: string; readonly params: Record<string, string> }

let base: FreshDatabase
let app: Hono
let visitors: Visitor[]
beforeAll(async () => {
  base = await freshDatabase()
  await base.adminPool.query('insert into installation (demo, created_at) values (true, now())')
  await loadTerritories({ db: base.db, files: territoryFiles, demo: true })
  const config = { publicOrigin: origin, secret, demo: true, trustedProxies: 0 }
  app = createApp({ config: config as never, db: base.db, services: noServices, log: () => {} })
  const auth = createAuth({ db: base.db, secret, origin, secureCookies: false, systemNow })
  const { rows } = await base.adminPool.query<{ account: AccountId; label: string; code: string }>(
    `select d.account_id as account, d.role_label as label, t.code from demo_people d join territories t on t.id = d.territory_id
     where t.code = 'luga' or d.role_label in ('специалист органа управления', 'координатор площадки') order by t.code, d.position`,
  )
  for (const { id } of (await base.adminPool.query<{ id: TerritoryId }>('select distinct territory_id as id from sites')).rows) {
    await liveAYear(base.adminPool, id)
    await base.adminPool.query(fullPlan, [id])
  }
  visitors = []
  for (const { account, label, code } of rows) {
    const { cookies } = await auth.openSession(account)
    visitors.push({
      ...{ code, label, params: await examples(base, code) },
      cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
    })
  }
}, 120_000)
afterAll(() => base.drop())

const open = ({ params, cookie }: Visitor, pattern: string) =>
  Promise.resolve(
    app.request(
      origin + pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '00000000-0000-7000-8000-000000000000'),
      {
        headers: { Cookie: cookie },
      },
    ),
  )

test('no working page asks the database more than a dozen times, whatever waits on whom', { timeout: 300_000 }, async () => {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  const opened: string[] = []
  const more: string[] = []
  for (const visitor of visitors)
    for (const { path } of pages) {
      const name = `${visitor.code}, ${visitor.label}: ${path.pattern}`
      // The first to open a page teaches the connection its questions; then everything counted of the territory is counted anew.
      if ((await open(visitor, path.pattern)).status !== 200) continue
      await base.adminPool.query('update territories set changes = changes + 1')
      sent.mockClear()
      expect((await open(visitor, path.pattern)).status).toBe(200)
      opened.push(name)
      if (sent.mock.calls.length > most) more.push(`${sent.mock.calls.length} ${name}`)
    }
  expect(more).toEqual([])
  expect(opened.length).toBeGreaterThan(300)
  for (const page of ['/sites/:site', '/plans/:plan', '/orders/:order', '/people/:person', '/reports'])
    expect(opened.some((name) => name.endsWith(page))).toBe(true)
})

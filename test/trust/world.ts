import type { Hono } from 'hono'
import { createAuth } from '../../src/accounts/auth.ts'
import { createApp } from '../../src/app/create-app.ts'
import { noServices } from '../../src/authz/ctx.ts'
import { createDb, type Db } from '../../src/db/pool.ts'
import { systemNow } from '../../src/kernel/clock.ts'
import type { AccountId, TerritoryId } from '../../src/kernel/types.ts'
import { loadTerritories } from '../../src/loading/load-territories.ts'
import { newFormKey } from '../../src/web/form-key.ts'
import { territoryFiles } from '../../territories/all.ts'
import { type FreshDatabase, freshDatabase, templateOf } from '../database.ts'

const origin = 'http://localhost'
const secret = 'a secret of the tests, forty letters long'

export type Answer = { readonly status: number; readonly text: string; readonly headers: Headers }
export type Visitor = {
  readonly label: string
  readonly cookie: string
  get(path: string): Promise<Answer>
  /** A form as a page of ours would send it. The same `key` is the same press. */
  post(path: string, fields: Readonly<Record<string, string>>, key?: string): Promise<Answer>
  /** A request of any kind, with this visitor's cookies. */
  send(path: string, init: RequestInit): Promise<Answer>
  newKey(): string
}

export type DemoPerson = {
  readonly account: AccountId
  readonly territory: string
  readonly label: string
  readonly role: string
}
export type LogEntry = Readonly<Record<string, string | number | boolean | null>>

/** The whole web side as the program has it, over the given database; what it logs is kept. */
export function theApp(db: Db) {
  const logged: LogEntry[] = []
  const config = { publicOrigin: origin, secret, demo: true, trustedProxies: 0 }
  return { app: createApp({ config, db, services: noServices, log: (entry) => logged.push(entry) }), logged }
}

/** The five territories as a demonstration has them, behind the whole web side. */
export async function theWorld() {
  const base = await demonstration()
  const { app, logged } = theApp(base.db)
  return {
    base,
    app,
    logged,
    people: await demoPeople(base),
    stranger: aVisitor(app, 'a stranger', '', 'nobody'),
    as: signIn(app, base),
  }
}
export type World = Awaited<ReturnType<typeof theWorld>>

/** A database in which a demonstration stands: loaded once in a run, then cloned. */
export const demonstration = async (): Promise<FreshDatabase> => freshDatabase(await templateOf('template_of_the_world', fill))

export async function fill({ db, adminPool }: Pick<FreshDatabase, 'db' | 'adminPool'>): Promise<void> {
  await adminPool.query('insert into installation (demo, created_at) values (true, now())')
  await loadTerritories({ db, files: territoryFiles, demo: true })
}

export async function demoPeople({ adminPool }: Pick<FreshDatabase, 'adminPool'>): Promise<DemoPerson[]> {
  const { rows } = await adminPool.query<DemoPerson>(
    `select d.account_id as account, t.code as territory, t.code || ': ' || d.role_label as label, d.role_label as role
     from demo_people d join territories t on t.id = d.territory_id order by t.code, d.position`,
  )
  return rows
}

/** Opens sessions as the demonstration's buttons do. */
export function signIn(app: Hono, { appPool }: Pick<FreshDatabase, 'appPool'>) {
  const auth = createAuth({ db: createDb(appPool), secret, origin, secureCookies: false, systemNow })
  return async ({ account, label }: Pick<DemoPerson, 'account' | 'label'>): Promise<Visitor> => {
    const { cookies } = await auth.openSession(account)
    const cookie = cookies.map((one) => one.split(';')[0]).join('; ')
    const session = await auth.readSession(new Headers({ cookie }))
    return aVisitor(app, label, cookie, session!.sessionId)
  }
}

function aVisitor(app: Hono, label: string, cookie: string, sessionId: string): Visitor {
  const newKey = () => newFormKey(secret, sessionId)
  async function send(path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers)
    if (cookie) headers.set('cookie', cookie)
    const response = await app.request(`${origin}${path}`, { ...init, headers })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  return {
    label,
    cookie,
    newKey,
    send,
    get: (path) => send(path, {}),
    post: (path, fields, key = newKey()) =>
      send(path, { method: 'POST', headers: { origin }, body: new URLSearchParams({ _key: key, ...fields }) }),
  }
}

/** Ids of every kind of thing of a territory. Another territory's are looked up the same way. */
export async function territoryId({ adminPool }: Pick<FreshDatabase, 'adminPool'>, code: string): Promise<TerritoryId> {
  const { rows } = await adminPool.query<{ id: TerritoryId }>('select id from territories where code = $1', [code])
  return rows[0]!.id
}

/** What every response must carry, whatever it is. */
export function missingHeaders(headers: Headers): string[] {
  const wanted: [string, RegExp][] = [
    ['content-security-policy', /^default-src 'none'; sandbox$|default-src 'self'.*object-src 'none'.*frame-ancestors 'none'/],
    ['x-content-type-options', /^nosniff$/],
    ['x-frame-options', /^DENY$/],
    ['referrer-policy', /^same-origin$/],
    ['cross-origin-opener-policy', /^same-origin$/],
    ['cross-origin-resource-policy', /^same-origin$/],
    ['permissions-policy', /camera=/],
  ]
  return wanted.filter(([name, pattern]) => !pattern.test(headers.get(name) ?? '')).map(([name]) => name)
}

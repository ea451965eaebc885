import { beforeAll, describe, expect, test } from 'vitest'
import { loadActor } from '../src/authz/actor.ts'
import { type Ctx, contextOf, timeOf } from '../src/authz/ctx.ts'
import { can } from '../src/authz/policy.ts'
import { read } from '../src/db/transact.ts'
import { systemNow } from '../src/kernel/clock.ts'
import type { AccountId, TerritoryId } from '../src/kernel/types.ts'
import { routes } from '../src/kit/install.ts'
import type { Shell } from '../src/web/deps.ts'
import type { GetRoute, PostRoute } from '../src/web/route.ts'
import { membershipsOf } from '../src/web/territories.ts'
import { type Answer, aClient, fill } from './client.ts'
import { ownDatabase } from './database.ts'
import { examples } from './factories/examples.ts'
import { demonstration } from './trust/world.ts'

/**
 * Every route of the table is walked as every demo person of a territory (all roles), as a person of another territory and as a stranger. What
 * the policy table says of the route's subject is what the address must answer: 404 for what one may not see, 403 for what one may not do.
 */
const territoryRoutes = routes().filter((route): route is GetRoute | PostRoute => route.access.kind === 'territory')

const shell: Shell = {
  territoryPage: async (_tx, _ctx, page) => page.title,
  publicPage: (_visitor, page) => page.title,
  errorPage: (status, _around, { sentences = [] }) => `${status} ${sentences.join(' ')}`,
}

const base = ownDatabase(demonstration)
/** Only the titles of pages are drawn: what is looked at is who gets one. */
const { as } = aClient(base, { shell, systemNow })
let people: { account: AccountId; label: string }[]
let params: Record<string, string>
beforeAll(async () => {
  const { rows } = await base.adminPool.query<{ account: AccountId; label: string }>(
    `select d.account_id as account, t.code || ': ' || d.role_label as label from demo_people d join territories t on t.id = d.territory_id
     where t.code in ('luga', 'turochak') order by t.code, d.position`,
  )
  people = rows
  params = await examples(base, 'luga')
}, 120_000)

function send({ method, path }: GetRoute | PostRoute, account: AccountId | null): Promise<Answer> {
  const person = as(account)
  return method === 'GET' ? person.get(fill(path.pattern, params)) : person.post(fill(path.pattern, params))
}

/** What the table says: seen and allowed, seen but not allowed, not there at all. */
async function expected({ path, access }: GetRoute | PostRoute, account: AccountId): Promise<'allowed' | 403 | 404> {
  // What has no territory is of the installation, which is not there for anybody but its administrators.
  if (!path.pattern.includes(':territory')) return 404
  const membership = (await membershipsOf(base.db, account)).find(({ territory }) => territory.code === params.territory)
  if (!membership) return 404
  const { territory } = membership
  const { now, today } = timeOf(territory, systemNow())
  return read(base.db, { territoryId: territory.id as TerritoryId, accountId: account }, async (tx) => {
    const ctx = (await contextOf(tx, { territory, personId: null, accountId: account, now, today })) as Ctx
    const actor = await loadActor(tx, territory.id, null, today, account)
    const subject = access.subject ? await access.subject({ ctx, tx, params }) : { territoryId: territory.id }
    if (!subject || (access.sees && !can(actor!, access.sees, subject))) return 404
    return can(actor!, access.permits, subject) ? 'allowed' : 403
  })
}

describe('the policy table is what the addresses do', () => {
  test('the table of routes is not empty and each route has a permission', () => {
    expect(territoryRoutes.length).toBeGreaterThan(30)
    expect(territoryRoutes.every((route) => route.access.kind === 'territory' && route.access.permits)).toBe(true)
  })

  test('no two routes share an address', () => {
    const addresses = routes().map((route) => `${route.method} ${route.path.pattern}`)
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
  })

  for (const route of territoryRoutes) {
    test(`${route.method} ${route.path.pattern}`, async () => {
      const stranger = await send(route, null)
      expect([stranger.status, stranger.to?.startsWith('/sign-in')]).toEqual([303, true])
      for (const { account, label } of people) {
        const wanted = await expected(route, account)
        const { status } = await send(route, account)
        if (wanted === 'allowed') expect([label, status]).not.toEqual([label, 403])
        else expect([label, status]).toEqual([label, wanted])
        expect([label, status < 500]).toEqual([label, true])
      }
    })
  }
})

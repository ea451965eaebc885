import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { aNetwork, aSite } from '../../../test/factories/sites.ts'
import { aPerson, aTerritory, ctxOf, inScope } from '../../../test/factory.ts'
import type { Ctx } from '../../authz/ctx.ts'
import type { GrantedRole } from '../../authz/roles.ts'
import { recordAll } from '../../history/record.ts'
import { newId } from '../../kernel/ids.ts'
import { kindsFor } from './groups.ts'
import { historyPage, pageSize } from './queries.ts'

let base: FreshDatabase
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.drop())

async function aHistory(): Promise<{ as: (role: GrantedRole) => Promise<Ctx>; siteId: string }> {
  const territory = await aTerritory(base.db)
  const network = await aNetwork(base.db, territory)
  const siteId = await aSite(base.db, network)
  await inScope(base.db, territory.id, (tx) =>
    recordAll(tx, network.ctx, [
      { kind: 'territory.loaded', subjectId: territory.id },
      { kind: 'supportNeed.recorded', subjectId: newId(), facts: { need: 'lowResults' } },
      { kind: 'order.drafted', subjectId: newId(), facts: { title: 'Проект' } },
      { kind: 'order.signed', subjectId: newId(), facts: { number: '33' } },
      { kind: 'report.accepted', subjectId: newId(), siteId, facts: { academicYear: 2021 } },
    ]),
  )
  return { as: async (role) => ctxOf(base.db, territory, await aPerson(base.db, territory, { roles: [role] })), siteId }
}
const read = (ctx: Ctx, group: Parameters<typeof kindsFor>[1] = null, page = 1) =>
  inScope(base.db, ctx.territory.id, (tx) => historyPage(tx, ctx, { kinds: kindsFor(ctx, group), page }))
const kinds = async (ctx: Ctx, group: Parameters<typeof kindsFor>[1] = null) =>
  (await read(ctx, group)).rows.map((row) => row.kind)

test('the office reads everything, newest first, with the name of the site and of who acted', async () => {
  const { as, siteId } = await aHistory()
  const { rows, total } = await read(await as('methodist'))
  expect(rows.map((row) => row.kind)).toEqual([
    'report.accepted',
    'order.signed',
    'order.drafted',
    'supportNeed.recorded',
    'territory.loaded',
  ])
  expect(total).toBe(5)
  expect(rows[0]).toMatchObject({ siteId, siteName: expect.stringMatching(/^Школа №/), actor: { givenName: 'Анна' } })
})

test('who keeps accounts reads neither support needs, nor drafts, nor reports', async () => {
  const { as } = await aHistory()
  expect(await kinds(await as('administrator'))).toEqual(['order.signed', 'territory.loaded'])
})

test('a fact about a person names the person', async () => {
  const ctx = await (await aHistory()).as('official')
  const { personId } = ctx.actor
  await inScope(base.db, ctx.territory.id, (tx) =>
    recordAll(tx, ctx, [{ kind: 'role.granted', subjectId: personId, facts: { role: 'official' } }]),
  )
  const [row] = (await read(ctx, 'people')).rows
  expect(row).toMatchObject({ person: { givenName: 'Анна' }, organisationName: null, orderNumber: null })
})

test('one group at a time', async () => {
  const { as } = await aHistory()
  expect(await kinds(await as('official'), 'orders')).toEqual(['order.signed', 'order.drafted'])
})

test('a long history comes by pages, and another territory sees nothing of it', async () => {
  const { as } = await aHistory()
  const ctx = await as('official')
  const many = Array.from({ length: pageSize }, () => ({ kind: 'order.published' as const, subjectId: newId() }))
  await inScope(base.db, ctx.territory.id, (tx) => recordAll(tx, ctx, many))
  const second = await read(ctx, null, 2)
  expect([second.rows.length, second.total]).toEqual([5, pageSize + 5])

  const other = await (await aHistory()).as('official')
  expect((await read(other)).total).toBe(5)
})

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { anOrganisation, aPerson, aTerritory, ctxOf, type TestCtx } from '../../test/factory.ts'
import { newId } from '../kernel/ids.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { AccountId, OrganisationId } from '../kernel/types.ts'
import type { Tx } from './pool.ts'
import { appRole } from './supervisor-roles.ts'
import { forgetSubmissions, read, transact } from './transact.ts'

const base = ownDatabase()

async function given(): Promise<TestCtx> {
  const territory = await aTerritory(base.db)
  return ctxOf(base.db, territory, await aPerson(base.db, territory))
}
const organisation = (ctx: TestCtx, fullName: string) => ({
  territoryId: ctx.territory.id,
  id: newId<OrganisationId>(),
  kind: 'school' as const,
  fullName,
  shortName: fullName,
  createdAt: ctx.now,
})
const names = (ctx: TestCtx) => read(ctx.db, ctx.scope, (tx) => tx.selectFrom('organisations').select('fullName').execute())

test('a refusal rolls everything back', async () => {
  const ctx = await given()
  const result = await transact(ctx, async (tx) => {
    await tx.insertInto('organisations').values(organisation(ctx, 'Школа')).execute()
    return refuse({ code: 'forbidden' })
  })
  expect(result).toEqual({ ok: false, refusal: { code: 'forbidden' } })
  expect(await names(ctx)).toEqual([])
})

test('a rule kept by the database is refused as a rule, not as a fault', async () => {
  const ctx = await given()
  const add = () =>
    transact(ctx, async (tx) => ok(await tx.insertInto('organisations').values(organisation(ctx, 'Школа № 1')).execute()))
  expect((await add()).ok).toBe(true)
  expect(await add()).toMatchObject({ ok: false, refusal: { rule: 'organisation.nameTaken', field: 'fullName' } })
})

test('the same form sent twenty times at once is one act', async () => {
  const ctx = await given()
  const sends = Array.from({ length: 20 }, () => {
    const submission = { accountId: 'a' as AccountId, key: 'one /form', requestHash: 'h', claimed: false }
    return transact({ ...ctx, submission }, async (tx) =>
      ok(
        await tx
          .insertInto('organisations')
          .values(organisation(ctx, `Школа ${newId()}`))
          .execute(),
      ),
    )
  })
  const results = await Promise.all(sends)
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok && result.refusal.code === 'repeated')).toHaveLength(19)
  expect(await names(ctx)).toHaveLength(1)
})

test('a refused form may be sent again with the same key', async () => {
  const ctx = {
    ...(await given()),
    submission: { accountId: 'a' as AccountId, key: 'two /form', requestHash: 'h', claimed: false },
  }
  expect((await transact(ctx, async () => refuse({ code: 'forbidden' }))).ok).toBe(false)
  expect((await transact(ctx, async () => ok(1))).ok).toBe(true)
})

test('a form whose deed has a day of its own is forgotten by when it was sent', async () => {
  const submission = { accountId: 'a' as AccountId, key: 'three /form', requestHash: 'h', at: new Date('2026-01-01T00:00:00Z') }
  const send = async () => {
    const ctx = { ...(await given()), now: new Date('2021-10-01T09:00:00Z'), submission: { ...submission, claimed: false } }
    return transact(ctx, async () => ok(1))
  }
  expect((await send()).ok).toBe(true)
  await forgetSubmissions(base.db, new Date('2026-01-01T00:00:00Z'))
  expect(await send()).toMatchObject({ ok: false, refusal: { code: 'repeated' } })
  await forgetSubmissions(base.db, new Date('2026-01-01T00:00:01Z'))
  expect((await send()).ok).toBe(true)
})

test('what another holds for too long is busy, and nothing is said to have changed', async () => {
  const ctx = await given()
  const mine = await anOrganisation(base.db, ctx.territory)
  const locked = (tx: Tx) => tx.selectFrom('organisations').select('id').where('id', '=', mine).forUpdate().execute()
  const [held, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holder = transact(ctx, async (tx) => {
    await locked(tx)
    held.resolve()
    await free.promise
    return ok(null)
  })
  await held.promise
  expect(await transact(ctx, async (tx) => ok(await locked(tx)))).toEqual(refuse({ code: 'busy' }))
  free.resolve()
  expect((await holder).ok).toBe(true)
})

test('a territory sees nothing of another one, and without a territory nothing can be read', async () => {
  const [mine, theirs] = [await given(), await given()]
  await anOrganisation(base.db, theirs.territory)
  expect(await names(mine)).toEqual([])
  await expect(read(base.db, {}, (tx) => tx.selectFrom('organisations').select('id').execute())).rejects.toThrow(/uuid/)
})

test('nobody can write a row into another territory', async () => {
  const [mine, theirs] = [await given(), await given()]
  await expect(
    transact(mine, async (tx) => ok(await tx.insertInto('organisations').values(organisation(theirs, 'Чужая')).execute())),
  ).rejects.toThrow(/row-level security/)
})

test('every deed of a territory raises the number of its changes, a refusal does not, and others keep theirs', async () => {
  const [mine, theirs] = [await given(), await given()]
  const changes = async ({ territory }: typeof mine) =>
    (await base.db.selectFrom('territories').select('changes').where('id', '=', territory.id).executeTakeFirstOrThrow()).changes
  const [before, theirsBefore] = [await changes(mine), await changes(theirs)]
  await transact(mine, async () => ok(null))
  await transact(mine, async () => refuse({ code: 'forbidden' }))
  expect([await changes(mine), await changes(theirs)]).toEqual([before + 1, theirsBefore])
})

test('a page cannot write', async () => {
  const ctx = await given()
  await expect(
    read(ctx.db, ctx.scope, (tx) => tx.insertInto('organisations').values(organisation(ctx, 'Школа')).execute()),
  ).rejects.toThrow(/read-only/)
})

test('every table with a territory is closed by forced row-level security, or not open to the program at all', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'territory_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)
      and not (c.relrowsecurity and not has_table_privilege(${appRole}, c.oid, 'select, insert, update, delete'))`.execute(
    base.db,
  )
  expect(rows).toEqual([])
})

test('keys of tenant tables begin with the territory', async () => {
  const { rows } = await sql<{ name: string }>`
    select con.conname as name from pg_constraint con
    join pg_attribute a on a.attrelid = con.conrelid and a.attname = 'territory_id'
    where con.contype in ('p', 'u') and con.connamespace = 'public'::regnamespace and con.conkey[1] <> a.attnum`.execute(base.db)
  expect(rows).toEqual([])
})

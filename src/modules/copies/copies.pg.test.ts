import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aPerson, aTerritory, ctxOf, inScope, type TestCtx } from '../../../test/factory.ts'
import { lastCopies } from '../../backup/queries.ts'
import { tasksOf } from '../tasks/queries.ts'

const base = ownDatabase()
const waits = (ctx: TestCtx) => inScope(base.db, ctx.territory.id, (tx) => tasksOf(tx, ctx))
const noteCopy = (takenAt: string, freshUntil: string) =>
  base.adminPool.query(`insert into copies values ($1, 'one.copy', 1, 0.5, null, $2)`, [takenAt, freshUntil])

test('whoever keeps accounts is told when there is no copy, or none that is fresh; nobody else, and nobody in a demonstration', async () => {
  const made = await aTerritory(base.db)
  const as = async (role: 'administrator' | 'official') => {
    const ctx = await ctxOf(base.db, made, await aPerson(base.db, made, { roles: [role] }))
    return { ...ctx, territory: { ...ctx.territory, demoToday: null } }
  }
  const keeper = await as('administrator')
  expect(await waits(keeper)).toMatchObject([
    { key: 'copy', what: 'Нет свежей резервной копии', why: expect.stringContaining('ни одной копии'), due: keeper.today },
  ])
  expect(await waits(await as('official'))).toEqual([])
  expect(await waits({ ...keeper, territory: { ...keeper.territory, demoToday: '2021-09-01' } })).toEqual([])

  await noteCopy('2020-01-02T10:00:00Z', '2020-01-04T10:00:00Z')
  expect(await waits(keeper)).toMatchObject([{ why: expect.stringContaining('2 января 2020') }])
  await noteCopy('2020-01-03T10:00:00Z', '2100-01-01T00:00:00Z')
  expect(await waits(keeper)).toEqual([])
  const names = await inScope(base.db, made.id, (tx) => lastCopies(tx, 1))
  expect(names).toMatchObject([{ takenAt: new Date('2020-01-03T10:00:00Z') }])
})

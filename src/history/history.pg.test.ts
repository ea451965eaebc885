import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { aPerson, aTerritory, ctxOf, type TestCtx } from '../../test/factory.ts'
import { transact } from '../db/transact.ts'
import { ok } from '../kernel/result.ts'
import { record, recordAll } from './record.ts'
import { verifyHistory } from './verify.ts'

const base = ownDatabase()
let ctx: TestCtx
beforeAll(async () => {
  const territory = await aTerritory(base.db, '2021-09-01', { code: 'chain' })
  ctx = await ctxOf(base.db, territory, await aPerson(base.db, territory))
  const fact = (n: number) => ({
    kind: 'person.changed' as const,
    subjectId: ctx.actor.personId,
    facts: { name: `${n}`, before: 'ёж "и" «кавычки»', fields: ['б', 'а'] },
  })
  await transact(ctx, async (tx) => ok(await recordAll(tx, ctx, [fact(1), fact(2), fact(3)])))
  await Promise.all([4, 5, 6].map((n) => transact(ctx, async (tx) => ok(await record(tx, ctx, fact(n))))))
})

/** Tampers as a superuser could, checks, and puts the history back. */
async function damagesAfter(sqlText: string): Promise<string[]> {
  const client = await base.adminPool.connect()
  try {
    await client.query('create table history_copy as table history')
    await client.query('create table heads_copy as table history_heads')
    await client.query(sqlText)
    const { damages } = await verifyHistory(base.db)
    return damages.map(({ territory, seq, what }) => `${territory} ${seq} ${what}`)
  } finally {
    await client.query('truncate history; insert into history select * from history_copy; drop table history_copy')
    await client.query('truncate history_heads; insert into history_heads select * from heads_copy; drop table heads_copy')
    client.release()
  }
}

test('an untouched history is whole, written one by one and several at once', async () => {
  expect(await verifyHistory(base.db)).toEqual({ damages: [], rows: 6 })
})

test('an edited row is found', async () => {
  expect(await damagesAfter(`update history set facts = jsonb_set(facts, '{name}', '"7"') where seq = 3`)).toEqual([
    'chain 3 changed',
  ])
  expect(await damagesAfter(`update history set at = at + interval '1 second' where seq = 2`)).toEqual(['chain 2 changed'])
})

test('a deleted row is found', async () => {
  expect(await damagesAfter('delete from history where seq = 4')).toContain('chain 4 missing')
})

test('two rows that changed places are found', async () => {
  const found = await damagesAfter(
    'update history set seq = case seq when 2 then 30 else seq end; update history set seq = 2 where seq = 3; update history set seq = 3 where seq = 30',
  )
  expect(found.length).toBeGreaterThan(0)
})

test('a tail cut off is found by the head of the chain', async () => {
  expect(await damagesAfter('delete from history where seq > 4')).toEqual(['chain 5 tailCut'])
})

test('the app itself may only add to history', async () => {
  await expect(
    transact(ctx, async (tx) => ok(await tx.deleteFrom('history').where('territoryId', '=', ctx.territory.id).execute())),
  ).rejects.toThrow(/permission denied/)
  await expect(
    transact(ctx, async (tx) =>
      ok(await tx.updateTable('history').set({ kind: 'x' }).where('territoryId', '=', ctx.territory.id).execute()),
    ),
  ).rejects.toThrow(/permission denied/)
})

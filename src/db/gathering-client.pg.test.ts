import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { aTerritory } from '../../test/factory.ts'
import { createDb, createPool, type Tx } from './pool.ts'
import { plannedAnew } from './prepared-statements.ts'
import { inTransaction, read } from './transact.ts'

let base: FreshDatabase
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.drop())

/** A database of one connection, with everything that is sent over it. */
async function watched() {
  const pool = createPool({ ...base.app, max: 1 })
  const sent: string[] = []
  pool.on('connect', (client) => {
    const { connection } = client as unknown as {
      connection: { parse: (query: { text: string }) => void; bind: (given: { statement: string }) => void }
    }
    const bind = connection.bind.bind(connection)
    connection.bind = (given) => {
      sent.push(given.statement)
      bind(given)
    }
  })
  return { db: createDb(pool), sent, end: () => pool.end() }
}

const kinds = (tx: Tx, n: number) =>
  sql<{ n: number; at: Date; day: string; whole: number; many: string[]; bytes: Buffer; more: object }>`
    select ${n}::int as n, 0.1::real as share, 1.5::float8 as hours, timestamptz '2022-01-28 09:30:00.5+03' as at, date '2022-01-28' as day, ${n}::bigint as whole,
      array['a', null, 'б"'] as many, decode('00ff7f', 'hex') as bytes, jsonb_build_object('when', now() - now(), 'n', ${n}::int) as more`.execute(
    tx,
  )
const names = (tx: Tx, like: string) =>
  tx
    .selectFrom('territories')
    .select(['id', 'code', 'createdAt', 'changes'])
    .where('code', 'like', like)
    .orderBy('code')
    .execute()

test('what is asked at once is one statement, and every answer is what it would be alone', async () => {
  const there = await aTerritory(base.db)
  const { db, sent, end } = await watched()
  const ask = (tx: Tx) => Promise.all([kinds(tx, 1), names(tx, `${there.code}%`), kinds(tx, 2), names(tx, 'nobody')])
  const alone = await read(db, {}, async (tx) => [
    await kinds(tx, 1),
    await names(tx, `${there.code}%`),
    await kinds(tx, 2),
    await names(tx, 'nobody'),
  ])
  sent.length = 0
  expect(await read(db, {}, ask)).toEqual(alone)
  expect(sent.filter(Boolean)).toHaveLength(1)
  await end()
})

test('what cannot travel together goes by itself, one after another', async () => {
  const { db, sent, end } = await watched()
  const exact = (tx: Tx) => sql<{ price: string }>`select 1.50::numeric(10, 2) as price`.execute(tx)
  const ask = (tx: Tx) =>
    Promise.all([exact(tx), kinds(tx, 1), kinds(tx, 2), sql`select ${sql.raw(plannedAnew)} 1 as x`.execute(tx)])
  await read(db, {}, ask)
  sent.length = 0
  const [price, one, two] = await read(db, {}, ask)
  expect([price.rows[0]!.price, one.rows[0]!.n, two.rows[0]!.n]).toEqual(['1.50', 1, 2])
  expect(sent).toEqual([expect.stringMatching(/^q/), expect.stringMatching(/^g/)])
  await end()
})

test('in a transaction that writes, nothing is put together', async () => {
  const { db, sent, end } = await watched()
  await inTransaction(db, async (tx) => {
    await kinds(tx, 1)
    sent.length = 0
    await Promise.all([kinds(tx, 1), kinds(tx, 2)])
  })
  expect(sent.filter(Boolean)).toHaveLength(2)
  await end()
})

test('a question that fails fails the page, and the connection serves the next one', async () => {
  const { db, end } = await watched()
  const broken = (tx: Tx, by: number) => sql`select 1 / ${by}::int as n`.execute(tx)
  await read(db, {}, (tx) => Promise.all([broken(tx, 1), kinds(tx, 1)]))
  await expect(read(db, {}, (tx) => Promise.all([broken(tx, 0), kinds(tx, 1)]))).rejects.toThrow('division by zero')
  expect((await read(db, {}, (tx) => kinds(tx, 3))).rows[0]!.n).toBe(3)
  await end()
})

test('nothing can be asked through a transaction that is over', async () => {
  const { db, end } = await watched()
  const late = await read(db, {}, async (tx) => () => kinds(tx, 1))
  await expect(late()).rejects.toThrow(/over|already/)
  // A page that ends while a part of it still asks.
  let left: Promise<unknown> | undefined
  await expect(
    read(db, {}, async (tx) => {
      await kinds(tx, 1)
      left = kinds(tx, 1).then(() => kinds(tx, 2))
      left.catch(() => {})
      throw new Error('no page')
    }),
  ).rejects.toThrow('no page')
  await expect(left).rejects.toThrow(/over|already/)
  expect((await read(db, {}, (tx) => kinds(tx, 3))).rows[0]!.n).toBe(3)
  await end()
})

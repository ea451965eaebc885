import type { PoolClient } from 'pg'
import { expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { anOrganisation, aTerritory } from '../../test/factory.ts'
import { createDb, createPool } from './pool.ts'
import { nameOf, plannedAnew } from './prepared-statements.ts'
import { read } from './transact.ts'

const base = ownDatabase()

const prepared = async (client: PoolClient) =>
  (await client.query<{ statement: string }>('select statement from pg_prepared_statements')).rows.map((row) => row.statement)

test('a query is planned once a connection, whatever its values', async () => {
  const client = await base.appPool.connect()
  const text = 'select $1::int + 1 as next'
  for (const value of [1, 2]) expect((await client.query(text, [value])).rows).toEqual([{ next: value + 1 }])
  expect(await prepared(client)).toEqual([text])
  client.release()
})

test('neither changes, nor long lists, nor what asks to be planned anew are kept', () => {
  expect(nameOf('insert into t values ($1)', [1])).toBeUndefined()
  expect(nameOf('select $1', new Array(31).fill(1))).toBeUndefined()
  expect(nameOf(`select 1 where ${plannedAnew} true`, [])).toBeUndefined()
  expect(nameOf('select 1', [])).toBe(nameOf('select 1', []))
})

test('a table changed under a running program costs one answer of a connection, then pages work again', async () => {
  await base.ownerPool.query('create table changing (id int)')
  await base.ownerPool.query('grant select on changing to public')
  const ask = () => base.appPool.query('select * from changing where id = $1', [1])
  await ask()
  await base.ownerPool.query('alter table changing add column name text')
  await ask().catch((error: { code: string }) => expect(error.code).toBe('0A000'))
  await expect
    .poll(() =>
      ask().then(
        ({ fields }) => fields.length,
        () => 0,
      ),
    )
    .toBe(2)
})

test('a kept plan shows each territory its own rows only', async () => {
  const here = await aTerritory(base.db)
  const there = await aTerritory(base.db)
  const own = [await anOrganisation(base.db, here), await anOrganisation(base.db, there)]
  const pool = createPool({ ...base.app, max: 1 })
  const db = createDb(pool)
  for (let times = 0; times < 10; times++)
    for (const [n, territory] of [here, there].entries()) {
      const rows = await read(db, { territoryId: territory.id }, (tx) => tx.selectFrom('organisations').select('id').execute())
      expect(rows.map((row) => row.id)).toEqual([own[n]])
    }
  await pool.end()
})

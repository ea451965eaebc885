import { expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'

const base = ownDatabase()

test('no index that keeps rows from overlapping can be taken for one to find them by', async () => {
  const { rows } = await base.adminPool.query<{ conname: string }>(
    `select c.conname from pg_constraint c join pg_index i on i.indexrelid = c.conindid
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) and a.atttypid = 'uuid'::regtype
     where c.contype = 'x' and i.indpred is null`,
  )
  expect(rows.map(({ conname }) => conname)).toEqual([])
})

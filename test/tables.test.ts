import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

const script = path.resolve(import.meta.dirname, '../bin/tables.ts')

/** What the check says of a small program whose kept counts are these. */
function said(files: Record<string, string>, kept: Record<string, number>): { ok: boolean; text: string } {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'tables-'))
  const all = {
    'src/db/migrations/0001.sql': 'create table order_points (id uuid);',
    'src/modules/orders/store.ts': "tx.insertInto('orderPoints')",
    'bin/tables.json': JSON.stringify(kept),
    ...files,
  }
  for (const [file, text] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  const run = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' })
  fs.rmSync(folder, { recursive: true })
  return { ok: run.status === 0, text: run.stderr }
}

test('the owner writes and reads its table', () => {
  expect(said({ 'src/modules/orders/queries.ts': 'sql`select 1 from order_points`' }, {}).ok).toBe(true)
})

test.each([
  ['a call of the query builder', "tx.selectFrom('orderPoints')", 'plans reads orders'],
  ['the text of a query', 'sql`select 1 from a join order_points p on true`', 'plans reads orders'],
])('a stranger is found by %s, and let be as often as is kept', (_, text, pair) => {
  const stranger = { 'src/modules/orders/more.ts': "tx.updateTable('orderPoints')", 'src/modules/plans/queries.ts': text }
  expect(said(stranger, {}).text).toContain(`${pair}: 1 times, 0 allowed`)
  expect(said(stranger, { 'plans reads orders': 1 }).ok).toBe(true)
})

test('a stranger who writes is never let be', () => {
  const files = {
    'src/modules/orders/more.ts': "tx.updateTable('orderPoints')",
    'src/modules/plans/queries.ts': 'sql`delete from order_points`',
  }
  const { ok, text } = said(files, { 'plans writes orders': 1 })
  expect([ok, text.trim()]).toEqual([false, 'plans writes orders: 1 times. Only the owner writes'])
})

import type pg from 'pg'

/**
 * Makes a database of a few rows plan as one of a region does after many years: each of these tables has so many rows, all of one territory, and nearly
 * every id in it is another one. Words and days keep the share they have among the rows that are there.
 */
export async function believeSize(admin: pg.Pool, tables: readonly string[], rows: number): Promise<void> {
  await admin.query('analyze')
  const { rows: ids } = await admin.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.oid = any($1::regclass[]) and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype`,
    [tables],
  )
  for (const { table, column } of ids) {
    await admin.query("select pg_clear_attribute_stats('public', $1, $2, false)", [table, column])
    await admin.query(
      `select pg_restore_attribute_stats('schemaname', 'public', 'relname', $1::text, 'attname', $2::text, 'inherited', false,
         'null_frac', 0::real, 'avg_width', 16, 'n_distinct', $3::real)`,
      [table, column, column === 'territory_id' ? 1 : -0.1],
    )
  }
  for (const table of tables) await admin.query(`alter table ${table} set (autovacuum_enabled = false)`)
  // Rows are reckoned from the pages that are there.
  await admin.query(
    `select pg_restore_relation_stats('schemaname', 'public', 'relname', c.relname::text, 'relpages', greatest(1, pg_relation_size(c.oid) / 8192)::int, 'reltuples', $2::real)
     from pg_class c where c.oid = any($1::regclass[]) or c.oid in (select indexrelid from pg_index where indrelid = any($1::regclass[]))`,
    [tables, rows],
  )
}

import fs from 'node:fs'
import path from 'node:path'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type pg from 'pg'
import { z } from 'zod'

/** What a release kept of its database: which changes of the schema it knew, and every table as the text of a JSON array. */
const dump = z.object({ migrations: z.array(z.string()), tables: z.record(z.string(), z.string()) })
export type Dump = z.infer<typeof dump>

export const keptFile = path.join(import.meta.dirname, 'release-before.json.zst')

export const readKept = (): Dump => dump.parse(JSON.parse(zstdDecompressSync(fs.readFileSync(keptFile)).toString()))

export function keep(given: Dump): void {
  const params = { [constants.ZSTD_c_compressionLevel]: 19 }
  fs.writeFileSync(keptFile, zstdCompressSync(Buffer.from(JSON.stringify(given)), { params }))
}

/** Everything of the public schema, as its superuser sees it; what the database works out by itself is left out. */
export async function dumpOf(admin: pg.Client): Promise<Dump> {
  const names = await firstColumn(
    admin,
    `select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations' order by 1`,
  )
  const tables: Record<string, string> = {}
  for (const name of names) {
    const generated = `array(select attname::text from pg_attribute where attrelid = '${name}'::regclass and attgenerated <> '')`
    const [rows] = await firstColumn(admin, `select coalesce(jsonb_agg(to_jsonb(t) - ${generated}), '[]')::text from ${name} t`)
    tables[name] = rows ?? '[]'
  }
  const migrations = await firstColumn(admin, `select name from schema_migrations where name like '%.sql' order by 1`)
  return { migrations, tables }
}

/** Fills the tables of the same schema. Triggers and keys of other tables look away meanwhile: the rows have been through them once. */
export async function load(admin: pg.Client, { tables }: Dump): Promise<void> {
  await admin.query('begin')
  await admin.query('set local session_replication_role = replica')
  for (const [name, rows] of Object.entries(tables)) {
    const columns = await firstColumn(
      admin,
      `select quote_ident(attname) from pg_attribute where attrelid = '${name}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    )
    await admin.query(
      `insert into ${name} (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
      [rows],
    )
  }
  await admin.query('commit')
}

async function firstColumn(client: pg.Client, text: string): Promise<string[]> {
  const { rows } = await client.query<string[]>({ text, rowMode: 'array' })
  return rows.map(([value]) => value ?? '')
}

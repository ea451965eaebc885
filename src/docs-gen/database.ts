import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import {
  type ColumnMetadata,
  type ExpressionNode,
  GenericExpressionNode,
  generate,
  IdentifierNode,
  LiteralNode,
  PostgresDialect,
} from 'kysely-codegen'
import { migrate } from '../db/migrate.ts'
import { createDb, createPool, type Db } from '../db/pool.ts'
import { startCluster } from '../db/supervisor.ts'
import { appRole } from '../db/supervisor-roles.ts'
import { isCheck, keepFresh } from './document.ts'

/** src/db/types.ts: the tables as the migrations leave them, words by their checks, jsonb by what its owner declares. */
export async function databaseTypes(): Promise<string> {
  const dir = fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-types-'))
  fs.chmodSync(dir, 0o755)
  const cluster = await startCluster({ dir: path.join(dir, 'pg'), settings: { fsync: 'off' } })
  try {
    await migrate(cluster.ownerPool, appRole)
    const db = createDb(createPool(cluster.adminPool))
    return await typesOf(db).finally(() => db.destroy())
  } finally {
    await cluster.stop()
    fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function typesOf(db: Db): Promise<string> {
  const words = await allowedWords(db)
  const dialect = new PostgresDialect()
  const scalars: Record<string, ExpressionNode> = dialect.adapter.scalars
  scalars.int8 = new IdentifierNode('number')
  scalars.date = new IdentifierNode('Day')

  const refine = (table: string, column: ColumnMetadata): void => {
    const name = `${table}.${column.name}`
    column.enumValues = words.get(name) ?? null
    if (column.dataType !== 'jsonb') return
    column.dataType = `jsonb of ${name}`
    scalars[column.dataType] = new GenericExpressionNode('JsonOf', [new LiteralNode(name)])
  }
  return generate({
    db,
    dialect,
    camelCase: true,
    outFile: null,
    typeOnlyImports: true,
    customImports: { JsonOf: './json.ts', Day: '../kernel/types.ts' },
    async postprocess({ metadata }) {
      for (const table of metadata.tables) for (const column of table.columns) refine(table.name, column)
      return metadata
    },
  })
}

/** `check (state in ('draft', …))` and `check (initiators <@ array['authority', …])`: what a column may hold. */
async function allowedWords(db: Db): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ table: string; rule: string }>`
    select conrelid::regclass::text as table, pg_get_constraintdef(oid) as rule from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace`.execute(db)
  return new Map(
    rows.flatMap(({ table, rule }) => {
      const [, column, list] = /^CHECK \(\(+(\w+) (?:= ANY \(|<@ )ARRAY\[([^\]]*)\]/.exec(rule) ?? []
      return column && list ? [[`${table}.${column}`, [...list.matchAll(/'([^']*)'/g)].map(([, word]) => word ?? '')]] : []
    }),
  )
}

if (import.meta.main) process.exitCode = await keepFresh('src/db/types.ts', await databaseTypes(), isCheck())

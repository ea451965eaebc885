import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { migrate, migrationNames } from '../../src/db/migrate.ts'
import { createDb, createPool } from '../../src/db/pool.ts'
import { appRole, ownerRole, prepareDatabase } from '../../src/db/supervisor-roles.ts'
import { HistoryKeyError } from '../../src/history/keys.ts'
import { openHistory } from '../../src/history/open-history.ts'
import { checkInvariants } from '../../src/ops/invariants.ts'
import { type Dump, dumpOf, load, readKept } from './dump.ts'

type Row = Readonly<Record<string, unknown>>
const named = z.looseObject({ period: z.string().optional() })
const head = z.object({ heads: z.array(z.object({ name: z.string() })) })

/** Columns (`table.column`) that have another form since the release that was kept: what they held, read from a row of today. */
const moved: Readonly<Record<string, (row: Row) => unknown>> = {
  'register_entries.head_name': (row) => head.parse(row).heads[0]?.name ?? null,
  'plans.academic_year': (row) => Number(String(row.period).slice(0, 4)),
  'reports.academic_year': (row) => Number(String(row.period).slice(0, 4)),
  'register_activities.academic_year': (row) => Number(String(row.period).slice(0, 4)),
  'notices.params': ({ params }) => {
    const { period, ...rest } = named.parse(params)
    return period === undefined ? rest : { ...rest, academicYear: Number(period.slice(0, 4)) }
  },
}

/** Tables that are gone since then: what they held, read from the tables of today. */
const gone: Readonly<Record<string, (now: Dump) => Row[]>> = {
  order_counters: (now) =>
    rowsOf(now, 'journals')
      .filter(({ kind }) => kind === 'order')
      .map(({ keeper_id: issuer_id, ...row }) => ({ ...row, issuer_id })),
}

const chebula = '61897d3b-3e2f-8ad0-9623-3222fc6fa58b'
const name = `upgrade_${process.pid}`
const migrations = path.join(import.meta.dirname, '../../src/db/migrations')
const released = readKept()
const typed = numberedByHand(released)
const kept: Dump = { ...released, tables: { ...released.tables, contracts: JSON.stringify(typed) } }
let admin: pg.Client
let folder: string
let owner: pg.PoolConfig

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(tmpdir(), 'upgrade-'))
  const superuser = { ...inject('admin'), database: name }
  owner = { ...superuser, user: ownerRole }
  await prepareDatabase(superuser, name)
  await asOwner(async (client) => {
    await client.query('create table schema_migrations (name text primary key, applied_at timestamptz not null default now())')
    for (const file of kept.migrations) {
      await client.query(await fs.readFile(path.join(migrations, file), 'utf8'))
      await client.query('insert into schema_migrations (name) values ($1)', [file])
    }
  })
  admin = new pg.Client(superuser)
  await admin.connect()
  await load(admin, kept)
}, 120_000)
afterAll(async () => {
  await fs.rm(folder, { recursive: true })
  await admin.end()
  const client = new pg.Client({ ...inject('admin'), database: 'postgres' })
  await client.connect()
  await client.query(`drop database ${name} with (force)`)
  await client.end()
})

/** Contracts whose numbers were typed, as the release kept them: the last hours of a year in Greenwich are the next year in Kuzbass. */
function numberedByHand(dump: Dump): Row[] {
  const [site, person, organisation] = ['sites', 'people', 'organisations'].map((table) =>
    rowsOf(dump, table).find((row) => row.territory_id === chebula),
  )
  const papers = ['1', '12', '12', '7/2021', null].map((number) => ({ number, created_at: '2021-10-01T05:00:00+00:00' }))
  return [...papers, { number: '3', created_at: '2021-12-31T20:00:00+00:00' }].map((paper, index) => ({
    ...{ ...paper, territory_id: chebula, id: `00000000-0000-8000-8000-00000000000${index}`, site_id: site?.id },
    ...{ operator_organisation_id: organisation?.id, created_by: person?.id, subject: 'О работе', terms: '', state: 'draft' },
    ...{ starts_on: '2021-10-01', ends_on: '2022-05-31', edit_version: 1 },
  }))
}

async function asOwner(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  await work(client).finally(() => client.end())
}

function rowsOf({ tables }: Dump, table: string): Row[] {
  return JSON.parse(tables[table] ?? '[]')
}

/** Rows as texts, with those columns alone, in one order. */
const texts = (rows: readonly Row[], columns: readonly ((row: Row) => unknown)[]) =>
  rows.map((row) => JSON.stringify(columns.map((of) => of(row)))).sort()

test('the release before is known by its own changes of the schema, and has something to lose', () => {
  expect(kept.migrations.length).toBeGreaterThan(30)
  for (const table of ['territories', 'people', 'organisations', 'orders', 'sites', 'register_entries'])
    expect([table, rowsOf(kept, table).length]).not.toEqual([table, 0])
  expect(rowsOf(kept, 'history').length).toBeGreaterThan(100)
})

test('an upgrade from it loses nothing: every row of every table is there, history is whole, every invariant holds', async () => {
  const { applied } = await migrate(owner, appRole)
  expect(applied).toEqual((await migrationNames()).filter((file) => !kept.migrations.includes(file)))
  const now = await dumpOf(admin)
  for (const table of Object.keys(kept.tables)) {
    const before = rowsOf(kept, table)
    const columns = Object.keys(before[0] ?? {})
    const was = columns.map((column) => (row: Row) => row[column])
    const is = columns.map((column) => moved[`${table}.${column}`] ?? ((row: Row) => row[column]))
    expect({ [table]: texts(gone[table]?.(now) ?? rowsOf(now, table), is) }).toEqual({ [table]: texts(before, was) })
  }
  const numbers = await admin.query('select number, number_year from contracts order by id')
  expect(numbers.rows.map(({ number, number_year }) => [number, number_year])).toEqual([
    ['1', 2021],
    ['12', 2021],
    ['12', null],
    ['7/2021', 2021],
    [null, null],
    ['3', 2022],
  ])
  const journals = await admin.query("select keeper_id, year, last_number from journals where kind = 'contract' order by year")
  expect(journals.rows).toEqual([
    { keeper_id: chebula, year: 2021, last_number: 12 },
    { keeper_id: chebula, year: 2022, last_number: 3 },
  ])
  const pool = createPool({ ...owner, user: appRole })
  const db = createDb(pool)
  await openHistory(db, path.join(folder, 'history-key'), new Date())
  expect((await migrate(owner, appRole)).applied).toEqual([])
  await openHistory(db, path.join(folder, 'history-key'), new Date())
  await fs.writeFile(path.join(folder, 'another-key'), `1 ${Buffer.alloc(32, 7).toString('base64')}\n`)
  await expect(openHistory(db, path.join(folder, 'another-key'), new Date())).rejects.toThrow(HistoryKeyError)
  expect(await checkInvariants(db)).toEqual([])
  const kinds = await admin.query(
    "select count(*)::int as territories from history where kind = 'history.closed' and length(hash) = 33",
  )
  expect(kinds.rows).toEqual([{ territories: new Set(rowsOf(kept, 'history').map((row) => row.territory_id)).size }])
  await pool.end()
})

test('a call that was published before its applicants were kept in words says them as its page did', async () => {
  const change = (await migrationNames()).find((file) => file.endsWith('_who_applies.sql')) ?? ''
  const text = await fs.readFile(path.join(migrations, change), 'utf8')
  const published = [
    { call_id: chebula, initiators: ['operator', 'organisation'], host_kinds: ['school', 'kindergarten'], who_applies: '' },
    {
      call_id: '00000000-0000-8000-8000-000000000000',
      initiators: ['authority'],
      host_kinds: ['school'],
      who_applies: 'сказано',
    },
  ].map((one) => ({
    ...{
      territory_id: chebula,
      territory_code: 'chebula',
      territory_name: 'Чебула',
      time_zone: 'Asia/Novokuznetsk',
      title: 'Приём',
    },
    ...{ opens_at: '2021-09-01', closes_at: '2021-10-01', directions: [], contingent: [], criteria: [], order_id: chebula },
    ...{ order_label: 'приказ', updated_at: '2021-09-01', local_time: 'по местному времени' },
    ...one,
  }))
  await admin.query('begin')
  await admin.query('set local session_replication_role = replica')
  await admin.query('insert into published_calls select * from jsonb_populate_recordset(null::published_calls, $1::jsonb)', [
    JSON.stringify(published),
  ])
  await admin.query(text)
  const { rows } = await admin.query('select who_applies from published_calls order by who_applies')
  await admin.query('rollback')
  expect(rows.map(({ who_applies }) => who_applies)).toEqual(['методический центр; организация: школа, детский сад', 'сказано'])
})

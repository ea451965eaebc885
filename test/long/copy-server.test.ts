import { type ChildProcess, execFile, spawn } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tablesDigest } from '../tables-digest.ts'
import { aProgram, type Program } from './program.ts'

/** The server an office keeps: Debian's own, set up by the guide, with its own tools. */
const binaries = '/usr/lib/postgresql/15/bin'
const runs = promisify(execFile)
const folder = fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-server-'))
const inside = (name: string) => path.join(folder, name)
const runAs = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const superuser = 'postgres'
const servers: ChildProcess[] = []
let program: Program

beforeAll(async () => {
  fs.chmodSync(folder, 0o777)
  fs.writeFileSync(inside('key'), 'k'.repeat(40))
  program = await aProgram({ BACKUP_DIR: inside('copies'), BACKUP_KEY_FILE: inside('key'), SECRET: 'x'.repeat(40) })
  await tool('initdb', '-D', inside('main'), '-U', superuser, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8')
  fs.mkdirSync(inside('log'))
  fs.chmodSync(inside('log'), 0o777)
  await startServer('main', { archive_mode: 'on', archive_command: `cp %p ${inside('log')}/%f` })
}, 120_000)
afterAll(async () => {
  for (const server of servers) server.kill('SIGINT')
  await sleep(1000)
  program.remove()
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

const tool = (name: string, ...words: string[]) => runs(path.join(binaries, name), words, { ...runAs, cwd: folder })
const socketOf = (name: string) => inside(`s-${name}`)
const configOf = (name: string): pg.PoolConfig => ({ host: socketOf(name), user: superuser, database: 'ploshchadka' })

async function startServer(name: string, settings: Record<string, string>): Promise<void> {
  fs.mkdirSync(socketOf(name))
  fs.chmodSync(socketOf(name), 0o777)
  const flags = Object.entries({ listen_addresses: '', ...settings }).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  servers.push(
    spawn(path.join(binaries, 'postgres'), ['-D', inside(name), '-k', socketOf(name), ...flags], {
      ...runAs,
      cwd: folder,
      stdio: 'ignore',
    }),
  )
  for (let tries = 0; tries < 200; tries++) {
    const writes = await query({ ...configOf(name), database: 'postgres' }, 'select not pg_is_in_recovery() as yes').catch(
      () => [],
    )
    if (writes[0]?.yes === true) return
    await sleep(100)
  }
  throw new Error(`the server ${name} did not start`)
}

async function query(config: pg.PoolConfig, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  await client.connect()
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

const urlsOf = (name: string) => {
  const url = (role: string) => `postgresql://${role}@localhost/ploshchadka?host=${encodeURIComponent(socketOf(name))}`
  return { DATABASE_URL: url('ploshchadka_app'), DATABASE_OWNER_URL: url('ploshchadka_owner') }
}
async function done(env: Record<string, string>, ...words: string[]): Promise<string> {
  const { code, text } = await program.commandWith(env, ...words)
  expect([code, text]).toEqual([0, expect.any(String)])
  return text
}

test('set up by the guide, copied by pg_basebackup and sealed by the program, it is restored to any second and verified', async () => {
  const guide = fs.readFileSync(path.resolve(import.meta.dirname, '../../docs/server.md'), 'utf8')
  fs.writeFileSync(inside('setup.sql'), /```sql\n([\s\S]*?)```/.exec(guide)?.[1] ?? '')
  await tool(
    'psql',
    '-h',
    socketOf('main'),
    '-U',
    superuser,
    '-d',
    'postgres',
    '-v',
    'ON_ERROR_STOP=1',
    '-f',
    inside('setup.sql'),
  )
  await done(urlsOf('main'), 'migrate')
  await done(urlsOf('main'), 'load-territories')
  expect(await done(urlsOf('main'), 'verify-history', '--new-witness')).toContain('Файл свидетеля начат заново')

  expect(await program.commandWith(urlsOf('main'), 'backup')).toMatchObject({
    code: 2,
    text: expect.stringContaining('pg_basebackup'),
  })
  await tool('pg_basebackup', '-h', socketOf('main'), '-U', superuser, '-D', inside('base'), '-c', 'fast', '-X', 'stream')
  await done(urlsOf('main'), 'backup', inside('base'))
  await query(configOf('main'), "create schema drill; create table drill.told as select 'first' as name")
  const before = await tablesDigest(configOf('main'))
  const [{ at } = { at: '' }] = await query(configOf('main'), 'select clock_timestamp()::text as at')
  await sleep(50)
  await query(configOf('main'), "insert into drill.told values ('too late')")
  await query(configOf('main'), 'select pg_switch_wal()')
  await sleep(1000)

  const name = fs.readdirSync(inside('copies')).find((one) => one.endsWith('.copy')) ?? ''
  const archive = path.join(inside('copies'), name)
  expect(await done(urlsOf('main'), 'verify', archive)).toContain('База снята на сервере')
  const place = { DATA_DIR: inside('place') }
  const secrets = archive.replace('.copy', '.secrets')
  expect(await done({ ...urlsOf('main'), ...place }, 'restore', archive, secrets)).toContain('docs/server.md')
  expect(fs.existsSync(path.join(place.DATA_DIR, 'history-witness'))).toBe(true)
  fs.renameSync(path.join(place.DATA_DIR, 'database'), inside('again'))
  fs.writeFileSync(path.join(inside('again'), 'recovery.signal'), '')
  if (userInfo().uid === 0) await runs('chown', ['-R', '65534:65534', inside('again')])
  const to = { recovery_target_time: `${at}`, recovery_target_action: 'promote', archive_mode: 'off' }
  await startServer('again', { restore_command: `cp ${inside('log')}/%f %p`, ...to })

  expect(await tablesDigest(configOf('again'))).toEqual(before)
  expect(await query(configOf('again'), 'select name from drill.told')).toEqual([{ name: 'first' }])
  const verified = await done({ ...urlsOf('again'), ...place }, 'verify')
  expect(verified).toContain('Файлы целы')
  expect(verified).toContain('Данные целы')
  const key = path.join(place.DATA_DIR, 'history-key')
  fs.renameSync(key, `${key}.away`)
  expect(await program.commandWith({ ...urlsOf('again'), ...place }, 'verify')).toMatchObject({
    code: 1,
    text: expect.stringContaining('история закрыта ключом № 1: верните файл из копии секретов'),
  })
}, 300_000)

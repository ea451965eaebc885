import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { type Cluster, startCluster } from './supervisor.ts'

const program = path.join(import.meta.dirname, 'supervisor-start.fixture.ts')
const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step()
})

function newFolder(parent = tmpdir()): string {
  const folder = fs.mkdtempSync(path.join(parent, 'cluster-test-'))
  fs.chmodSync(folder, 0o755)
  cleanUp.push(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

async function start(dir: string): Promise<Cluster> {
  const cluster = await startCluster({ dir })
  cleanUp.push(() => cluster.stop())
  return cluster
}

type Program = { process: ChildProcess; ready: Promise<{ adopted: boolean; pid: number }>; ended: Promise<unknown> }

function startProgram(dir: string): Program {
  const child = spawn(process.execPath, [program, dir], { stdio: ['ignore', 'pipe', 'pipe'] })
  cleanUp.push(() => child.kill('SIGKILL'))
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  const ready = new Promise<{ adopted: boolean; pid: number }>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      const match = /ready (true|false) (\d+)/.exec(said)
      if (match) resolve({ adopted: match[1] === 'true', pid: Number(match[2]) })
    })
    child.on('exit', () => reject(new Error(said || 'ended in silence')))
  })
  ready.catch(() => {})
  return { process: child, ready, ended: new Promise((resolve) => child.on('exit', resolve)) }
}

async function query(config: pg.PoolConfig, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds().catch(() => false)) return
    await sleep(50)
  }
  throw new Error('did not come true within ten seconds')
}

const isRunning = (pid: number) =>
  fs.existsSync(`/proc/${pid}/cwd`) && !/^State:\sZ/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))

describe('a cluster', () => {
  test('keeps checksums, listens to no network, and gives the program a role that can neither bypass nor change anything', async () => {
    const cluster = await start(newFolder())
    expect(cluster.adopted).toBe(false)
    expect(await query(cluster.adminPool, 'show data_checksums')).toEqual([{ data_checksums: 'on' }])
    expect(await query(cluster.adminPool, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
    expect(fs.statSync(cluster.appPool.host!).mode & 0o777).toBe(0o700)

    const roles = `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname like 'ploshchadka%' order by 1`
    const none = { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false }
    expect(await query(cluster.adminPool, roles)).toEqual([
      { rolname: 'ploshchadka_app', ...none },
      { rolname: 'ploshchadka_owner', ...none },
    ])
    await expect(query(cluster.appPool, 'create table mine (id int)')).rejects.toMatchObject({ code: '42501' })
    await query(cluster.ownerPool, 'create table ours (id int)')
    await expect(query(cluster.appPool, 'select * from ours')).rejects.toMatchObject({ code: '42501' })
  })

  test('after a kill -9 puts its files on the disk in one call, and is not asked whether it is there while it does', async () => {
    const dir = newFolder()
    const { pid } = await start(dir)
    process.kill(pid, 'SIGKILL')
    await until(async () => !isRunning(pid))
    const log = path.join(dir, 'postgres.log')
    const from = fs.existsSync(log) ? fs.statSync(log).size : 0
    const cluster = await start(dir)
    expect(await query(cluster.adminPool, 'show recovery_init_sync_method')).toEqual([{ recovery_init_sync_method: 'syncfs' }])
    const said = fs.readFileSync(log, 'utf8').slice(from)
    expect(said).toContain('automatic recovery in progress')
    expect(said.split('the database system is starting up').length - 1).toBeLessThanOrEqual(3)
  })

  test('has the extensions the schema relies on, and sorts Russian names', async () => {
    const cluster = await start(newFolder())
    const found = await query(cluster.appPool, 'select extname from pg_extension order by 1')
    expect(found.map((row) => row.extname)).toEqual(['btree_gist', 'pg_trgm', 'pgcrypto', 'plpgsql', 'unaccent'])
    const sorted = await query(
      cluster.appPool,
      `select n from unnest(array['Жук', 'Ёлкин', 'Елин']) n order by n collate "ru-x-icu"`,
    )
    expect(sorted.map((row) => row.n)).toEqual(['Елин', 'Ёлкин', 'Жук'])
  })

  test('keeps its rows over a stop and a start', async () => {
    const folder = newFolder()
    const first = await startCluster({ dir: folder })
    await query(first.ownerPool, 'create table kept as select 7 as n')
    await first.stop()
    expect(isRunning(first.pid)).toBe(false)
    const second = await start(folder)
    expect(second.adopted).toBe(false)
    expect(await query(second.ownerPool, 'select n from kept')).toEqual([{ n: 7 }])
  })

  test('starts in a folder whose path is too long for a socket', async () => {
    const folder = path.join(newFolder(), 'площадка с пробелами в имени', 'и ещё одна папка', 'pg')
    const cluster = await start(folder)
    cleanUp.push(() => fs.rmSync(cluster.appPool.host!, { recursive: true, force: true }))
    expect(Buffer.byteLength(cluster.appPool.host!)).toBeLessThan(90)
    expect(await query(cluster.appPool, 'select 1 as n')).toEqual([{ n: 1 }])
  })
})

describe('after a fault', () => {
  test('kill -9 of PostgreSQL: it comes back while the program runs', async () => {
    const cluster = await start(newFolder())
    const before = cluster.pid
    await query(cluster.ownerPool, 'create table kept as select 7 as n')
    process.kill(before, 'SIGKILL')
    await until(async () => cluster.pid !== before && (await query(cluster.ownerPool, 'select n from kept')).length === 1)
  })

  test('kill -9 of the program: the next one adopts the living server', async () => {
    const folder = newFolder()
    const program = startProgram(folder)
    const { pid } = await program.ready
    program.process.kill('SIGKILL')
    await program.ended
    const next = await startCluster({ dir: folder })
    expect(next).toMatchObject({ adopted: true, pid })
    await next.stop()
    expect(isRunning(pid)).toBe(false)
  })

  test('kill -9 of both: the next start recovers', async () => {
    const folder = newFolder()
    const program = startProgram(folder)
    const { pid } = await program.ready
    program.process.kill('SIGKILL')
    process.kill(pid, 'SIGKILL')
    const next = await start(folder)
    expect(next.pid).not.toBe(pid)
    expect(await query(next.appPool, 'select 1 as n')).toEqual([{ n: 1 }])
  })

  test.each([60, 200, 500, 800])(
    'kill -9 of the program %i ms into its very first start: the next start works',
    async (delay) => {
      const folder = newFolder()
      const program = startProgram(folder)
      await sleep(delay)
      program.process.kill('SIGKILL')
      await program.ended
      const next = await start(folder)
      expect(await query(next.appPool, 'select 1 as n')).toEqual([{ n: 1 }])
      await until(async () => !fs.readdirSync(folder).some((name) => name.startsWith('init-')))
    },
  )

  test('a lock that names a stranger who got the number after a restart of the machine is removed', async () => {
    const folder = newFolder()
    const first = await startCluster({ dir: folder })
    await first.stop()
    fs.writeFileSync(path.join(folder, 'data', 'postmaster.pid'), `${process.ppid}\n${path.join(folder, 'data')}\n`)
    const next = await start(folder)
    expect(next.pid).not.toBe(process.ppid)
  })
})

test('five programs at once share one server, and it stays for those who still use it', async () => {
  const folder = newFolder()
  const programs = Array.from({ length: 5 }, () => startProgram(folder))
  const ready = await Promise.all(programs.map((program) => program.ready))
  expect(new Set(ready.map(({ pid }) => pid)).size).toBe(1)
  expect(ready.filter(({ adopted }) => !adopted)).toHaveLength(1)
  for (const program of programs) program.process.kill('SIGTERM')
  await Promise.all(programs.map((program) => program.ended))
  await until(async () => !isRunning(ready[0]!.pid))
})

describe.runIf(process.getuid?.() === 0)('started by root', () => {
  test('in a closed home: the cluster lives where PostgreSQL can get, and the link leads there', async () => {
    const home = newFolder()
    fs.chmodSync(home, 0o700)
    const folder = path.join(home, 'var', 'pg')
    const cluster = await startCluster({ dir: folder })
    const away = fs.readlinkSync(folder)
    cleanUp.push(() => fs.rmSync(away, { recursive: true, force: true }))
    expect(away).toMatch(/^\/var\/lib\/ploshchadka\/cluster-/)
    expect(fs.statSync(`/proc/${cluster.pid}`).uid).not.toBe(0)
    await query(cluster.ownerPool, 'create table kept as select 7 as n')
    await cluster.stop()
    const again = await start(folder)
    expect(await query(again.ownerPool, 'select n from kept')).toEqual([{ n: 7 }])

    const copied = path.join(home, 'copy')
    fs.symlinkSync(away, copied)
    await expect(startCluster({ dir: copied })).rejects.toThrow('скопированной папки')
  })
})

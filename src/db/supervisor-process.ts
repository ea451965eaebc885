import { execFile, spawn } from 'node:child_process'
import fs from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { codeOf } from '../kernel/errors.ts'
import { ClusterError, type Place } from './supervisor-place.ts'

const run = promisify(execFile)
export const adminRole = 'postgres'
const port = 5432
const longestLog = 5_000_000

/** Settings of a private cluster: reached through the socket only, modest in memory, durable. */
const baseSettings: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: '128MB',
  max_connections: '60',
  log_min_messages: 'warning',
  max_slot_wal_keep_size: '8GB', // a place for copies that is away must not fill the disk
  lc_messages: 'C',
  recovery_init_sync_method: 'syncfs', // after a crash: one call for all files, not one for each of some thousands
}

export type Answer = 'ok' | 'starting' | 'silent' | 'stranger'

/** What a connection to the cluster needs; the database `postgres` always exists. */
export const connection = (place: Place, user: string, database: string): pg.PoolConfig => ({
  host: place.socket,
  port,
  user,
  database,
  connectionTimeoutMillis: 2000,
})

/** Asks whoever listens on the socket whether it is this very cluster, however the folder has been moved or linked since. */
export async function ask(place: Place): Promise<Answer> {
  const client = new pg.Client(connection(place, adminRole, 'postgres'))
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ lock: string }>("select pg_read_file('postmaster.pid') as lock")
    return firstLine(rows[0]?.lock ?? '') === firstLine(readLock(place)) ? 'ok' : 'stranger'
  } catch (error) {
    return codeOf(error) === '57P03' ? 'starting' : 'silent'
  } finally {
    await client.end().catch(() => {})
  }
}

/** Creates the cluster beside its place and moves it in at one stroke, so that a kill in between leaves nothing half-made. */
export async function initialise(place: Place, binaries: string): Promise<void> {
  removeAbandoned(place)
  const beside = path.join(place.dir, `init-${process.pid}`)
  fs.rmSync(beside, { recursive: true, force: true })
  const options = ['-D', beside, '-U', adminRole, '-A', 'peer', '-E', 'UTF8', '--locale=C.UTF-8', '-k', '-T', 'russian']
  try {
    await run(path.join(binaries, 'initdb'), options, childOptions(place))
  } catch (error) {
    fs.rmSync(beside, { recursive: true, force: true })
    throw new ClusterError(
      `Не удалось создать базу данных в ${place.dir}: ${lastLine((error as { stderr?: string }).stderr ?? String(error))}`,
    )
  }
  try {
    fs.renameSync(beside, place.data)
  } catch {
    fs.rmSync(beside, { recursive: true, force: true }) // another program was first
  }
}

function removeAbandoned(place: Place): void {
  for (const name of fs.readdirSync(place.dir)) {
    const pid = /^init-(\d+)$/.exec(name)?.[1]
    // An initdb whose program was killed may still be writing there for a moment.
    if (pid && !isAlive(Number(pid)))
      fs.rmSync(path.join(place.dir, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

type Launched = {
  /** Whether the server has exited again. */
  ended(): boolean
  /** What it wrote last. */
  complaint(): string
}

/** Starts the server apart from our terminal: Ctrl-C must reach the program first, which then stops the server itself. */
export function launch(place: Place, binaries: string, settings: Record<string, string> = {}): Launched {
  allowOnlyThisUser(place)
  const { file, from } = openLog(place)
  const flags = Object.entries({ ...baseSettings, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(path.join(binaries, 'postgres'), ['-D', place.data, '-k', place.socket, ...flags], {
    ...childOptions(place),
    detached: true,
    stdio: ['ignore', file, file],
  })
  fs.closeSync(file)
  child.unref()
  const state = { ended: false, failure: '' }
  child.on('error', (error) => Object.assign(state, { ended: true, failure: error.message }))
  child.on('exit', () => Object.assign(state, { ended: true }))
  return {
    ended: () => state.ended,
    complaint: () => state.failure || lastLine(readText(place.log).slice(from)),
  }
}

/** The socket's folder is closed already; besides, the server itself lets in only the system user the program runs as. */
function allowOnlyThisUser(place: Place): void {
  const mode = { mode: 0o644 }
  fs.writeFileSync(path.join(place.data, 'pg_hba.conf'), 'local all all peer map=program\n', mode)
  const users = [userInfo().username, ...(place.runAs ? ['root'] : [])]
  const roles = [adminRole, 'ploshchadka_owner', 'ploshchadka_app']
  const lines = [...new Set(users)].flatMap((user) => roles.map((role) => `program "${user}" ${role}\n`))
  fs.writeFileSync(path.join(place.data, 'pg_ident.conf'), lines.join(''), mode)
}

function openLog(place: Place): { file: number; from: number } {
  if ((fs.statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > longestLog) fs.renameSync(place.log, `${place.log}.1`)
  const file = fs.openSync(place.log, 'a', 0o600)
  if (place.runAs) fs.fchownSync(file, place.runAs.uid, place.runAs.gid)
  return { file, from: fs.fstatSync(file).size }
}

const childOptions = (place: Place) => ({
  ...place.runAs,
  cwd: place.dir,
  env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
})

const lockFile = (place: Place) => path.join(place.data, 'postmaster.pid')
const firstLine = (text: string) => text.replace(/\n[\s\S]*/, '').trim()
const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''

const readLock = (place: Place) => readText(lockFile(place))

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The process number the cluster's lock names, or null when there is no lock. */
export function lockedBy(place: Place): number | null {
  const pid = Number.parseInt(firstLine(readLock(place)), 10)
  return pid > 0 ? pid : null
}

/** Whether the server itself has noted in its lock that it takes connections; asking each time would cost it a process. */
export const saysReady = (place: Place): boolean => readLock(place).split('\n')[7]?.trim() === 'ready'

/** A process that exists and is not merely waiting to be buried by its parent. */
export function isAlive(pid: number): boolean {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z'
  } catch {
    return false
  }
}

/**
 * PostgreSQL takes any process with the number in its lock for itself: one not yet buried, or another program that got the number after a
 * restart of the machine. The lock goes only when nothing works inside the data folder any more.
 */
export function removeStaleLock(place: Place): void {
  const pid = lockedBy(place)
  if (pid !== null && !worksInside(place.data)) fs.rmSync(lockFile(place), { force: true })
}

function worksInside(folder: string): boolean {
  return fs.readdirSync('/proc').some((name) => /^\d+$/.test(name) && folderOf(Number(name)) === folder)
}

/** The folder a process works in; null when it has ended or is not ours to look at. */
function folderOf(pid: number): string | null {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

/** Asks the server to end its sessions and close; waits until it is gone. */
export async function shutDown(place: Place): Promise<void> {
  const pid = lockedBy(place)
  if (pid === null || folderOf(pid) !== place.data) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 300 && isAlive(pid); tries++) await sleep(50)
}

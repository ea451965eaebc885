import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { appRole } from '../src/db/supervisor-roles.ts'
import { steadyMs } from '../src/kernel/clock.ts'
import type { Bench } from './harness.ts'

/** The built program as a process of its own, on the bench's database. */
export type Running = {
  readonly origin: string
  /** From the launch to the first answer with a page. */
  readonly startedInMs: number
  /** CPU milliseconds the program has used. */
  readonly cpuMs: () => number
  /** CPU milliseconds its database has used, all processes together. */
  readonly databaseCpuMs: () => number
  /** Statements the program has sent to its database, those that begin and end a transaction too. */
  readonly statements: () => Promise<number>
  /** Bytes of memory the program has in use. */
  readonly memoryBytes: () => number
  stop(): Promise<void>
}

const main = path.resolve(process.env.BENCH_PROGRAM ?? path.join(import.meta.dirname, '../dist/src/main.js'))
/** How `bin/start` runs the program. */
const start = fs.readFileSync(path.join(import.meta.dirname, '../bin/start'), 'utf8')
const flags = /exec node (.+) dist\/src\/main\.js/.exec(start)?.[1]?.split(' ') ?? []
const arenas = /export MALLOC_ARENA_MAX=(\d+)/.exec(start)?.[1]
const ticksPerSecond = 100
const mostStartMs = 120_000

/** Starts the program (`start`: with territories and jobs; `web`: pages only) and waits for its first page. */
export const startProgram = (bench: Bench, command: 'start' | 'web' = 'start'): Promise<Running> =>
  launch(bench, [...flags, main, command], { ...(arenas && { MALLOC_ARENA_MAX: arenas }) })

/** Starts a process that serves pages from the bench's database, and waits for its first page. */
export async function launch(
  bench: Bench,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const began = steadyMs()
  const child = spawn(process.execPath, args, {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: bench.dataDir,
      SECRET: bench.secret,
      DEMO: 'first-day',
      ...more,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  while (child.exitCode === null && steadyMs() - began < mostStartMs && !(await hasPage(origin))) await sleep(5)
  if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`)
  if (steadyMs() - began >= mostStartMs) {
    child.kill('SIGTERM')
    throw new Error('the program shows no page')
  }
  return {
    origin,
    startedInMs: steadyMs() - began,
    cpuMs: () => cpuOf(child.pid!),
    databaseCpuMs: () => familyCpu(bench.cluster.pid),
    statements: () => statementsOf(bench),
    memoryBytes: () => memoryOf(child.pid!),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const hasPage = (origin: string) =>
  fetch(`${origin}/`).then(
    async (response) => (await response.text()).includes('</html>') && response.ok,
    () => false,
  )

async function statementsOf({ admin }: Bench): Promise<number> {
  const { rows } = await admin.query<{ calls: string }>(
    'select coalesce(sum(s.calls), 0) as calls from pg_stat_statements s join pg_roles r on r.oid = s.userid where r.rolname = $1',
    [appRole],
  )
  return Number(rows[0]!.calls)
}

/** A port nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Fields of /proc/…/stat after the name in brackets; null when the process is gone. */
function statOf(pid: number | string): string[] | null {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

const toMs = (ticks: number) => (ticks * 1000) / ticksPerSecond
const own = (stat: readonly string[]) => Number(stat[11]) + Number(stat[12])
const ofDeadChildren = (stat: readonly string[]) => Number(stat[13]) + Number(stat[14])

function cpuOf(pid: number): number {
  const stat = statOf(pid)
  return stat ? toMs(own(stat)) : Number.NaN
}

function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}

/** A process with its children, those that have ended too. */
function familyCpu(pid: number): number {
  const parent = statOf(pid)
  if (!parent) return Number.NaN
  const children = fs.readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(name) : null
    return stat && Number(stat[1]) === pid ? [own(stat)] : []
  })
  return toMs(own(parent) + ofDeadChildren(parent) + children.reduce((sum, ticks) => sum + ticks, 0))
}

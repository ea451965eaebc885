import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { steadyMs } from '../kernel/clock.ts'
import { findBinaries } from './supervisor-binaries.ts'
import { ClusterError, type Place, preparePlace } from './supervisor-place.ts'
import {
  adminRole,
  ask,
  connection,
  initialise,
  isAlive,
  launch,
  lockedBy,
  removeStaleLock,
  saysReady,
  shutDown,
} from './supervisor-process.ts'
import { appRole, databaseName, ownerRole, prepareDatabase } from './supervisor-roles.ts'

export type ClusterOptions = {
  /** The cluster's folder; made when missing. */
  dir: string
  /** A folder with `initdb` and `postgres` instead of the npm package's. */
  binaries?: string
  /** Settings of the server over the usual ones. */
  settings?: Record<string, string>
  /** How long a start may take, crash recovery included. */
  timeoutMs?: number
  /** Told in one line whenever the server had to be started again. */
  report?: (line: string) => void
}

export type Cluster = {
  /** For migrations: owns the database and its schema. */
  readonly ownerPool: pg.PoolConfig
  /** For the program: no way round row-level security, no changes to the schema. */
  readonly appPool: pg.PoolConfig
  /** Superuser; for the supervisor and tests. */
  readonly adminPool: pg.PoolConfig
  /** The server was running already: a killed program left it, or another one uses it. */
  readonly adopted: boolean
  readonly pid: number
  /** Stops the server; an adopted one stays for as long as others are connected to it. */
  stop(): Promise<void>
}

const watchEveryMs = 500
const longestPauseMs = 30_000
/** Who has run for so long was well. */
const wellMs = 60_000

/** How long to wait before a server is started again that has gone soon after so many starts in a row. */
export const pauseAfter = (soon: number): number => (soon <= 0 ? 0 : Math.min(longestPauseMs, watchEveryMs * 2 ** (soon - 1)))

/** Starts the private PostgreSQL cluster or adopts the living one, and keeps it running until `stop`. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const place = preparePlace(options.dir)
  const binaries = options.binaries ?? findBinaries(place.runAs)
  if (!fs.existsSync(path.join(place.data, 'PG_VERSION'))) await initialise(place, binaries)
  refuseOtherVersion(place, binaries)

  const adopted = await bringUp(place, binaries, options)
  const adminPool = connection(place, adminRole, databaseName)
  await prepareDatabase(adminPool)
  const watch = keepRunning(place, () => bringUp(place, binaries, options), options.report)
  return {
    ownerPool: connection(place, ownerRole, databaseName),
    appPool: connection(place, appRole, databaseName),
    adminPool,
    adopted,
    get pid() {
      return lockedBy(place) ?? 0
    },
    async stop() {
      await watch.end()
      if (!adopted || !(await usedByOthers(adminPool))) await shutDown(place)
    },
  }
}

/** Until the deadline: adopt who answers, wait for who is starting, start anew when nobody is there. True when adopted. */
async function bringUp(place: Place, binaries: string, { settings, timeoutMs = 60_000 }: ClusterOptions): Promise<boolean> {
  const deadline = steadyMs() + timeoutMs
  let adopted = true
  let complaint = ''
  for (;;) {
    const answer = await ask(place)
    if (answer === 'ok') return adopted
    if (answer === 'stranger')
      throw new ClusterError(`Сокет ${place.socket} занят другой PostgreSQL: остановите её и запустите программу снова.`)
    if (steadyMs() > deadline)
      throw new ClusterError(`PostgreSQL не запустилась (${complaint}): причина записана в ${place.log}.`)
    if (answer === 'silent') {
      removeStaleLock(place)
      const server = launch(place, binaries, settings)
      while (!server.ended() && !(saysReady(place) && (await ask(place)) === 'ok') && steadyMs() < deadline) await sleep(10)
      adopted = server.ended()
      complaint = server.complaint()
    }
    if (adopted) await sleep(150) // lost a race, or the predecessor is still dying: ask again
  }
}

/** Starts the server again whenever it is gone, until told to end. */
function keepRunning(place: Place, bringUpAgain: () => Promise<boolean>, report: (line: string) => void = () => {}) {
  const ending = new AbortController()
  const watching = (async () => {
    let [soon, upSince] = [-1, steadyMs()]
    while (!ending.signal.aborted) {
      await sleep(watchEveryMs, undefined, { signal: ending.signal, ref: false }).catch(() => {})
      const pid = lockedBy(place)
      if (ending.signal.aborted || (pid !== null && isAlive(pid))) continue
      report('PostgreSQL остановилась, запускаем её снова.')
      soon = steadyMs() - upSince < wellMs ? soon + 1 : 0
      await sleep(pauseAfter(soon), undefined, { signal: ending.signal, ref: false }).catch(() => {})
      if (ending.signal.aborted) continue
      await bringUpAgain().catch((error: Error) => report(error.message))
      upSince = steadyMs()
    }
  })()
  return {
    async end() {
      ending.abort()
      await watching
    },
  }
}

async function usedByOthers(admin: pg.PoolConfig): Promise<boolean> {
  const client = new pg.Client(admin)
  client.on('error', () => {})
  try {
    await client.connect()
    const others = "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
    return ((await client.query(others)).rowCount ?? 0) > 0
  } catch {
    return false // it is down, or going down
  } finally {
    await client.end().catch(() => {})
  }
}

function refuseOtherVersion(place: Place, binaries: string): void {
  const made = fs.readFileSync(path.join(place.data, 'PG_VERSION'), 'utf8').trim()
  const bootstrap = path.join(binaries, '..', 'share', 'postgresql', 'postgres.bki')
  const ours = fs.existsSync(bootstrap) ? /PostgreSQL (\d+)/.exec(fs.readFileSync(bootstrap, 'utf8'))?.[1] : made
  if (made === ours) return
  throw new ClusterError(
    `База в ${place.data} создана PostgreSQL ${made}, а здесь ${ours}: перенесите данные или задайте другую папку в DATA_DIR.`,
  )
}

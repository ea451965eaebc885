import type { EventEmitter } from 'node:events'
import { CamelCasePlugin, Kysely, PostgresDialect, PostgresDriver, type Transaction } from 'kysely'
import pg from 'pg'
import { GatheringClient } from './gathering-client.ts'
import { refuseWhileHolding } from './holding.ts'
import { createLine, type Line } from './line.ts'
import type { DB } from './types.ts'

export type Db = Kysely<DB>
export type Tx = Transaction<DB>

const int8 = 20
const date = 1082

/** A calendar date stays the text of the calendar; a bigint becomes a number only when it fits into one. */
function setTypeParsers(): void {
  pg.types.setTypeParser(date, (text) => text)
  pg.types.setTypeParser(int8, (text) => {
    const value = Number(text)
    if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit into a number`)
    return value
  })
}
setTypeParsers()

export const usualConnections = 12
/** So many requests may wait for a connection; the next one is told to come again. */
export const usualLine = 500

/** The limits every connection of the app has (trust: a hung query must not hang a person). */
const limits = '-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000'

/** The database weighs its plans for a disk that seeks as fast as it reads, and compiles no queries: ours are short. */
const planning = '-c random_page_cost=1.1 -c jit=off'

/** A pool of connections in the app's role. The process outlives the database: errors of idle connections are not fatal. */
export function createPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    Client: GatheringClient,
    max: usualConnections,
    idleTimeoutMillis: 30_000,
    options: `${limits} ${planning}`,
    ...config,
    // Whatever the address says; only for connecting: who waits for a connection waits in the line.
    connectionTimeoutMillis: 1400,
  })
  pool.on('error', () => {})
  // A connection that dies while a transaction holds it fails that transaction's query; the event itself must not end the process.
  pool.on('connect', (client) => {
    client.on('error', () => {})
    ;(client as unknown as EventEmitter).on('silent', () => (pool as EventEmitter).emit('silent'))
  })
  return pool
}

type Connection = Awaited<ReturnType<PostgresDriver['acquireConnection']>>

/** Connections are given one to each, in the order of the line; when the server is away, all who wait are told together. */
class LinedDriver extends PostgresDriver {
  readonly #line: Line
  constructor(pool: pg.Pool, longest: number) {
    super({ pool })
    this.#line = createLine({ places: pool.options.max, longest })
    ;(pool as EventEmitter).on('silent', () => this.#line.giveUp(new Error('Connection terminated: the server is silent')))
  }

  override async acquireConnection(...given: Parameters<PostgresDriver['acquireConnection']>): Promise<Connection> {
    refuseWhileHolding()
    await this.#line.enter()
    try {
      return await super.acquireConnection(...given)
    } catch (error) {
      this.#line.giveUp(error) // before the place is free: the next one would wait for it as long again
      this.#line.leave()
      throw error
    }
  }

  override async releaseConnection(connection: Parameters<PostgresDriver['releaseConnection']>[0]): Promise<void> {
    await super.releaseConnection(connection)
    this.#line.leave()
  }
}

class LinedDialect extends PostgresDialect {
  readonly #driver: () => LinedDriver
  constructor(pool: pg.Pool, longest: number) {
    super({ pool })
    this.#driver = () => new LinedDriver(pool, longest)
  }
  override createDriver(): PostgresDriver {
    return this.#driver()
  }
}

/** Kysely over a pool: snake_case in the database, camelCase in the code, keys inside jsonb untouched. */
export function createDb(pool: pg.Pool, longestLine = usualLine): Db {
  return new Kysely<DB>({
    dialect: new LinedDialect(pool, longestLine),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

declare const opaque: unique symbol
/** The pool as a command holds it: nothing can be asked of it but a transaction, by `transact`. */
export type Pool = { readonly [opaque]: true }
export const asPool = (db: Db): Pool => db as unknown as Pool
export const behindPool = (pool: Pool): Db => pool as unknown as Db

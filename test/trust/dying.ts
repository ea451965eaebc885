import type pg from 'pg'
import { createDb, createPool, type Db } from '../../src/db/pool.ts'
import type { FreshDatabase } from '../database.ts'

/** A database whose connection is cut right before the n-th query of a transaction, as a fault of the net or of the server would. */
export function dyingDb({ app, adminPool }: Pick<FreshDatabase, 'app' | 'adminPool'>, at: number) {
  const pool = createPool({ ...app, max: 1 })
  let [asked, cut] = [0, false]
  pool.on('connect', (client) => {
    const plain = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
    const query = async (...given: unknown[]) => {
      if (++asked === at) {
        cut = true
        await adminPool.query('select pg_terminate_backend($1)', [(client as unknown as { processID: number }).processID])
      }
      return plain(...given)
    }
    ;(client as pg.PoolClient).query = query as pg.PoolClient['query']
  })
  return { db: createDb(pool) as Db, wasCut: () => cut, end: () => pool.end() }
}

/**
 * Does a deed again and again, cut one query later each time, until one attempt comes through whole. After every cut attempt `unchanged` is
 * asked. Gives how many cuts there were.
 */
export async function cutEverywhere(
  base: Pick<FreshDatabase, 'app' | 'adminPool'>,
  deed: (db: Db) => Promise<{ readonly ok: boolean }>,
  unchanged: (at: number) => Promise<void>,
  step = 1,
): Promise<number> {
  for (let at = 1, cuts = 0; ; at += step) {
    const dying = dyingDb(base, at)
    try {
      const outcome = await deed(dying.db).catch(() => null)
      if (!dying.wasCut()) {
        if (!outcome?.ok) throw new Error(`the deed fails by itself: ${JSON.stringify(outcome)}`)
        return cuts
      }
      if (outcome?.ok) throw new Error(`cut at query ${at}, yet it says that it is done`)
      cuts++
      await unchanged(at)
    } finally {
      await dying.end()
    }
  }
}

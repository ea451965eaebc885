import { type Acting, contextOf, type Territory } from '../authz/ctx.ts'
import { asPool, type Db } from '../db/pool.ts'
import { read } from '../db/transact.ts'
import { instantOf } from '../kernel/clock.ts'
import type { Day, PersonId } from '../kernel/types.ts'

/** What every step of loading a territory needs. */
export type Loading = { readonly db: Db; readonly territory: Territory }

/** A person of the facts at work on a day: what is loaded is done through the same commands that people use. */
export async function asPerson({ db, territory }: Loading, personId: PersonId, on: Day, time = '10:00:00'): Promise<Acting> {
  const now = instantOf(on, time, territory.timeZone)
  const ctx = await read(db, { territoryId: territory.id }, (tx) =>
    contextOf(tx, { territory, personId, accountId: null, now, today: on }),
  )
  if (!ctx) throw new Error(`${territory.code}: a person of the facts is not in the database`)
  return { ...ctx, pool: asPool(db) }
}

/** The value of a command that has no reason to be refused while loading; a refusal is a mistake in the facts. */
export function expectDone<T>(what: string, result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result.refusal)}`)
  return result.value
}

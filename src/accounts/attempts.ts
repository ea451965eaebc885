import { createHmac } from 'node:crypto'
import type { Db } from '../db/pool.ts'
import { inTransaction } from '../db/transact.ts'
import type { Instant } from '../kernel/types.ts'
import { type AttemptKind, countAttempt } from './attempt-rules.ts'

/** One counter a try is counted at. `of` is an account's e-mail, a network address or a device's own number. */
export type Counter = { readonly kind: AttemptKind; readonly of: string }

type Keyed = Counter & { readonly key: string }

/** Addresses and e-mails are not kept, only what they hash to under the program's secret. */
const keyed = (secret: string, counters: readonly Counter[]): Keyed[] =>
  counters
    .map((counter) => ({
      ...counter,
      key: `${counter.kind}:${createHmac('sha256', secret).update(`attempt\0${counter.kind}\0${counter.of}`).digest('base64url')}`,
    }))
    // One order for all processes, so that two tries never wait for each other.
    .sort((a, b) => (a.key < b.key ? -1 : 1))

/**
 * Counts a try before the password is looked at, so that a hundred tries at once are a hundred tries. Gives the moment until which all
 * must wait, or null when the try may go on.
 */
export function takeAttempt(db: Db, secret: string, counters: readonly Counter[], now: Instant): Promise<Instant | null> {
  const all = keyed(secret, counters)
  const keys = all.map(({ key }) => key)
  return inTransaction(db, async (tx) => {
    await tx
      .insertInto('signInAttempts')
      .values(keys.map((key) => ({ key, attempts: 0, endsAt: now })))
      .onConflict((on) => on.doNothing())
      .execute()
    const rows = await tx.selectFrom('signInAttempts').selectAll().where('key', 'in', keys).orderBy('key').forUpdate().execute()
    const counted = all.map(({ key, kind }) => ({
      key,
      result: countAttempt(
        kind,
        rows.find((row) => row.key === key),
        now,
      ),
    }))
    const waits = counted.flatMap(({ result }) => (result.ok ? [] : [result.until.getTime()]))
    if (waits.length > 0) return new Date(Math.max(...waits))
    for (const { key, result } of counted) {
      if (result.ok) await tx.updateTable('signInAttempts').set(result.value).where('key', '=', key).execute()
    }
    return null
  })
}

/** After a right password the tries of the account and the device are forgotten, and this try is given back to the address. */
export async function forgiveAttempts(db: Db, secret: string, counters: readonly Counter[]): Promise<void> {
  for (const { key, kind } of keyed(secret, counters)) {
    if (kind === 'address')
      await db
        .updateTable('signInAttempts')
        .set((row) => ({ attempts: row('attempts', '-', 1) }))
        .where('key', '=', key)
        .where('attempts', '>', 0)
        .execute()
    else await db.deleteFrom('signInAttempts').where('key', '=', key).execute()
  }
}

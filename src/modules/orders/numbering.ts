import { type Ctx, ofThisMoment } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { ok, type Result, refuseRule } from '../../kernel/result.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import { nextNumber } from './rules.ts'

type Series = { readonly issuerId: OrganisationId; readonly year: number }

/** Locks the journal of an issuer and year until the end of the transaction, and reads the last number of it. */
async function lockJournal(tx: Tx, ctx: Ctx, { issuerId, year }: Series): Promise<number> {
  const territoryId = ctx.territory.id
  await tx
    .insertInto('orderCounters')
    .values({ territoryId, issuerId, year, lastNumber: 0 })
    .onConflict((on) => on.doNothing())
    .execute()
  const row = await tx
    .selectFrom('orderCounters')
    .select('lastNumber')
    .where((is) => is.and({ territoryId, issuerId, year }))
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.lastNumber
}

/** Locks the journal of the year, and says the moment at which it was had: numbers and days go the same way, however long somebody waited. */
export async function lockJournalNow(
  tx: Tx,
  given: Ctx,
  issuerId: OrganisationId,
): Promise<{ ctx: Ctx; series: Series; last: number }> {
  const series = { issuerId, year: yearOf(given) }
  const last = await lockJournal(tx, given, series)
  const ctx = ofThisMoment(given)
  return yearOf(ctx) === series.year ? { ctx, series, last } : lockJournalNow(tx, ctx, issuerId)
}
const yearOf = ({ today }: Ctx) => Number(today.slice(0, 4))

/** The number an order would get now, for the preview; another order may take it meanwhile. */
export async function expectedNumber(tx: Tx, ctx: Ctx, { issuerId, year }: Series): Promise<number> {
  const row = await tx
    .selectFrom('orderCounters')
    .select('lastNumber')
    .where((is) => is.and({ territoryId: ctx.territory.id, issuerId, year }))
    .executeTakeFirst()
  return nextNumber(row?.lastNumber ?? 0, null).number
}

/**
 * Takes the next number of a locked journal, or the one given on paper. A rollback gives it back, so numbers have no gaps of the
 * product's making.
 */
export async function takeNumber(
  tx: Tx,
  ctx: Ctx,
  series: Series,
  last: number,
  given: number | null,
): Promise<Result<{ number: number; givenBy: 'system' | 'office' }>> {
  const next = nextNumber(last, given)
  const key = { territoryId: ctx.territory.id, ...series }
  const taken = await tx
    .selectFrom('orders')
    .select('id')
    .where((is) => is.and({ ...key, number: next.number }))
    .executeTakeFirst()
  if (taken) return refuseRule('order.numberTaken', { field: 'number', params: { number: next.number } })
  await tx
    .updateTable('orderCounters')
    .set({ lastNumber: next.last })
    .where((is) => is.and(key))
    .execute()
  return ok(next)
}

import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { type Journal, keepLast, lastNumber } from '../../journals/journal.ts'
import { ok, type Result, refuseRule } from '../../kernel/result.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import { nextNumber } from './rules.ts'

type Series = { readonly issuerId: OrganisationId; readonly year: number }
const journalOf = ({ issuerId, year }: Series): Journal => ({ kind: 'order', keeperId: issuerId, year })

/** The number an order would get now, for the preview; another order may take it meanwhile. */
export const expectedNumber = async (tx: Tx, ctx: Ctx, series: Series): Promise<number> =>
  nextNumber(await lastNumber(tx, ctx, journalOf(series)), null).number

/** Takes the next number of a locked journal, or the one given on paper. */
export async function takeOrderNumber(
  tx: Tx,
  ctx: Ctx,
  series: Series,
  last: number,
  given: number | null,
): Promise<Result<{ number: number; givenBy: 'system' | 'office' }>> {
  const next = nextNumber(last, given)
  const taken = await tx
    .selectFrom('orders')
    .select('id')
    .where((is) => is.and({ territoryId: ctx.territory.id, ...series, number: next.number }))
    .executeTakeFirst()
  if (taken) return refuseRule('order.numberTaken', { field: 'number', params: { number: next.number } })
  await keepLast(tx, ctx, journalOf(series), next.last)
  return ok(next)
}

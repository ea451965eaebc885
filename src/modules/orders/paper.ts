import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { loadRegisters } from './effects/load-registers.ts'
import type { FullOrder } from './model.ts'
import { signatureName } from './names.ts'
import { officeOf } from './offices.ts'
import { nameOf, snapshotOf } from './queries.ts'
import { type OrderProof, proofOf } from './snapshot.ts'

/** The order as paper: what was signed, or what would be printed of a draft now. Null when its issuer has no office. */
export async function paperOf(tx: Tx, ctx: Ctx, full: FullOrder): Promise<OrderProof | null> {
  const { order } = full
  const signed = await snapshotOf(tx, ctx, order.id)
  if (signed) return signed
  const office = await officeOf(tx, ctx, order.issuerId)
  if (!office) return null
  const registers = await loadRegisters(tx, ctx, full, { day: ctx.today, effectiveOn: ctx.today })
  const name = order.signatoryId === null ? '' : signatureName(await nameOf(tx, ctx, order.signatoryId))
  return proofOf(full, office, name, registers)
}

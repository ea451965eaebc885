import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { signatureName } from '../../kernel/names.ts'
import type { Registers } from '../../kit/order/registers.ts'
import { registersNow } from './effects/load-registers.ts'
import { issuedStates } from './machine.ts'
import type { FullOrder } from './model.ts'
import { officeOf } from './offices.ts'
import { nameOf, snapshotOf } from './queries.ts'
import { type OrderProof, proofOf, publicSnapshot } from './snapshot.ts'

/** The order as paper: what was signed, or what would be printed of a draft now. Null when its issuer has no office. */
export async function paperOf(tx: Tx, ctx: Ctx, full: FullOrder, known?: Registers): Promise<OrderProof | null> {
  const { order } = full
  const signed = await snapshotOf(tx, ctx, order.id)
  if (signed) return signed
  const office = await officeOf(tx, ctx, order.issuerId)
  if (!office) return null
  const registers = known ?? (await registersNow(tx, ctx, full))
  const name = order.signatoryId === null ? '' : signatureName(await nameOf(tx, ctx, order.signatoryId))
  return proofOf(full, office, name, registers)
}

/**
 * The order as this person may read it: which schools need support is shown to the office and to those whom the order is addressed to;
 * to everybody else the list has only its title, as on the public site.
 */
export async function paperFor(tx: Tx, ctx: Ctx, full: FullOrder, known?: Registers): Promise<OrderProof | null> {
  const paper = await paperOf(tx, ctx, full, known)
  if (!paper || !issuedStates.includes(full.order.state) || may(ctx, 'supportNeed.view')) return paper
  const addressed = await tx
    .selectFrom('acquaintances')
    .select('personId')
    .where((is) => is.and({ territoryId: ctx.territory.id, orderId: full.order.id, personId: ctx.actor.personId }))
    .executeTakeFirst()
  return addressed ? paper : publicSnapshot(paper)
}

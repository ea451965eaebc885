import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { signatureName } from '../../kernel/names.ts'
import { tellsWeakSchools, withoutWeakSchools } from '../../regulation/weak-schools.ts'
import { registersNow } from './effects/load-registers.ts'
import { signaturesShown } from './joint-queries.ts'
import { issuedStates } from './machine.ts'
import type { FullOrder } from './model.ts'
import { officeOf } from './office-queries.ts'
import { nameOf, snapshotOf } from './queries.ts'
import { type OrderProof, proofOf } from './snapshot.ts'

/** The order as paper: what was signed, or what would be printed of a draft now. Null when its issuer has no office. */
export async function paperOf(tx: Tx, ctx: Ctx, full: FullOrder): Promise<OrderProof | null> {
  const { order } = full
  const signed = await snapshotOf(tx, ctx, order.id)
  if (signed) return signed
  const [office, registers, name] = await Promise.all([
    officeOf(tx, ctx, order.issuerId),
    registersNow(tx, ctx, full),
    order.signatoryId && nameOf(tx, ctx, order.signatoryId),
  ])
  const signatures = await signaturesShown(tx, ctx, full, registers)
  return office ? proofOf(full, office, name ? signatureName(name) : '', registers, signatures) : null
}

/**
 * The order as this person may read it: which schools need support is shown to the office and to those whom the order is addressed to;
 * to everybody else the list has only its title, as on the public site.
 */
export async function paperFor(tx: Tx, ctx: Ctx, full: FullOrder): Promise<OrderProof | null> {
  const paper = await paperOf(tx, ctx, full)
  if (!paper || !issuedStates.includes(full.order.state) || may(ctx, tellsWeakSchools)) return paper
  const addressed = await tx
    .selectFrom('acquaintances')
    .select('personId')
    .where((is) => is.and({ territoryId: ctx.territory.id, orderId: full.order.id, personId: ctx.actor.personId }))
    .executeTakeFirst()
  return addressed ? paper : withoutWeakSchools(paper)
}

import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import type { OrderId, OrganisationId } from '../../kernel/types.ts'
import { orderParts } from '../../kit/order/parts.ts'
import type { ActKind } from '../../regulation/acts.ts'
import { withoutWeakSchools } from '../../regulation/weak-schools.ts'
import type { OrderSnapshot } from './snapshot.ts'

declare module '../../db/columns.ts' {
  interface WordColumns {
    'published_orders.kind': ActKind
  }
}

type Publishable = {
  readonly id: OrderId
  readonly issuerId: OrganisationId
  readonly kind: ActKind
  readonly numberText: string
  readonly signedOn: string
  readonly title: string
}

/** Puts a signed order on the public site, as it was signed and without what is nobody's business. */
export async function publish(tx: Tx, ctx: Ctx, order: Publishable, snapshot: OrderSnapshot): Promise<Fact> {
  const territoryId = ctx.territory.id
  const issuer = await tx
    .selectFrom('organisations')
    .select('fullName')
    .where((is) => is.and({ territoryId, id: order.issuerId }))
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('publishedOrders')
    .values({
      territoryId,
      orderId: order.id,
      kind: order.kind,
      numberText: order.numberText,
      signedOn: order.signedOn,
      issuerName: issuer.fullName,
      title: order.title,
      snapshot: JSON.stringify(withoutWeakSchools(snapshot)),
      publishedAt: ctx.now,
    })
    .execute()
  await tx
    .updateTable('orders')
    .set({ publishedAt: ctx.now })
    .where((is) => is.and({ territoryId, id: order.id }))
    .execute()
  for (const part of orderParts.parts()) await part.published?.(tx, ctx, order.id)
  return { kind: 'order.published', subjectId: order.id }
}

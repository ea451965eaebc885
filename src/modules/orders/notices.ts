import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { newId } from '../../kernel/ids.ts'

/** What this module tells people. The texts are kept by the notices page. */
export type OrderNoticeKind =
  | 'order.awaitingSignature'
  | 'order.sentBack'
  | 'order.signed'
  | 'assignment.done'
  | 'assignment.accepted'
  | 'assignment.returned'

export type OrderNotice = {
  readonly personId: string
  readonly kind: OrderNoticeKind
  readonly subjectId: string
  readonly params: Readonly<Record<string, string | number | boolean | null>>
}

/** Tells people in the transaction of the deed; a person is told of one thing once a day. */
export async function tell(tx: Tx, ctx: Ctx, notices: readonly OrderNotice[]): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map(({ personId, kind, subjectId, params }) => ({
    territoryId: ctx.territory.id,
    id: newId(),
    personId,
    kind,
    subjectId,
    onDay: ctx.today,
    params: JSON.stringify(params),
    createdAt: ctx.now,
  }))
  await tx
    .insertInto('notices')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .execute()
}

import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { CallId } from '../../../kernel/types.ts'
import type { Notice } from '../../../notices/kinds.ts'
import { tell } from '../../../notices/tell.ts'
import { regulationById } from '../../regulation/queries.ts'
import { audienceOf, peopleOf, writersOf } from '../audience-queries.ts'
import { callById } from '../queries.ts'
import { momentWords } from '../rules.ts'

/** Tells everybody who has heard of a call, and everybody who writes an application for it, that an order has changed it. */
export async function tellOfCall(tx: Tx, ctx: Ctx, callId: CallId, kind: 'call.extended' | 'call.revoked'): Promise<void> {
  const call = await callById(tx, ctx, callId)
  const stored = call && (await regulationById(tx, ctx.territory.id, call.regulationId, ctx.today))
  if (!call || !stored) return
  const hostKinds = stored.regulation.hostKinds.kinds
  const listeners = await audienceOf(tx, ctx.territory.id, { initiators: call.initiators, hostKinds, day: ctx.today })
  const writers = await writersOf(tx, ctx.territory.id, [callId], ctx.today)
  const people = new Set([...peopleOf(listeners), ...writers.map(({ personId }) => personId)])
  const params = { title: call.title, closes: momentWords(call.closesAt, call) }
  await tell(
    tx,
    ctx,
    [...people].map((personId): Notice => ({ personId, kind, subjectId: callId, params })),
  )
}

import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { instantOf } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import type { CallId, Day, OrderId } from '../../../kernel/types.ts'
import type { Notice } from '../../../notices/kinds.ts'
import { tell } from '../../../notices/tell.ts'
import { hostKinds } from '../../../regulation/hosts/questions.ts'
import { regulationById } from '../../regulation/queries.ts'
import { audienceOf, peopleOf, writersOf } from '../audience-queries.ts'
import { reviewProlonged } from '../ports.ts'
import { callById } from '../queries.ts'
import { momentWords } from '../rules.ts'
import { publishCalls } from './publish-calls.ts'

/** Tells everybody who has heard of a call, and everybody who writes an application for it, that an order has changed it. */
async function tellOfCall(tx: Tx, ctx: Ctx, callId: CallId, kind: 'call.extended' | 'call.revoked'): Promise<void> {
  const call = await callById(tx, ctx, callId)
  const stored = call && (await regulationById(tx, ctx.territory.id, call.regulationId, ctx.today))
  if (!call || !stored) return
  const listeners = await audienceOf(tx, ctx.territory.id, {
    initiators: call.initiators,
    hostKinds: hostKinds(stored.regulation).value,
    day: ctx.today,
  })
  const writers = await writersOf(tx, ctx.territory.id, [callId], ctx.today)
  const people = new Set([...peopleOf(listeners), ...writers.map(({ personId }) => personId)])
  const params = { title: call.title, closes: momentWords(call.closesAt, call) }
  await tell(
    tx,
    ctx,
    [...people].map((personId): Notice => ({ personId, kind, subjectId: callId, params })),
  )
}

type Extension = {
  readonly callId: CallId
  readonly closesOn: Day
  readonly closesAt: string
  readonly reviewDueOn: Day | null
  readonly pointNumber: string
}

/** Moves the closing of calls to a later moment; one that was over receives again. */
export async function extendCalls(tx: Tx, ctx: Ctx, extensions: readonly Extension[], orderId: OrderId): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const extension of extensions) {
    const closesAt = instantOf(extension.closesOn, `${extension.closesAt}:00`, ctx.territory.timeZone)
    const before = await move(tx, ctx, extension, closesAt)
    await tx
      .insertInto('callExtensions')
      .values({
        territoryId: ctx.territory.id,
        id: newId(),
        callId: extension.callId,
        closedBefore: before.closesAt,
        closesAt,
        reviewDueBefore: before.reviewDueOn,
        reviewDueOn: extension.reviewDueOn,
        orderId,
        pointNumber: extension.pointNumber,
      })
      .execute()
    if (extension.reviewDueOn !== null)
      for (const hear of reviewProlonged.parts()) await hear(tx, ctx, extension.callId, extension.reviewDueOn)
    await tellOfCall(tx, ctx, extension.callId, 'call.extended')
    facts.push({
      kind: 'call.extended',
      subjectId: extension.callId,
      facts: {
        title: before.title,
        orderId,
        pointNumber: extension.pointNumber,
        to: extension.closesOn,
        until: extension.closesAt,
      },
    })
  }
  await publishCalls(
    tx,
    ctx,
    extensions.map(({ callId }) => callId),
  )
  return facts
}

/** Writes the new closing and gives back what stood there. */
async function move(tx: Tx, ctx: Ctx, { callId, reviewDueOn }: Extension, closesAt: Date) {
  const call = await tx
    .selectFrom('calls')
    .select(['title', 'closesAt', 'reviewDueOn'])
    .where((is) => is.and({ territoryId: ctx.territory.id, id: callId }))
    .forUpdate()
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('calls')
    .set({ closesAt, ...(reviewDueOn === null ? {} : { reviewDueOn }) })
    .where((is) => is.and({ territoryId: ctx.territory.id, id: callId }))
    .execute()
  return call
}

type Undoing = { readonly orderId: OrderId; readonly on: Day; readonly byOrderId: OrderId; readonly pointNumber: string }

/**
 * Undoes what a revoked order did to calls: one it opened is over from that day, with what was begun for it kept; one it prolonged closes
 * when it would have closed without it. What was received in time stays received.
 */
export async function undoCalls(tx: Tx, ctx: Ctx, undoing: Undoing): Promise<Fact[]> {
  const shortened = await takeBackExtensions(tx, ctx, undoing)
  const revoked = await revokeCalls(tx, ctx, undoing)
  const ids = [...new Set([...shortened, ...revoked].map(({ id }) => id))]
  await publishCalls(tx, ctx, ids)
  for (const { id } of revoked) await tellOfCall(tx, ctx, id, 'call.revoked')
  for (const { id } of shortened) await tellOfCall(tx, ctx, id, 'call.extended')
  const by = { orderId: undoing.byOrderId, pointNumber: undoing.pointNumber, revokedOrderId: undoing.orderId }
  return [
    ...shortened.map(({ id, title }): Fact => ({ kind: 'call.extensionTakenBack', subjectId: id, facts: { ...by, title } })),
    ...revoked.map(({ id, title }): Fact => ({ kind: 'call.revoked', subjectId: id, facts: { ...by, title, on: undoing.on } })),
  ]
}

type Touched = { readonly id: CallId; readonly title: string }

async function revokeCalls(tx: Tx, ctx: Ctx, { orderId, on, byOrderId }: Undoing): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    update calls set revoked_on = ${on}, revoked_by_order_id = ${byOrderId}
    where territory_id = ${ctx.territory.id} and order_id = ${orderId} and revoked_on is null returning id, title`.execute(tx)
  return rows
}

/** A later extension stands and now follows what stood before the one taken back. */
async function takeBackExtensions(tx: Tx, ctx: Ctx, { orderId }: Undoing): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    with taken as (delete from call_extensions where territory_id = ${ctx.territory.id} and order_id = ${orderId}
      returning territory_id, call_id, closed_before, closes_at, review_due_before, review_due_on),
    later as (update call_extensions e set closed_before = t.closed_before from taken t
      where e.territory_id = t.territory_id and e.call_id = t.call_id and e.closed_before = t.closes_at and e.order_id <> ${orderId}
      returning e.call_id)
    update calls c set closes_at = case when c.closes_at = t.closes_at then t.closed_before else c.closes_at end,
      review_due_on = case when t.review_due_on is not null and c.review_due_on = t.review_due_on then t.review_due_before else c.review_due_on end
    from taken t where c.territory_id = t.territory_id and c.id = t.call_id returning c.id, c.title`.execute(tx)
  return rows
}

import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { record, recordAll } from '../../../history/record.ts'
import { ok, type RuleRefusal, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import { orderParts } from '../../../kit/order/parts.ts'
import { tell } from '../../../notices/tell.ts'
import { appendixNeeds } from '../effects/kits.ts'
import { registersNow } from '../effects/load-registers.ts'
import { askedToSign } from '../joint-queries.ts'
import type { Order } from '../model.ts'
import { signsFor } from '../office-queries.ts'
import { type OnOrder, onOrder } from '../order-command.ts'
import { publish } from '../publication.ts'
import { snapshotOf } from '../queries.ts'
import { missingIn } from '../rules.ts'
import { readPoints, saveOrder, saveSigners } from '../store.ts'
import { preparerSubject, signatorySubject } from '../subjects.ts'

/** Sends a complete draft to the one who signs. */
export const submitOrder = (ctx: Acting, input: Required<OnOrder>) =>
  onOrder(ctx, input, { permits: 'order.draft', action: 'submit' }, async (tx, order, state) => {
    const { id, title, signatoryId } = order
    const full = { order, points: await readPoints(tx, ctx, id) }
    const joint = await askedToSign(tx, ctx, full, await registersNow(tx, ctx, full))
    const lacking = [
      ...missingIn({ ...order, points: full.points }, ctx.today, appendixNeeds),
      ...(await cannotSign(tx, ctx, order)),
      ...joint.lacking,
    ]
    if (lacking.length > 0) return refuseAll(lacking)
    await saveOrder(tx, ctx, order, { state, sentBackRemark: null })
    await saveSigners(tx, ctx, id, joint.signers)
    const asked = new Set([signatoryId, ...joint.signers.map(({ personId }) => personId)].filter((one) => one !== null))
    await tell(
      tx,
      ctx,
      [...asked].map((personId) => ({ personId, kind: 'order.awaitingSignature', subjectId: id, params: { title } })),
    )
    await record(tx, ctx, { kind: 'order.submitted', subjectId: id, facts: { title } })
    return ok({ id })
  })

/** The chosen signatory must sign for the office that issues the order, on this day. */
async function cannotSign(tx: Tx, ctx: Ctx, { issuerId, signatoryId }: Order): Promise<RuleRefusal[]> {
  return signatoryId === null || (await signsFor(tx, ctx, { issuerId, personId: signatoryId }))
    ? []
    : [{ code: 'rule', rule: 'order.signatoryCannotSign', field: 'signatoryId' }]
}

const withdrawing = { permits: 'order.withdraw', action: 'withdraw', subjectOf: preparerSubject } as const

/** Whoever prepared an order takes it back for changing, as long as it is not signed. */
export const withdrawOrder = (ctx: Acting, input: Required<OnOrder>) =>
  onOrder(ctx, input, withdrawing, async (tx, order, state) => {
    await saveOrder(tx, ctx, order, { state })
    await saveSigners(tx, ctx, order.id, [])
    await record(tx, ctx, { kind: 'order.withdrawn', subjectId: order.id, facts: { title: order.title } })
    return ok({ id: order.id })
  })

const sendingBack = { permits: 'order.sendBack', action: 'sendBack', subjectOf: signatorySubject } as const

/** The signatory hands a draft back with a remark instead of signing it. */
export const sendBackOrder = (ctx: Acting, input: OnOrder & { remark: string }) =>
  onOrder(ctx, input, sendingBack, async (tx, order, state) => {
    const { id, title, preparedBy } = order
    const remark = input.remark.trim()
    if (remark === '') return refuseRule('order.remarkMissing', { field: 'remark' })
    await saveOrder(tx, ctx, order, { state, sentBackRemark: remark })
    await saveSigners(tx, ctx, id, [])
    if (preparedBy)
      await tell(tx, ctx, [{ personId: preparedBy, kind: 'order.sentBack', subjectId: id, params: { title, remark } }])
    await record(tx, ctx, { kind: 'order.sentBack', subjectId: id, facts: { title, remark } })
    return ok({ id })
  })

/** Throws a draft away. It never had a number, so no gap is left; history keeps that it was there. */
export const deleteDraft = (ctx: Acting, input: Required<OnOrder>) =>
  onOrder(ctx, input, { permits: 'order.draft', action: 'delete' }, async (tx, { id, title }) => {
    const reopened: Fact[] = []
    for (const part of orderParts.parts()) reopened.push(...((await part.draftDeleted?.(tx, ctx, id)) ?? []))
    await tx.deleteFrom('orders').where('territoryId', '=', ctx.territory.id).where('id', '=', id).execute()
    await recordAll(tx, ctx, [{ kind: 'order.draftDeleted', subjectId: id, facts: { title } }, ...reopened])
    return ok(null)
  })

/** Puts a signed order on the public site. (U-O4) */
export const publishOrder = (ctx: Acting, input: OnOrder) =>
  onOrder(ctx, input, { permits: 'order.publish', action: 'publish' }, async (tx, order) => {
    if (order.publishedAt !== null) return refuse({ code: 'illegalMove', from: 'published', action: 'publish' })
    const snapshot = await snapshotOf(tx, ctx, order.id)
    if (!snapshot) return refuse({ code: 'notFound' })
    const { numberText, signedOn } = snapshot
    await record(tx, ctx, await publish(tx, ctx, { ...order, numberText, signedOn }, snapshot))
    return ok({ id: order.id })
  })

import type { Acting } from '../../../authz/ctx.ts'
import { record } from '../../../history/record.ts'
import { ok, refuseRule } from '../../../kernel/result.ts'
import { tell } from '../../../notices/tell.ts'
import { type OnOrder, onOrder } from '../order-command.ts'
import { saveOrder } from '../store.ts'
import { signatorySubject } from '../subjects.ts'

const asked = { permits: 'order.sendBack', action: 'sendBack', subjectOf: signatorySubject } as const

/** The signatory hands a draft back with a remark instead of signing it. */
export const sendBackOrder = (ctx: Acting, input: OnOrder & { remark: string }) =>
  onOrder(ctx, input, asked, async (tx, order, state) => {
    const { id, title, preparedBy } = order
    const remark = input.remark.trim()
    if (remark === '') return refuseRule('order.remarkMissing', { field: 'remark' })
    await saveOrder(tx, ctx, order, { state, sentBackRemark: remark })
    if (preparedBy)
      await tell(tx, ctx, [{ personId: preparedBy, kind: 'order.sentBack', subjectId: id, params: { title, remark } }])
    await record(tx, ctx, { kind: 'order.sentBack', subjectId: id, facts: { title, remark } })
    return ok({ id })
  })

import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { assignmentMachine } from '../assignment-machine.ts'
import { lockAssignment, saveAssignment } from '../assignments.ts'
import { controlSubject } from '../subjects.ts'

/** The controller hands reported work back with a remark; the assignee has it in work again. */
export function returnAssignment(
  ctx: Acting,
  input: { assignmentId: string; remark: string },
): Promise<Result<{ orderId: OrderId }>> {
  return transact(ctx, async (tx) => {
    const found = await lockAssignment(tx, ctx, input.assignmentId, 'assignment.decide', ({ controllerId }) =>
      controlSubject({ territoryId: ctx.territory.id, controllerId }),
    )
    if (!found.ok) return found
    const { id, orderId, personId, state, title } = found.value
    const open = move(assignmentMachine, state, 'return')
    if (!open.ok) return open
    const remark = input.remark.trim()
    if (remark === '') return refuseRule('assignment.remarkMissing', { field: 'remark' })

    await saveAssignment(tx, ctx, id, { state: open.value, remark, doneOn: null })
    await tell(tx, ctx, [{ personId, kind: 'assignment.returned', subjectId: id, params: { orderId, title, remark } }])
    await record(tx, ctx, { kind: 'assignment.returned', subjectId: id, facts: { orderId, title, remark } })
    return ok({ orderId })
  })
}

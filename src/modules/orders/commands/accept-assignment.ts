import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { assignmentMachine } from '../assignment-machine.ts'
import { lockAssignment, saveAssignment } from '../assignments.ts'
import { controlSubject } from '../subjects.ts'

/** The controller accepts what an assignee has reported. */
export function acceptAssignment(ctx: Acting, input: { assignmentId: string }): Promise<Result<{ orderId: OrderId }>> {
  return transact(ctx, async (tx) => {
    const found = await lockAssignment(tx, ctx, input.assignmentId, 'assignment.decide', ({ controllerId }) =>
      controlSubject({ territoryId: ctx.territory.id, controllerId }),
    )
    if (!found.ok) return found
    const { id, orderId, personId, state, title } = found.value
    const accepted = move(assignmentMachine, state, 'accept')
    if (!accepted.ok) return accepted

    await saveAssignment(tx, ctx, id, { state: accepted.value, acceptedOn: ctx.today })
    await tell(tx, ctx, [{ personId, kind: 'assignment.accepted', subjectId: id, params: { orderId, title } }])
    await record(tx, ctx, { kind: 'assignment.accepted', subjectId: id, facts: { orderId, title } })
    return ok({ orderId })
  })
}

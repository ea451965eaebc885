import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { assignmentMachine } from '../assignment-machine.ts'
import { lockAssignment, saveAssignment } from '../assignments.ts'
import { assigneeSubject } from '../subjects.ts'

/** An assignee says that their point is done, and what was done. The controller sees it next. */
export function reportAssignment(
  ctx: Acting,
  input: { assignmentId: string; note: string },
): Promise<Result<{ orderId: OrderId }>> {
  return transact(ctx, async (tx) => {
    const found = await lockAssignment(tx, ctx, input.assignmentId, 'assignment.report', (one) =>
      assigneeSubject(ctx.territory.id, one),
    )
    if (!found.ok) return found
    const { id, orderId, state, controllerId, title } = found.value
    const done = move(assignmentMachine, state, 'report')
    if (!done.ok) return done
    const note = input.note.trim()
    if (note === '') return refuseRule('assignment.noteMissing', { field: 'note' })

    await saveAssignment(tx, ctx, id, { state: done.value, note, remark: null, doneOn: ctx.today })
    if (controllerId)
      await tell(tx, ctx, [
        { personId: controllerId, kind: 'assignment.done', subjectId: id, params: { orderId, title, by: ctx.actor.name } },
      ])
    await record(tx, ctx, { kind: 'assignment.done', subjectId: id, facts: { orderId, title, note } })
    return ok({ orderId })
  })
}

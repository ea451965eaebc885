import type { Acting } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { CheckedFile } from '../../../files/check.ts'
import { storeFiles } from '../../../files/store.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { type AssignmentAction, type AssignmentState, assignmentMachine } from '../assignment-machine.ts'
import { attachFiles, type KnownAssignment, lockAssignment, saveAssignment } from '../assignments.ts'

type Done = Promise<Result<{ orderId: OrderId | null }>>
type OfOne = { readonly assignmentId: string }

/** A command on an assignment, one transaction: permitted, in a state that allows it; then what is its own. */
const onAssignment = (
  ctx: Acting,
  { assignmentId }: OfOne,
  action: AssignmentAction,
  act: (tx: Tx, one: KnownAssignment, state: AssignmentState) => Promise<Result<null>>,
): Done =>
  transact(ctx, async (tx) => {
    const found = await lockAssignment(tx, ctx, assignmentId, action === 'report' ? 'assignment.report' : 'assignment.decide')
    if (!found.ok) return found
    const state = move(assignmentMachine, found.value.state, action)
    if (!state.ok) return state
    const done = await act(tx, found.value, state.value)
    return done.ok ? ok({ orderId: found.value.orderId }) : done
  })

/** An assignee says that their point is done, and what was done. The controller sees it next. */
export const reportAssignment = (ctx: Acting, input: OfOne & { note: string; files?: readonly CheckedFile[] }): Done =>
  onAssignment(ctx, input, 'report', async (tx, { id, orderId, controllerId, title, ground }, state) => {
    const note = input.note.trim()
    if (note === '') return refuseRule('assignment.noteMissing', { field: 'note' })
    await saveAssignment(tx, ctx, id, { state, note, remark: null, doneOn: ctx.today })
    const { files = [] } = input
    await attachFiles(tx, ctx, id, await storeFiles(tx, ctx, files))
    const by = ctx.actor.name
    if (controllerId)
      await tell(tx, ctx, [
        orderId === null
          ? { personId: controllerId, kind: 'duty.done', subjectId: id, params: { ground: ground ?? '', title, by } }
          : { personId: controllerId, kind: 'assignment.done', subjectId: id, params: { orderId, title, by } },
      ])
    const told = { note, files: files.map(({ name }) => name) }
    await record(tx, ctx, {
      subjectId: id,
      ...(orderId === null
        ? { kind: 'duty.done', facts: { ground: ground ?? '', title, ...told } }
        : { kind: 'assignment.done', facts: { orderId, title, ...told } }),
    })
    return ok(null)
  })

/** The controller accepts what an assignee has reported. */
export const acceptAssignment = (ctx: Acting, input: OfOne): Done =>
  onAssignment(ctx, input, 'accept', async (tx, { id, orderId, personId, title, ground }, state) => {
    await saveAssignment(tx, ctx, id, { state, acceptedOn: ctx.today, acceptedBy: ctx.actor.personId })
    if (orderId === null) {
      const said = { ground: ground ?? '', title }
      await tell(tx, ctx, [{ personId, kind: 'duty.accepted', subjectId: id, params: said }])
      await record(tx, ctx, { kind: 'duty.accepted', subjectId: id, facts: said })
      return ok(null)
    }
    await tell(tx, ctx, [{ personId, kind: 'assignment.accepted', subjectId: id, params: { orderId, title } }])
    await record(tx, ctx, { kind: 'assignment.accepted', subjectId: id, facts: { orderId, title } })
    return ok(null)
  })

/** The controller hands reported work back with a remark; the assignee has it in work again. */
export const returnAssignment = (ctx: Acting, input: OfOne & { remark: string }): Done =>
  onAssignment(ctx, input, 'return', async (tx, { id, orderId, personId, title, ground }, state) => {
    const remark = input.remark.trim()
    if (remark === '') return refuseRule('assignment.remarkMissing', { field: 'remark' })
    await saveAssignment(tx, ctx, id, { state, remark, doneOn: null })
    if (orderId === null) {
      const said = { ground: ground ?? '', title, remark }
      await tell(tx, ctx, [{ personId, kind: 'duty.returned', subjectId: id, params: said }])
      await record(tx, ctx, { kind: 'duty.returned', subjectId: id, facts: said })
      return ok(null)
    }
    await tell(tx, ctx, [{ personId, kind: 'assignment.returned', subjectId: id, params: { orderId, title, remark } }])
    await record(tx, ctx, { kind: 'assignment.returned', subjectId: id, facts: { orderId, title, remark } })
    return ok(null)
  })

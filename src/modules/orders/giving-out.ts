import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { newId } from '../../kernel/ids.ts'
import { tell } from '../../notices/tell.ts'
import { assignmentMachine } from './assignment-machine.ts'
import type { FullOrder } from './model.ts'
import { recipientsOf } from './recipients.ts'
import type { OrderSnapshot } from './snapshot.ts'

/** Gives a signed order to people: points as tasks, a line in the acquaintance sheet and a notice to everybody concerned. (L-O4, U-O3) */
export async function giveOut(tx: Tx, ctx: Ctx, full: FullOrder, snapshot: OrderSnapshot): Promise<void> {
  const { order, points } = full
  const key = { territoryId: ctx.territory.id, orderId: order.id }
  const assignments = points.flatMap((point) =>
    point.assigneeIds.map((personId) => ({ ...key, id: newId(), pointId: point.id, personId, state: assignmentMachine.initial })),
  )
  if (assignments.length > 0) await tx.insertInto('assignments').values(assignments).execute()

  const recipients = await recipientsOf(tx, ctx, full, snapshot.signedOn)
  if (recipients.length > 0)
    await tx
      .insertInto('acquaintances')
      .values(recipients.map((recipient) => ({ ...key, ...recipient })))
      .execute()
  await tell(
    tx,
    ctx,
    recipients.map(({ personId }) => ({
      personId,
      kind: 'order.signed',
      subjectId: order.id,
      params: {
        act: order.kind,
        number: snapshot.numberText,
        signedOn: snapshot.signedOn,
        title: order.title,
        assignments: assignments.filter((one) => one.personId === personId).length,
        controls: order.controllerId === personId,
      },
    })),
  )
}

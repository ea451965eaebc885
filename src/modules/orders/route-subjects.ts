import { type Ctx, may } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrderId } from '../../kernel/types.ts'
import { findAssignment } from './execution-queries.ts'
import type { Order } from './model.ts'
import { readOrder } from './store.ts'
import { assigneeSubject, controlSubject, filesSubject, orderSubject, preparerSubject, signatorySubject } from './subjects.ts'
import { sees } from './visibility.ts'

type AtOrder = { readonly ctx: Ctx; readonly tx: Tx; readonly params: { readonly order: OrderId } }
type AtAssignment = { readonly ctx: Ctx; readonly tx: Tx; readonly params: { readonly assignment: string } }

/** What permissions on an order are asked about; null when the person may not see such an order. */
const orderAs =
  (subjectOf: (order: Order) => Subject) =>
  async ({ ctx, tx, params }: AtOrder): Promise<Subject | null> => {
    const order = await readOrder(tx, ctx, params.order)
    return order && sees(ctx, order) ? subjectOf(order) : null
  }

/** Any order the person may see. */
export const seenOrder = orderAs(orderSubject)
/** The same, addressed to the one who signs. */
export const orderToSign = orderAs(signatorySubject)
/** The same, of whoever prepared it. */
export const orderToWithdraw = orderAs(preparerSubject)
/** The same, addressed to the one in control. */
export const orderInControl = orderAs(controlSubject)

/** The order as one of those who have to read it, or not. */
export async function orderToRead(request: AtOrder): Promise<Subject | null> {
  const { ctx, tx, params } = request
  const seen = await seenOrder(request)
  if (!seen) return null
  const row = await tx
    .selectFrom('acquaintances')
    .select('personId')
    .where((is) => is.and({ territoryId: ctx.territory.id, orderId: params.order, personId: ctx.actor.personId }))
    .executeTakeFirst()
  return { ...seen, personIds: row ? [row.personId] : [] }
}

/** A duty of an order is seen by everybody of the territory, any other by whose it is, the one in control and the office. */
export async function assignmentSeen({ ctx, tx, params }: AtAssignment): Promise<Subject | null> {
  const line = await findAssignment(tx, ctx, params.assignment)
  if (!line) return null
  const subject = filesSubject(ctx.territory.id, line)
  return 'orderId' in line.of || may(ctx, 'assignment.files', subject) ? subject : null
}

/** A task of an order, addressed to its assignee. */
export async function assignmentToReport({ ctx, tx, params }: AtAssignment): Promise<Subject | null> {
  const line = await findAssignment(tx, ctx, params.assignment)
  return line ? assigneeSubject(ctx.territory.id, line) : null
}

/** The same, addressed to the one in control. */
export async function assignmentToDecide({ ctx, tx, params }: AtAssignment): Promise<Subject | null> {
  const line = await findAssignment(tx, ctx, params.assignment)
  return line ? controlSubject({ territoryId: ctx.territory.id, controllerId: line.controllerId }) : null
}

/** The same for what was sent with a report: of its assignee and of the one in control. */
export async function assignmentWithFiles({ ctx, tx, params }: AtAssignment): Promise<Subject | null> {
  const line = await findAssignment(tx, ctx, params.assignment)
  return line ? filesSubject(ctx.territory.id, line) : null
}

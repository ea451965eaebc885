import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { PersonId, TerritoryId } from '../../kernel/types.ts'
import type { Assignment, Order } from './model.ts'

const ids = (...people: (PersonId | null)[]) => people.filter((id) => id !== null)

/** Whose office issues it: what a permission on an order as a whole is asked about. */
export const orderSubject = ({ territoryId, issuerId }: Pick<Order, 'territoryId' | 'issuerId'>): Subject => ({
  territoryId,
  organisationIds: [issuerId],
})

/** What somebody who begins an order is asked about: it will be written for an office of their own. */
export const draftSubject = ({ territory, actor }: Pick<Ctx, 'territory' | 'actor'>): Subject => ({
  territoryId: territory.id,
  organisationIds: actor.worksIn,
})

/** Whom signing and sending back is addressed to: of a joint order everybody who signs it. */
export const signatorySubject = (order: Order): Subject => ({
  territoryId: order.territoryId,
  personIds: ids(order.signatoryId, ...order.signatures.map(({ personId }) => personId)),
})

/** Whoever prepared the order. */
export const preparerSubject = (order: Order): Subject => ({ territoryId: order.territoryId, personIds: ids(order.preparedBy) })

/** Whom control of execution is given to. */
export const controlSubject = (order: Pick<Order, 'territoryId' | 'controllerId'>): Subject => ({
  territoryId: order.territoryId,
  personIds: ids(order.controllerId),
})

export const assigneeSubject = (territoryId: TerritoryId, assignment: Pick<Assignment, 'personId'>): Subject => ({
  territoryId,
  personIds: [assignment.personId],
})

/** Those who may open what was sent with a report: its assignee, and the one in control. */
export const filesSubject = (
  territoryId: TerritoryId,
  { personId, controllerId }: Pick<Assignment, 'personId' | 'controllerId'>,
): Subject => ({ territoryId, personIds: ids(personId, controllerId) })

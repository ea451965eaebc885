import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { newId } from '../../kernel/ids.ts'
import type { Day, OrganisationId, PersonId } from '../../kernel/types.ts'
import { tell } from '../../notices/tell.ts'
import { headsOf } from '../people/head-queries.ts'
import { assignmentMachine } from './assignment-machine.ts'
import { kitOf } from './effects/kits.ts'
import { effectsOf, type FullOrder } from './model.ts'
import type { OrderSnapshot } from './snapshot.ts'

/** Who has to read a signed order; heads of organisations sign for them. */
type Recipient = { readonly personId: PersonId; readonly organisationId: OrganisationId | null }

/**
 * Who an order has to be shown to: everybody it gives work or a role to, the controller, and the heads of the organisations it concerns
 * (or of all organisations). The signatory has read it by signing, whoever prepared it by writing it.
 */
export async function recipientsOf(tx: Tx, ctx: Ctx, { order, points }: FullOrder, day: Day): Promise<Recipient[]> {
  const people = new Set(points.flatMap((point) => point.assigneeIds))
  if (order.controllerId) people.add(order.controllerId)
  const organisations = new Set<OrganisationId>()
  for (const { effect } of effectsOf(points)) {
    if ('organisationIds' in effect) for (const id of effect.organisationIds) organisations.add(id)
    const concerned = await kitOf(effect).concerns?.(tx, ctx, effect, day)
    for (const id of concerned?.people ?? []) people.add(id)
    for (const id of concerned?.organisations ?? []) organisations.add(id)
  }
  const heads = await headsOf(tx, ctx, day, order.acquaintance === 'allHeads' ? null : [...organisations])
  const byPerson = new Map<string, Recipient>([...people].map((personId) => [personId, { personId, organisationId: null }]))
  for (const head of heads) byPerson.set(head.personId, head)
  for (const id of [order.signatoryId, order.preparedBy]) if (id) byPerson.delete(id)
  return [...byPerson.values()]
}

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
  // Whoever prepared it has nothing to read, but learns of their own points.
  const told = [...recipients, ...assignments.filter(({ personId }) => personId === order.preparedBy)].map(
    ({ personId }) => personId,
  )
  await tell(
    tx,
    ctx,
    [...new Set(told)].map((personId) => ({
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

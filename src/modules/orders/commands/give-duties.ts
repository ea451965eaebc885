import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Day, PersonId } from '../../../kernel/types.ts'
import type { Told } from '../../../kit/told.ts'
import { assignmentMachine, type DutySource } from '../assignment-machine.ts'

/** A duty that no order gives: whose it is, by which day, and what it comes from in words. */
type Duty = {
  readonly id: string
  readonly personId: PersonId
  readonly text: string
  readonly dueOn: Day
  readonly ground: string
}
type Given = {
  readonly source: Exclude<DutySource, 'order'>
  readonly sourceId: string
  /** Who accepts what is reported. */
  readonly controllerId: PersonId
  readonly duties: readonly Duty[]
}

/** Gives duties that come from elsewhere than an order, in the transaction that makes them so; says whom to tell. (L-321m) */
export async function giveDuties(tx: Tx, ctx: Ctx, { source, sourceId, controllerId, duties }: Given): Promise<Told[]> {
  if (duties.length === 0) return []
  const common = { territoryId: ctx.territory.id, source, sourceId, controllerId, state: assignmentMachine.initial }
  await tx
    .insertInto('assignments')
    .values(duties.map((duty) => ({ ...common, ...duty })))
    .execute()
  return duties.map(({ id, personId, text, dueOn, ground }) => ({
    kind: 'duty.given',
    to: [personId].filter((one) => one !== ctx.actor.personId),
    subjectId: id,
    params: { ground, text, dueOn },
  }))
}

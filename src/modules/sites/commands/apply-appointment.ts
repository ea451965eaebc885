import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { newId } from '../../../kernel/ids.ts'
import { initialsOf } from '../../people/name-queries.ts'
import type { Appointing, AppointmentEnding } from '../model.ts'

/** Appoints one person. */
export const applyAppointment = (tx: Tx, ctx: Ctx, appointing: Appointing & { appointmentId?: string }): Promise<Fact[]> =>
  applyAppointments(tx, ctx, [appointing])

/** Appoints people. An appointment keeps the id given with it, so that another order can name it. */
export async function applyAppointments(
  tx: Tx,
  ctx: Ctx,
  list: readonly (Appointing & { appointmentId?: string })[],
): Promise<Fact[]> {
  if (list.length === 0) return []
  const rows = list.map(({ appointmentId, personId, as, siteId, from, to, ground, orderId, pointNumber }) => ({
    territoryId: ctx.territory.id,
    id: appointmentId ?? newId(),
    personId,
    kind: as,
    siteId,
    startsOn: from,
    endsOn: to,
    grantedUntil: to,
    ground,
    orderId,
    pointNumber,
    appointedBy: ctx.actor.personId,
  }))
  await tx.insertInto('appointments').values(rows).execute()
  const names = await initialsOf(
    tx,
    ctx,
    rows.map((row) => row.personId),
  )
  return rows.map((row) => ({
    kind: 'person.appointed',
    subjectId: row.personId,
    siteId: row.siteId,
    facts: {
      appointmentId: row.id,
      as: row.kind,
      person: names(row.personId),
      from: row.startsOn,
      to: row.endsOn,
      ground: row.ground,
      orderId: row.orderId,
      pointNumber: row.pointNumber,
    },
  }))
}

/** Ends an appointment on its last day; nothing happens to one that has already ended. */
export async function applyEndAppointment(tx: Tx, ctx: Ctx, { appointmentId, on, orderId }: AppointmentEnding): Promise<Fact[]> {
  const row = await tx
    .selectFrom('appointments')
    .select(['personId', 'siteId', 'kind', 'startsOn', 'endsOn'])
    .where((is) => is.and({ territoryId: ctx.territory.id, id: appointmentId }))
    .forUpdate()
    .executeTakeFirst()
  if (!row || (row.endsOn !== null && row.endsOn <= on)) return []
  const mine = tx.updateTable('appointments').where('territoryId', '=', ctx.territory.id).where('id', '=', appointmentId)
  if (row.startsOn > on)
    await tx.deleteFrom('appointments').where('territoryId', '=', ctx.territory.id).where('id', '=', appointmentId).execute()
  else await mine.set({ endsOn: on, endedByOrderId: orderId }).execute()
  const names = await initialsOf(tx, ctx, [row.personId])
  return [
    {
      kind: 'appointment.ended',
      subjectId: row.personId,
      siteId: row.siteId,
      facts: { appointmentId, as: row.kind, person: names(row.personId), on, orderId },
    },
  ]
}

import { sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import { addDays } from '../../kernel/dates.ts'
import type { Day, OrderId, PersonId, TerritoryId } from '../../kernel/types.ts'
import { type ReminderSource, remindersOf, type Span, spokenOfIn } from '../../kit/reminders.ts'
import type { Notice } from '../../notices/kinds.ts'
import { nameOfPerson } from '../people/name-queries.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'

type Assignment = {
  id: string
  personId: PersonId
  pointId: string
  point: string
  text: string
  dueOn: Day
  orderId: OrderId
  order: string
  controllerId: PersonId | null
}

/** Reminders of points of orders: to everybody who has not reported, and to the controller once for each point. */
export async function assignmentNotices(tx: Tx, territoryId: TerritoryId, span: Span): Promise<Notice[]> {
  const days = await settingOf(tx, { territory: { id: territoryId } }, settings.assignmentReminders)
  const { from, to } = spokenOfIn(span, days)
  const { rows } = await sql<Assignment>`
    select a.id, a.person_id, p.id as point_id, p.number as point, p.text, p.due_on, o.id as order_id, o.number_text as "order",
      coalesce(o.controller_id, o.signatory_id) as controller_id
    from assignments a
    join order_points p on p.territory_id = a.territory_id and p.id = a.point_id
    join orders o on o.territory_id = a.territory_id and o.id = a.order_id
    where a.territory_id = ${territoryId} and a.state = 'open' and o.state = 'signed' and p.due_on between ${from} and ${to}
    order by a.id`.execute(tx)
  const points = Map.groupBy(rows, (row) => row.pointId)
  return [...points.values()].flatMap((open) => pointNotices(open, days, span))
}

function pointNotices(open: readonly Assignment[], days: readonly number[], span: Span): Notice[] {
  const { pointId, orderId, controllerId, order, point, text, dueOn } = open[0]!
  const params = { order, point, text, dueOn }
  return remindersOf(dueOn, days, span).flatMap(({ onDay, what }): Notice[] => {
    const toAssignees = open.map(
      ({ id, personId }): Notice => ({ personId, kind: `assignment.${what}` as const, subjectId: id, onDay, params }),
    )
    if (controllerId === null) return toAssignees
    const control = { ...params, orderId, open: open.length }
    return [
      ...toAssignees,
      { personId: controllerId, kind: `control.${what}` as const, subjectId: pointId, onDay, params: control },
    ]
  })
}

/** Reminders to those who have had an order for some days and have not confirmed that they read it. */
export async function readingNotices(tx: Tx, territoryId: TerritoryId, span: Span): Promise<Notice[]> {
  const readingDays = await settingOf(tx, { territory: { id: territoryId } }, settings.readingDays)
  const [after, to] = [addDays(span.after, -readingDays), addDays(span.to, -readingDays)]
  const { rows } = await sql<{ personId: PersonId; orderId: OrderId; number: string; signedOn: Day; title: string }>`
    select a.person_id, o.id as order_id, o.number_text as number, o.signed_on, o.title
    from orders o join acquaintances a on a.territory_id = o.territory_id and a.order_id = o.id
    where o.territory_id = ${territoryId} and o.state = 'signed' and o.signed_on > ${after} and o.signed_on <= ${to} and a.confirmed_at is null
    order by o.signed_on, a.person_id`.execute(tx)
  return rows.map(({ personId, orderId, number, signedOn, title }) => ({
    personId,
    kind: 'order.notRead',
    subjectId: orderId,
    onDay: addDays(signedOn, readingDays),
    params: { number, signedOn, title },
  }))
}

type OpenDuty = {
  id: string
  personId: PersonId
  person: string
  controllerId: PersonId
  text: string
  ground: string
  dueOn: Day
}

/** Reminders of duties that no order gives: to whose they are, and to the controller once they are late. */
export async function dutyNotices(tx: Tx, territoryId: TerritoryId, span: Span): Promise<Notice[]> {
  const where = { territory: { id: territoryId } }
  const days = await settingOf(tx, where, settings.assignmentReminders)
  const { from, to } = spokenOfIn(span, days)
  const { rows } = await sql<OpenDuty>`
    select a.id, a.person_id, ${nameOfPerson(where, sql`a.person_id`)} as person, a.controller_id, a.text, a.ground, a.due_on from assignments a
    where a.territory_id = ${territoryId} and a.state = 'open' and a.due_on between ${from} and ${to} order by a.id`.execute(tx)
  return rows.flatMap(({ id, personId, person, controllerId, ...params }) =>
    remindersOf(params.dueOn, days, span).flatMap(({ onDay, what }): Notice[] => [
      { personId, kind: `duty.${what}` as const, subjectId: id, onDay, params },
      ...(what === 'overdue' && controllerId !== personId
        ? [{ personId: controllerId, kind: 'duty.late' as const, subjectId: id, onDay, params: { ...params, person } }]
        : []),
    ]),
  )
}

export const reminders: readonly ReminderSource[] = [assignmentNotices, dutyNotices, readingNotices]

import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, EventId, PersonId, ProgrammeId, SiteId, TraineeshipId, TraineeshipRowId } from '../../kernel/types.ts'
import { dayOfEvent, eventsOfSite } from '../events/queries.ts'
import { isGiven, isUnderWayIn, type TraineeshipRow, traineeshipsBy } from './queries.ts'

/** A session or a try-out in the plan of a trainee. */
export type PlanRow = {
  readonly id: TraineeshipRowId
  readonly traineeshipId: TraineeshipId
  readonly personId: PersonId
  readonly itemId: string
  readonly kind: 'session' | 'tryOut'
  readonly topic: string
  readonly title: string
  readonly hours: number
  /** The day of the shared event while there is one: it moves with the event, and is none when that is called off. */
  readonly plannedOn: Day | null
  readonly eventId: EventId | null
  readonly leftOut: boolean
  readonly heldOn: Day | null
  readonly given: boolean
}

/** Rows of plans by a condition on `t`, the traineeship, in the order of the programme. */
export async function planRowsBy(tx: Tx, ctx: Pick<Ctx, 'territory'>, where: RawBuilder<unknown>): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select r.id, r.traineeship_id, t.person_id, r.item_id, r.kind, r.topic, r.title, r.hours::float8 as hours,
      case when r.event_id is null then r.planned_on else ${dayOfEvent(ctx, sql`r.event_id`)} end as planned_on, r.event_id, r.left_out, r.held_on, ${isGiven(ctx)} as given
    from traineeship_rows r join traineeships t on t.territory_id = r.territory_id and t.id = r.traineeship_id
    where r.territory_id = ${ctx.territory.id} and ${where} order by r.position, r.traineeship_id`.execute(tx)
  return rows
}

/** The plans of these trainees. */
export const planRows = (tx: Tx, ctx: Pick<Ctx, 'territory'>, ids: readonly TraineeshipId[]): Promise<PlanRow[]> =>
  planRowsBy(tx, ctx, sql`t.id = any(${[...ids]}::uuid[])`)

/** Nobody plans for more at once. */
const mostTogether = 200

/** Those of a site who learn by one programme now. */
export const learningTogether = (
  tx: Tx,
  ctx: Ctx,
  siteId: SiteId,
  programmeId: ProgrammeId,
): Promise<readonly TraineeshipRow[]> =>
  traineeshipsBy(tx, ctx, {
    where: sql`t.site_id = ${siteId} and t.programme_id = ${programmeId} and ${isUnderWayIn(sql`t`)}`,
  }).page(mostTogether, 0)

/** Events of a site that a session may be, with the day of each: those that these rows are already first, then the newest. */
export const sharedEvents = (tx: Tx, ctx: Ctx, siteId: SiteId, rows: readonly Pick<PlanRow, 'eventId'>[]) =>
  eventsOfSite(tx, ctx, siteId, { most: mostTogether, linked: rows.flatMap(({ eventId }) => eventId ?? []) })

/**
 * What a module above says of a row: its try-out was assessed, so its hours count from that day; `leftOut` where the row is not in the plan,
 * `apart` where its hours are said otherwise already.
 */
export async function holdRow(tx: Tx, ctx: Ctx, id: TraineeshipRowId, on: Day): Promise<'counted' | 'leftOut' | 'apart'> {
  const its = { territoryId: ctx.territory.id, id }
  const { numUpdatedRows } = await tx
    .updateTable('traineeshipRows')
    .set({ heldOn: on, heldBy: ctx.actor.personId })
    .where((is) => is.and({ ...its, leftOut: false }))
    .where('heldOn', 'is', null)
    .where('eventId', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return 'counted'
  const row = await tx
    .selectFrom('traineeshipRows')
    .select('leftOut')
    .where((is) => is.and(its))
    .executeTakeFirst()
  return row?.leftOut ? 'leftOut' : 'apart'
}

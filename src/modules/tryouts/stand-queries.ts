import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, PersonId, TraineeshipId, TryOutId } from '../../kernel/types.ts'
import { lowestOf } from './rules.ts'

/** How the try-outs of these trainees stand: each by its row of the plan, with the worst of its criteria once it was assessed. */
export async function standsOfTryOuts(tx: Tx, { territory }: Pick<Ctx, 'territory'>, ids: readonly TraineeshipId[]) {
  const rows = await tx
    .selectFrom('tryouts')
    .select(['traineeshipId', 'rowId', 'state', 'levels'])
    .where('territoryId', '=', territory.id)
    .where('traineeshipId', '=', sql<TraineeshipId>`any(${[...ids]}::uuid[])`)
    .execute()
  return rows.map(({ levels: said, ...row }) => ({ ...row, lowest: lowestOf(said ?? {}) }))
}

/** The try-outs of a person that were judged, since a day. */
export async function judgedOf(tx: Tx, { territory }: Pick<Ctx, 'territory'>, personId: PersonId, since: Day) {
  const { rows } = await sql<{ id: TryOutId; traineeshipId: TraineeshipId; title: string; on: Day }>`
    select y.id, y.traineeship_id, y.title, (y.assessed_at at time zone ${territory.timeZone})::date as on from tryouts y
    where y.territory_id = ${territory.id} and y.person_id = ${personId} and y.state = 'assessed'
      and (y.assessed_at at time zone ${territory.timeZone})::date >= ${since}::date order by y.assessed_at desc, y.id`.execute(
    tx,
  )
  return rows
}

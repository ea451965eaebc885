import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, Period, ProgrammeVersionId, SiteId, TraineeshipId } from '../../kernel/types.ts'
import { contentOfVersion } from '../programmes/queries.ts'
import { wasAgreed } from '../traineeships/queries.ts'
import { type Dynamics, dynamicsOf, type Measured } from './measure-rules.ts'

type Where = Pick<Ctx, 'territory'>

/** What was measured of a trainee. */
export const measuredOf = (
  tx: Tx,
  { territory }: Where,
  traineeshipId: TraineeshipId,
): Promise<(Measured & { measuredOn: Day })[]> =>
  tx
    .selectFrom('measurements')
    .select(['traineeshipId', 'kind', 'side', 'directionId', 'direction', 'level', 'measuredOn'])
    .where((is) => is.and({ territoryId: territory.id, traineeshipId }))
    .orderBy('measuredOn')
    .execute()

/** The directions a trainee is measured by: those of the version of the programme; of a programme without any, as a whole. */
export async function directionsOf(tx: Tx, ctx: Where, versionId: ProgrammeVersionId) {
  const { directions } = (await contentOfVersion(tx, ctx, versionId)).note
  return directions.length > 0 ? directions : [{ id: versionId, text: 'Программа в целом' }]
}

/** The dynamics of the trainees of a site whose exit lies in a period. (C-61) */
export async function dynamicsOfSite(tx: Tx, { territory }: Where, siteId: SiteId, { from, to }: Period): Promise<Dynamics[]> {
  const { rows } = await sql<Measured>`
    select m.traineeship_id, m.kind, m.side, m.direction_id, m.direction, m.level from measurements m
    where m.territory_id = ${territory.id} and m.site_id = ${siteId} and ${wasAgreed({ territory }, sql`m.traineeship_id`)} and exists (select from measurements last
      where last.territory_id = m.territory_id and last.traineeship_id = m.traineeship_id and last.kind = 'exit'
        and last.measured_on >= ${from} and (${to}::date is null or last.measured_on <= ${to}))
    order by m.direction, m.traineeship_id`.execute(tx)
  return dynamicsOf(rows)
}

/** Which of these trainees whoever leads has measured at the end. */
export async function measuredAtExit(
  tx: Tx,
  { territory }: Where,
  ids: readonly TraineeshipId[],
): Promise<ReadonlySet<TraineeshipId>> {
  const rows = await tx
    .selectFrom('measurements')
    .select('traineeshipId')
    .distinct()
    .where((is) => is.and({ territoryId: territory.id, kind: 'exit', side: 'guide' }))
    .where('traineeshipId', '=', sql<TraineeshipId>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Set(rows.map(({ traineeshipId }) => traineeshipId))
}

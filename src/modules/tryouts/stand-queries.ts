import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { TraineeshipId } from '../../kernel/types.ts'
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

import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'

export { type Competence, labelOf } from './framework.ts'
export { type DeficitRow, deficitsOf, frameworkHere } from './store.ts'
export { deficitsHere, type Here, whether } from './whether.ts'

/** How the deficit that this column names stands, for a question of another module: `open`, `diagnosed` when another diagnosis has closed it, `closed`, `takenBack`. */
export const standOfDeficit = ({ territory }: Pick<Ctx, 'territory'>, deficit: RawBuilder<unknown>) =>
  sql<string | null>`(select case when d.closed_by = 'diagnosis' then 'diagnosed' else d.state end from deficits d
    where d.territory_id = ${territory.id} and d.id = ${deficit})`

/** What it is: its competence and the person's own words. */
export const nameOfDeficit = ({ territory }: Pick<Ctx, 'territory'>, deficit: RawBuilder<unknown>) =>
  sql<{
    competenceId: string | null
    words: string | null
  } | null>`(select jsonb_build_object('competenceId', d.competence_id, 'words', d.words) from deficits d
    where d.territory_id = ${territory.id} and d.id = ${deficit})`

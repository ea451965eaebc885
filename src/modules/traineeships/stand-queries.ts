import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { isUnderWayIn } from './queries.ts'

/** How learning by a programme stands for a person since a day, for a question of another module: `done` when a traineeship was finished, `going`, `ahead`. */
export const standByProgramme = (
  { territory }: Pick<Ctx, 'territory'>,
  { programme, person, since }: Readonly<Record<'programme' | 'person' | 'since', RawBuilder<unknown>>>,
) =>
  sql<string>`(select case when bool_or(t.state = 'finished' and t.ended_on >= ${since}) then 'done' when bool_or(${isUnderWayIn(sql`t`)}) then 'going' else 'ahead' end
    from traineeships t where t.territory_id = ${territory.id} and t.programme_id = ${programme} and t.person_id = ${person})`

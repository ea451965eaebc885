import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { shortDate } from '../../kernel/dates.ts'
import type { Day, PersonId, PlanId } from '../../kernel/types.ts'
import type { LinkItem } from '../../ui/content.ts'
import { paths } from './paths.ts'

type Row = {
  readonly personId: PersonId
  readonly plan: PlanId
  readonly line: string
  readonly activity: string
  readonly startsOn: Day
}

/** The nearest activity of a plan in force that each of these people answers for. */
export async function activityOf(tx: Tx, ctx: Ctx, ids: readonly PersonId[]): Promise<Map<PersonId, readonly LinkItem[]>> {
  const { rows } = await sql<Row>`
    select distinct on (w.person_id) w.person_id, v.plan_id as plan, l.line_key as line, l.activity, l.starts_on
    from plan_line_people w join plan_lines l on l.territory_id = w.territory_id and l.id = w.line_id
      join plan_versions v on v.territory_id = l.territory_id and v.id = l.version_id and v.state = 'approved'
    where w.territory_id = ${ctx.territory.id} and w.person_id = any(${[...ids]}::uuid[]) and l.ends_on >= ${ctx.today}
    order by w.person_id, l.starts_on, l.position`.execute(tx)
  return new Map(
    rows.map(({ personId, plan, line, activity, startsOn }) => [
      personId,
      [{ href: paths.planLine({ territory: ctx.territory.code, plan, line }), label: `${shortDate(startsOn)}: ${activity}` }],
    ]),
  )
}

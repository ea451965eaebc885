import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Period } from '../../kernel/types.ts'

/**
 * Lines of the plans in force in each of their months of these days, as rows `plan_id, line_key, title, starts_on, month, held`: those ahead, and those that
 * were held. What was called off, and what was neither held nor lies ahead, is left out.
 */
export const linesToLearnBy = (
  { territory, today }: Pick<Ctx, 'territory' | 'today'>,
  { from, to }: Period,
): RawBuilder<unknown> => sql`(
  select v.plan_id, l.line_key, l.activity as title, greatest(l.starts_on, m.month::date) as starts_on, to_char(m.month, 'YYYY-MM') as month,
    coalesce(x.outcome = 'held', false) as held
  from plan_versions v
  join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id
  left join executions x on x.territory_id = v.territory_id and x.plan_id = v.plan_id and x.line_key = l.line_key
  cross join lateral generate_series(date_trunc('month', greatest(l.starts_on, ${from}::date)), least(coalesce(l.ends_on, l.starts_on), ${to}::date), '1 month') m(month)
  where v.territory_id = ${territory.id} and v.state = 'approved' and x.outcome is distinct from 'cancelled'
    and (x.outcome = 'held' or coalesce(l.ends_on, l.starts_on) >= ${today}::date and m.month >= date_trunc('month', ${today}::date)))`

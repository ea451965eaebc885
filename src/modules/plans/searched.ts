import { sql } from 'kysely'
import { longDate } from '../../kernel/dates.ts'
import type { Day, PlanId } from '../../kernel/types.ts'
import { type Counted, excerptOf, firstFound, foundIn, type Searched } from '../../kit/searched.ts'
import { nameOfSite } from '../sites/site-queries.ts'
import { paths } from './paths.ts'

type Row = Counted & {
  readonly plan: PlanId
  readonly line: string
  readonly activity: string
  readonly startsOn: Day | null
  readonly site: string | null
}

/** Lines of plans in force, whoever of the territory asks. */
export const searched: Searched = {
  place: 50,
  title: 'Мероприятия планов',
  async find(tx, ctx, asking) {
    const { rows } = await sql<Row>`
      select plan.id as plan, l.line_key as line, l.activity, l.starts_on, ${nameOfSite(ctx, sql`plan.site_id`)} as site, found.total
      from ${firstFound('plan', asking)} join plans plan on plan.territory_id = ${ctx.territory.id} and plan.id = found.thing_id
        join plan_versions v on v.territory_id = plan.territory_id and v.plan_id = plan.id and v.state = 'approved'
        join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id and l.line_key = found.part::uuid
      order by found.rank`.execute(tx)
    return foundIn(rows, ({ plan, line, activity, startsOn, site }) => ({
      href: paths.planLine({ territory: ctx.territory.code, plan, line }),
      name: excerptOf(activity, asking.question),
      more: [site, startsOn && longDate(startsOn)].filter(Boolean).join(', ') || null,
    }))
  },
}

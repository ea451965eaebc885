import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { contains, shortDate } from '../../kernel/dates.ts'
import { type PeriodKey, shortPeriodName } from '../../kernel/periods.ts'
import { counted } from '../../kernel/plural.ts'
import { ok, refuseRule } from '../../kernel/result.ts'
import type { Day, PersonId, PlanId, SiteId } from '../../kernel/types.ts'
import { initialsOf } from '../people/name-queries.ts'
import type { Leaving, standingOnPosts } from '../people/ports.ts'
import { recordOf } from '../people/queries.ts'
import { type StandingSite, standingSite } from '../sites/standing-queries.ts'
import { candidatesOf } from './store.ts'

type Line = {
  readonly planId: PlanId
  readonly siteId: SiteId
  readonly period: PeriodKey
  readonly from: Day
  readonly to: Day | null
  readonly lineId: string
  readonly lineKey: string
  readonly activity: string
  readonly day: Day
}
type Row = Line & { readonly site: string }

const keyOf = ({ planId }: Pick<Row, 'planId'>) => `plan-${planId}`

/** Lines to come, in every version that still counts, whose person will neither work at the site nor be appointed to it on their day. */
async function loose(tx: Tx, ctx: Ctx, { personId, endsOn, posts }: Leaving): Promise<Row[]> {
  const { rows } = await sql<Line>`
    select p.id as plan_id, p.site_id, p.period, p.starts_on as "from", p.ends_on as "to", l.id as line_id, l.line_key, l.activity, greatest(l.starts_on, ${endsOn}::date + 1) as day
    from plan_line_people w
      join plan_lines l on l.territory_id = w.territory_id and l.id = w.line_id
      join plan_versions v on v.territory_id = l.territory_id and v.id = l.version_id and v.state <> 'superseded'
      join plans p on p.territory_id = v.territory_id and p.id = v.plan_id
    where w.territory_id = ${ctx.territory.id} and w.person_id = ${personId} and coalesce(l.ends_on, l.starts_on) > ${endsOn}
      and not exists (select from executions x where x.territory_id = p.territory_id and x.plan_id = p.id and x.line_key = l.line_key)
    order by p.starts_on, p.id, l.position`.execute(tx)
  if (rows.length === 0) return []
  const { appointments } = await recordOf(tx, ctx, personId)
  const sites = new Map<SiteId, StandingSite | null>()
  for (const siteId of new Set(rows.map((row) => row.siteId))) sites.set(siteId, await standingSite(tx, ctx, siteId))
  const appointed = (siteId: SiteId, day: Day) =>
    appointments.some((one) => one.siteId === siteId && contains({ from: one.startsOn, to: one.endsOn }, day))
  return rows.flatMap((row) => {
    const { siteId, day } = row
    const site = sites.get(siteId)
    const posted = posts.filter((post) => contains(post, day))
    const held =
      posted.some((post) => site?.organisationIds.includes(post.organisationId)) || (posted.length > 0 && appointed(siteId, day))
    return held || !site ? [] : [{ ...row, site: site.name }]
  })
}

/** Lines of plans stand on the posts of the people who answer for them. */
export const linesOnPosts: Parameters<typeof standingOnPosts.plug>[0] = {
  async find(tx, ctx, leaving) {
    const plans = Map.groupBy(await loose(tx, ctx, leaving), ({ planId }) => planId)
    return [...plans.values()].flatMap((rows) => {
      const [first] = rows
      if (!first) return []
      const lines = new Map(rows.map((row) => [row.lineKey, row]))
      return [
        {
          key: keyOf(first),
          what: `план на ${shortPeriodName(first.period)}, ${first.site}: отвечает за ${counted(lines.size, 'мероприятие', 'мероприятия', 'мероприятий')}`,
          note: [...lines.values()].map(({ activity, day }) => `${activity} (${shortDate(day)})`).join('; '),
          mayHandOver: true,
        },
      ]
    })
  },
  async settle(tx, ctx, leaving, key, heir) {
    const rows = (await loose(tx, ctx, leaving)).filter((row) => keyOf(row) === key)
    const [first] = rows
    if (!first) return ok([])
    if (heir !== null && !(await mayAnswer(tx, ctx, first, heir)))
      return refuseRule('plan.unknownPerson', { field: `stands.${key}` })
    const territoryId = ctx.territory.id
    const lineIds = rows.map(({ lineId }) => lineId)
    await tx
      .deleteFrom('planLinePeople')
      .where((is) => is.and({ territoryId, personId: leaving.personId }))
      .where('lineId', 'in', lineIds)
      .execute()
    if (heir !== null)
      await tx
        .insertInto('planLinePeople')
        .values(lineIds.map((lineId) => ({ territoryId, lineId, personId: heir })))
        .onConflict((on) => on.doNothing())
        .execute()
    const nameOf = await initialsOf(tx, ctx, [leaving.personId, heir])
    return ok(
      [...new Map(rows.map((row) => [row.lineKey, row])).values()].map((row) =>
        handedOver(row, nameOf(leaving.personId), nameOf(heir)),
      ),
    )
  },
}

const mayAnswer = async (tx: Tx, ctx: Ctx, { siteId, ...within }: Row, heir: PersonId) =>
  (await candidatesOf(tx, ctx.territory.id, siteId, within)).some(({ id }) => id === heir)

const handedOver = ({ planId, siteId, lineKey, activity }: Row, was: string, now: string): Fact => ({
  kind: 'activity.handedOver',
  subjectId: planId,
  siteId,
  facts: { line: lineKey, activity, was, now: now || null },
})

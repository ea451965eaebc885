import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { shortPeriod } from '../../kernel/dates.ts'
import { academicYears, type PeriodKey, periodName, shortPeriodName, workingPeriod } from '../../kernel/periods.ts'
import type { Day, PlanId, SiteId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { formOfWork, planDivision } from '../../regulation/work/questions.ts'
import { Facts, nb, RowLink, StateTag, Table } from '../../ui/content.ts'
import { ButtonLink, Sheet } from '../../ui/frame.ts'
import { PlanFactChart, PlanFactLegend } from '../../ui/plan-fact-chart.tsx'
import { paths } from '../../web/paths.ts'
import type { OverviewPart, ShownSite } from '../sites/ports.ts'
import { type PlanFact, planFact } from './queries.ts'

/** An activity of the plan in force that nobody has reported on. */
type AheadLine = {
  readonly planId: PlanId
  readonly lineKey: string
  readonly activity: string
  readonly form: string | null
  readonly from: Day
  readonly to: Day
  readonly overdue: boolean
}

/** Activities of the plan in force that nobody has reported on: the missed ones first, then the nearest, six at most. */
async function aheadOf(tx: Tx, ctx: Ctx, siteId: SiteId): Promise<AheadLine[]> {
  const territoryId = ctx.territory.id
  const { rows } = await sql<AheadLine>`
    select p.id as plan_id, l.line_key, l.activity, l.form, l.starts_on as "from", l.ends_on as "to", l.ends_on < ${ctx.today}::date as overdue
    from plans p
      join plan_versions v on v.territory_id = p.territory_id and v.plan_id = p.id and v.state = 'approved'
      join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id and l.ends_on is not null
    where p.territory_id = ${territoryId} and p.site_id = ${siteId} and not exists
      (select 1 from executions e where e.territory_id = p.territory_id and e.plan_id = p.id and e.line_key = l.line_key)
    order by l.starts_on, l.position limit 6`.execute(tx)
  return rows
}
/** The plans of a site, the newest first. */
async function plansOfSite(tx: Tx, ctx: Ctx, siteId: SiteId): Promise<{ id: PlanId; period: PeriodKey }[]> {
  return tx
    .selectFrom('plans')
    .select(['id', 'period'])
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId }))
    .orderBy('startsOn', 'desc')
    .execute()
}

/** The plan of a site on its first page: against fact, and what of it is ahead. */
export async function planOnOverview(tx: Tx, ctx: Ctx, { site, regulation }: ShownSite): Promise<OverviewPart> {
  const term = { from: site.from, to: site.to }
  const { key } = workingPeriod(regulation ? planDivision(regulation) : academicYears, ctx.today, term)
  const [fact, ahead, plans] = await Promise.all([
    planFact(tx, ctx.territory.id, site.id, key, ctx.today),
    aheadOf(tx, ctx, site.id),
    plansOfSite(tx, ctx, site.id),
  ])
  return {
    deeds: <PlanButton ctx={ctx} plans={plans} period={key} />,
    above: <PlanSheet ctx={ctx} fact={fact} period={key} />,
    ...(ahead.length > 0 ? { below: <AheadSheet ctx={ctx} regulation={regulation} ahead={ahead} /> } : {}),
  }
}

/** Plan against fact of this period: a chart, the numbers, each opening the plan. */
function PlanSheet({ ctx, fact, period }: { ctx: Ctx; fact: PlanFact | null; period: PeriodKey }) {
  if (!fact || fact.tally.total === 0)
    return (
      <Sheet title={`План и факт, ${shortPeriodName(period)}`}>
        <p class="govuk-body">
          {nb(`Утверждённого плана на ${periodName(period)} ещё нет. Когда его утвердят, здесь будет видно, что проведено.`)}
        </p>
      </Sheet>
    )
  const { months, tally, planId } = fact
  const href = paths.plan({ territory: ctx.territory.code, plan: planId })
  const drawn = months
    .filter((month) => ![7, 8].includes(month.month) || month.planned > 0)
    .map(({ month, planned, held, overdue }) => ({ month, plan: planned, done: held, missed: overdue }))
  const isDrawn = drawn.some((month) => month.month === Number(ctx.today.slice(5, 7)))
  return (
    <Sheet title={`План и факт, ${shortPeriodName(period)}`} aside={<PlanFactLegend />}>
      <PlanFactChart id="plan-fact" months={drawn} today={isDrawn ? ctx.today : undefined} />
      <Facts
        facts={[
          { name: 'В плане', value: tally.total, href },
          { name: 'Проведено', value: tally.held, href },
          { name: 'Нет отметки', value: tally.overdue, href },
          { name: 'Отменено', value: tally.cancelled, href },
          { name: 'Впереди', value: tally.soon + tally.ahead, href },
        ]}
      />
    </Sheet>
  )
}

type AheadProps = { ctx: Ctx; regulation: Regulation | null; ahead: readonly AheadLine[] }

/** What of the plan is missed and what comes next. */
function AheadSheet({ ctx, regulation, ahead }: AheadProps) {
  const territory = ctx.territory.code
  return (
    <Sheet flush>
      <Table
        caption="Что впереди"
        rows={ahead}
        columns={[
          {
            title: 'Что впереди',
            cell: (one) => (
              <RowLink
                href={paths.planLine({ territory, plan: one.planId, line: one.lineKey })}
                name={one.activity}
                more={one.form && (regulation ? formOfWork(regulation, one.form).value?.label : null)}
              />
            ),
          },
          { title: 'Когда', cell: (one) => shortPeriod(one) },
          {
            title: 'Состояние',
            cell: (one) =>
              one.overdue ? <StateTag tone="wait" word="Нет отметки" /> : <StateTag tone="calm" icon="next" word="Впереди" />,
          },
        ]}
      />
    </Sheet>
  )
}

type PlanButtonProps = { ctx: Ctx; plans: Awaited<ReturnType<typeof plansOfSite>>; period: PeriodKey }
function PlanButton({ ctx, plans, period }: PlanButtonProps) {
  const territory = ctx.territory.code
  const plan = plans.find((one) => one.period === period) ?? plans[0]
  if (!plan) return <ButtonLink href={paths.plans({ territory })}>Открыть планы</ButtonLink>
  return <ButtonLink href={paths.plan({ territory, plan: plan.id })}>{`Открыть план ${shortPeriodName(plan.period)}`}</ButtonLink>
}

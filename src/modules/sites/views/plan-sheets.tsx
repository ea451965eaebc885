import type { Ctx } from '../../../authz/ctx.ts'
import { academicYearName, shortPeriod, workingYearOf } from '../../../kernel/dates.ts'
import { formOfWork } from '../../../regulation/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { Facts } from '../../../ui/facts.tsx'
import { nb } from '../../../ui/nb.ts'
import { PlanFactChart, PlanFactLegend } from '../../../ui/plan-fact-chart.tsx'
import { RowList } from '../../../ui/row-list.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { RowLink, Table } from '../../../ui/table.tsx'
import { StateTag } from '../../../ui/tag.tsx'
import { paths } from '../../../web/paths.ts'
import type { PlanFact } from '../../plans/queries.ts'
import type { Surroundings } from '../overview.ts'
import { reportStateWords } from '../texts.ts'

/** Plan against fact of this academic year: a chart, the numbers, each opening the plan. */
export function PlanSheet({ ctx, planFact }: { ctx: Ctx; planFact: PlanFact | null }) {
  const year = academicYearName(workingYearOf(ctx.today))
  if (!planFact || planFact.tally.total === 0)
    return (
      <Sheet title={`План и факт, ${year}`}>
        <p class="govuk-body">
          {nb(`Утверждённого плана на ${year} учебный год ещё нет. Когда его утвердят, здесь будет видно, что проведено.`)}
        </p>
      </Sheet>
    )
  const { months, tally, planId } = planFact
  const href = paths.plan({ territory: ctx.territory.code, plan: planId })
  const drawn = months
    .filter((month) => ![7, 8].includes(month.month) || month.planned > 0)
    .map(({ month, planned, held, overdue }) => ({ month, plan: planned, done: held, missed: overdue }))
  const isDrawn = drawn.some((month) => month.month === Number(ctx.today.slice(5, 7)))
  return (
    <Sheet title={`План и факт, ${year}`} aside={<PlanFactLegend />}>
      <PlanFactChart id="plan-fact" months={drawn} today={isDrawn ? ctx.today : undefined} />
      <Facts
        facts={[
          { name: 'В плане', value: tally.total, href },
          { name: 'Проведено', value: tally.held, href },
          { name: 'Не проведено', value: tally.overdue + tally.cancelled, href },
          { name: 'Впереди', value: tally.soon + tally.ahead, href },
        ]}
      />
    </Sheet>
  )
}

type AheadProps = { ctx: Ctx; regulation: Regulation | null; ahead: Surroundings['ahead'] }

/** What of the plan is missed and what comes next. */
export function AheadSheet({ ctx, regulation, ahead }: AheadProps) {
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
              one.overdue ? <StateTag tone="late" word="Ждёт отметки" /> : <StateTag tone="calm" icon="next" word="Впереди" />,
          },
        ]}
      />
    </Sheet>
  )
}

/** Reports of the site and how they stand. */
export function ReportsSheet({ ctx, reports }: { ctx: Ctx; reports: Surroundings['reports'] }) {
  const territory = ctx.territory.code
  return (
    <Sheet
      title="Отчёты"
      aside={
        <a class="govuk-link pl-small" href={paths.reports({ territory })}>
          Отчёты всех площадок
        </a>
      }
    >
      {reports.length === 0 ? (
        <p class="govuk-body pl-small">Отчётов пока нет: отчёт собирается из плана и отметок о проведении.</p>
      ) : (
        <RowList
          small
          rows={reports.map((one) => (
            <p>
              <a class="govuk-link" href={paths.report({ territory, report: one.id })}>
                {nb(`За ${academicYearName(one.academicYear)} учебный год`)}
              </a>
              {`: ${reportStateWords[one.state]}`}
            </p>
          ))}
        />
      )}
    </Sheet>
  )
}

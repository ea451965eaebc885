import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { type PeriodKey, periodName } from '../../kernel/periods.ts'
import type { ReportId } from '../../kernel/types.ts'
import { RowList, TextLink } from '../../ui/content.ts'
import { Sheet } from '../../ui/frame.ts'
import { paths } from '../../web/paths.ts'
import type { OverviewPart, ShownSite } from '../sites/ports.ts'
import type { ReportState } from './model.ts'

type ReportOfSite = { readonly id: ReportId; readonly period: PeriodKey; readonly state: ReportState }

/** Reports of a site on its first page, and how they stand. */
export async function reportsOnOverview(tx: Tx, ctx: Ctx, { site }: ShownSite): Promise<OverviewPart> {
  const { rows } = await sql<ReportOfSite>`
    select id, period, state from reports where territory_id = ${ctx.territory.id} and site_id = ${site.id}
    order by starts_on desc`.execute(tx)
  return { aside: <ReportsSheet ctx={ctx} reports={rows} /> }
}

const reportStateWords = {
  draft: 'собирается',
  submitted: 'отправлен',
  returned: 'возвращён с замечаниями',
  accepted: 'принят',
} as const

function ReportsSheet({ ctx, reports }: { ctx: Ctx; reports: readonly ReportOfSite[] }) {
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
              <TextLink href={paths.report({ territory, report: one.id })}>{`За ${periodName(one.period)}`}</TextLink>
              {`: ${reportStateWords[one.state]}`}
            </p>
          ))}
        />
      )}
    </Sheet>
  )
}

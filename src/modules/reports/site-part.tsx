import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { capital } from '../../kernel/names.ts'
import type { ReportId, SiteId } from '../../kernel/types.ts'
import { nb, RowList, TextLink } from '../../ui/content.ts'
import { Sheet } from '../../ui/frame.ts'
import { paths } from '../../web/paths.ts'
import type { OverviewPart, ShownSite } from '../sites/ports.ts'
import { ofReport, type ReportOf, type ReportState } from './model.ts'

type ReportOfSite = ReportOf & { readonly id: ReportId; readonly state: ReportState }

/** Reports of a site on its first page, and how they stand. */
export async function reportsOnOverview(tx: Tx, ctx: Ctx, { site, subject }: ShownSite): Promise<OverviewPart> {
  const { rows } = await sql<ReportOfSite>`
    select id, period, title, practice, state from reports where territory_id = ${ctx.territory.id} and site_id = ${site.id}
    order by starts_on desc`.execute(tx)
  return { aside: <ReportsSheet ctx={ctx} site={site.id} reports={rows} opens={may(ctx, 'report.view', subject)} /> }
}

const reportStateWords = {
  draft: 'собирается',
  submitted: 'отправлен',
  returned: 'возвращён с замечаниями',
  accepted: 'принят',
} as const

type SheetProps = { ctx: Ctx; site: SiteId; reports: readonly ReportOfSite[]; opens: boolean }

/** Who may not read a report knows that there is one, and how it stands. */
function ReportsSheet({ ctx, site, reports, opens }: SheetProps) {
  const territory = ctx.territory.code
  return (
    <Sheet
      title="Отчёты"
      aside={
        <a class="govuk-link pl-small" href={paths.siteReports({ territory, site })}>
          Все отчёты площадки
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
              {opens ? (
                <TextLink href={paths.report({ territory, report: one.id })}>{capital(ofReport(one))}</TextLink>
              ) : (
                nb(capital(ofReport(one)))
              )}
              {`: ${reportStateWords[one.state]}`}
            </p>
          ))}
        />
      )}
    </Sheet>
  )
}

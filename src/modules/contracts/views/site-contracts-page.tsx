import { shortDate } from '../../../kernel/dates.ts'
import { pageColumns } from '../../../kit/list/columns.tsx'
import type { ThingRequest } from '../../../kit/thing.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { SubmitButton } from '../../../ui/buttons.tsx'
import { Clause } from '../../../ui/clause.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import type { StandingSite } from '../../sites/standing-queries.ts'
import { ContractFields, startContract } from '../deeds/write.tsx'
import { columnsOf } from '../list.tsx'
import type { ContractRow } from '../queries.ts'
import { asksContract } from '../rules.ts'
import { usualSubject, usualTerms } from '../wording.ts'

type SiteContractsProps = { site: StandingSite; request: ThingRequest; rows: readonly ContractRow[] }

/** The contracts of one site, and the form to begin another. */
export function SiteContractsPage({ site, request: { ctx, form }, rows }: SiteContractsProps) {
  const at = { territory: ctx.territory.code, site: site.id }
  const clause = asksContract(site.regulation).basis?.clause
  const { from, to } = site.standing
  const usual = {
    number: '',
    subject: usualSubject(site.theme),
    terms: usualTerms(site.regulation),
    startsOn: shortDate([from, ctx.today].sort()[1]!),
    endsOn: to === null ? '' : shortDate(to),
  }
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.sites(at), label: 'Площадки' },
          { href: paths.siteStatus(at), label: `Статус: ${site.name}` },
        ]}
      />
      <ErrorSummary outcome="Договор не начат" form={form} />
      <PageHead
        title="Договоры площадки"
        more={site.name}
        line={clause ? [<Clause number={clause} href={clauseHref(ctx.territory.code, clause)} />] : undefined}
      />
      <Columns kind="form">
        {rows.length > 0 ? (
          <Sheet flush>
            <Table caption="Договоры" columns={pageColumns(columnsOf(ctx, false), () => undefined)} rows={rows} />
          </Sheet>
        ) : (
          <Sheet>
            <p class="govuk-body">{nb('Договора с оператором ещё нет.')}</p>
          </Sheet>
        )}
        {startContract.offered(ctx, site) && (
          <Sheet title="Начать договор">
            <Form action={paths.siteContracts(at)} guard>
              <ContractFields form={form} initial={usual} />
              <SubmitButton>Начать договор</SubmitButton>
            </Form>
          </Sheet>
        )}
      </Columns>
    </>
  )
}

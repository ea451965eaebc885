import { pageColumns } from '../../../kit/list/columns.tsx'
import { OpeningSheet } from '../../../kit/opening-sheet.tsx'
import type { ThingPage } from '../../../kit/thing.ts'
import { nb, Table } from '../../../ui/content.ts'
import { Breadcrumbs, Columns, ErrorSummary, PageHead, Sheet } from '../../../ui/frame.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import type { StandingSite } from '../../sites/standing-queries.ts'
import { startContract } from '../deeds/write.ts'
import { columnsOf, noContracts, sitesLink } from '../list.tsx'
import { paths } from '../paths.ts'
import { contractsOfSite } from '../queries.ts'
import { asksContract } from '../rules.ts'

/** The contracts of one site, and the form to begin another. */
export const siteContractsPage: ThingPage<StandingSite> = async (site, request) => {
  const { ctx, tx, form } = request
  const at = { territory: ctx.territory.code, site: site.id }
  const { value, basis } = asksContract(site.regulation)
  if (!value) return noContracts(ctx, { href: paths.site(at), label: site.name })
  const rows = await contractsOfSite(tx, ctx, site.id)
  const table = <Table caption="Договоры" columns={pageColumns(columnsOf(ctx, false), () => undefined)} rows={rows} />
  const body = (
    <>
      <Breadcrumbs links={[sitesLink(ctx), { href: paths.siteStatus(at), label: `Статус: ${site.name}` }]} />
      <ErrorSummary outcome="Договор не начат" form={form} />
      <PageHead title="Договоры площадки" more={site.name} line={[clauseLink(ctx, basis?.clause)]} />
      <Columns kind="form">
        <Sheet flush={rows.length > 0}>
          {rows.length > 0 ? table : <p class="govuk-body">{nb('Договора с оператором ещё нет.')}</p>}
        </Sheet>
        <OpeningSheet of={startContract} held={site} request={request} />
      </Columns>
    </>
  )
  return { title: `Договоры: ${site.name}`, section: 'sites', body }
}

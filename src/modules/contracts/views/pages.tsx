import { keptFile } from '../../../files/store.ts'
import { longDate, longPeriod } from '../../../kernel/dates.ts'
import { type CaseShown, casePage, papersOf } from '../../../kit/case-page.tsx'
import { deedPage } from '../../../kit/deed-page.tsx'
import { DeedSheets, variant } from '../../../kit/deed-sheets.tsx'
import { pageColumns } from '../../../kit/list/columns.tsx'
import { OpeningSheet } from '../../../kit/opening-sheet.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { asksContract } from '../../../regulation/status/questions.ts'
import { nb, StateTag, SummaryList, Table } from '../../../ui/content.ts'
import { Breadcrumbs, Columns, ErrorSummary, Notice, PageHead, Sheet } from '../../../ui/frame.ts'
import { partiesOf } from '../../organisations/party-queries.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import type { StandingSite } from '../../sites/standing-queries.ts'
import { contracts, type OpenContract, signaturesOf } from '../case.ts'
import { addScan, editContract, endContract, signContract, startContract, takeBackContract } from '../deeds.ts'
import { columnsOf, noContracts, sitesLink } from '../list.tsx'
import { paths } from '../paths.ts'
import { contractsOfSite } from '../queries.ts'
import { sides, standingOn } from '../rules.ts'
import { contractTitle, sideNames, standings } from '../texts.ts'

async function load({ one }: OpenContract, { ctx, tx }: ThingRequest) {
  const [operator] = await partiesOf(tx, ctx, [one.operatorOrganisationId], ctx.today)
  const nameOf = await initialsOf(tx, ctx, [one.siteSignedBy, one.operatorSignedBy])
  return { operator, nameOf, file: await keptFile(tx, ctx, one.fileId) }
}
type Shown = CaseShown<OpenContract, Awaited<ReturnType<typeof load>>>

/** Each side signs on a sheet of its own. */
const signing = sides.toReversed().map((side) => variant(signContract, { chosen: { side }, ...sideNames[side].sheet }))

/** A contract: parties, text, period, who has signed, and what this person may do. */
export const contractPage = casePage({
  section: 'sites',
  load,
  crumbs: ({ ctx, site }: Shown) => [
    { href: paths.siteStatus({ territory: ctx.territory.code, site: site.id }), label: `Статус: ${site.name}` },
    { href: paths.siteContracts({ territory: ctx.territory.code, site: site.id }), label: 'Договоры площадки' },
  ],
  changed: 'Пока вы смотрели, договор изменился. Прочитайте его снова',
  title: ({ one }) => contractTitle(one.number),
  more: ({ site }) => site.name,
  line: ({ one, site, ctx }) => [
    <StateTag {...standings[standingOn(one, ctx.today)]} />,
    clauseLink(ctx, asksContract(site.regulation).basis?.clause),
  ],
  tools: ({ ctx, one }) =>
    papersOf('Скачать', (format) => paths.contractDocument({ territory: ctx.territory.code, contract: one.id, format })),
  sheets: (shown) => (
    <>
      {shown.one.endedOn && (
        <Notice tone="late" title={`Расторгнут, последний день — ${longDate(shown.one.endedOn)}`}>
          <p class="govuk-body">{nb(shown.one.endReason ?? '')}</p>
        </Notice>
      )}
      <TextSheet {...shown} />
    </>
  ),
  aside: {
    label: 'Подписи и что сделать',
    sheets: (shown) => (
      <>
        <SignaturesSheet {...shown} />
        <DeedSheets {...shown} deeds={[editContract, ...signing, takeBackContract, addScan, endContract]} />
      </>
    ),
  },
})

function TextSheet({ one, site, operator, file, ctx }: Shown) {
  const written = (text: string) => <span class="pl-pre">{text || 'ещё не написано'}</span>
  const scan = file && (
    <a class="govuk-link" href={paths.contractFile({ territory: ctx.territory.code, contract: one.id, file: file.id })}>
      {nb(file.name)}
    </a>
  )
  return (
    <Sheet title="Договор">
      <SummaryList
        rows={[
          { key: 'Оператор', value: operator?.fullName ?? '' },
          { key: 'Площадка', value: site.fullNames.join('; ') },
          { key: 'Срок', value: longPeriod({ from: one.startsOn, to: one.endsOn }) },
          { key: 'О чём', value: written(one.subject) },
          { key: 'Права и обязанности сторон', value: written(one.terms) },
          scan && { key: 'Подписанный лист', value: scan },
        ]}
      />
    </Sheet>
  )
}

function SignaturesSheet({ one, nameOf }: Shown) {
  const signatures = signaturesOf(one)
  const rows = sides.map((side) => {
    const signed = signatures[side]
    const { name, unsigned } = sideNames[side]
    return { key: name, value: signed ? `${nameOf(signed.by)}, ${longDate(signed.on)}` : unsigned }
  })
  return (
    <Sheet title="Подписи сторон">
      <SummaryList rows={rows} />
    </Sheet>
  )
}

/** The text of a contract that is being prepared. */
export const editPage = deedPage(contracts, editContract, {
  section: 'sites',
  title: 'Текст договора',
  more: ({ site }) => site.name,
  way: ({ territory }, { one, site }) => [
    { href: paths.siteContracts({ territory: territory.code, site: site.id }), label: `Договоры: ${site.name}` },
    { href: paths.contract({ territory: territory.code, contract: one.id }), label: contractTitle(one.number) },
  ],
  outcome: 'Договор не сохранён',
  changed: 'договор изменил другой человек',
  buttons: { offer: 'Сохранить и отправить на подпись', save: 'Сохранить' },
  leave: 'Не сохранять',
})

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

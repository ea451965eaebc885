import type { Ctx } from '../../authz/ctx.ts'
import { localTime } from '../../kernel/clock.ts'
import { shortDate } from '../../kernel/dates.ts'
import { type Column, day, inFile, onPage, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { ButtonLink } from '../../ui/buttons.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RowLink } from '../../ui/table.tsx'
import { StateTag } from '../../ui/tag.tsx'
import { paths } from './paths.ts'
import { allCases, type CaseRow } from './queries.ts'
import { dayNames, kindNames, proposerNames, states } from './texts.ts'

function columnsOf({ territory: { code: territory, timeZone } }: Ctx): Column<CaseRow>[] {
  const pageOf = (row: CaseRow) => paths.statusCase({ territory, case: row.id })
  const startedOn = (row: CaseRow) => localTime(row.startedAt, timeZone).day
  return [
    text(
      'Дело',
      (row) => kindNames[row.kind],
      (row) => <RowLink href={pageOf(row)} name={kindNames[row.kind]} more={row.siteName} />,
    ),
    text('Площадка', (row) => row.siteName, inFile),
    text(
      'Состояние',
      (row) => states[row.state].word,
      (row) => <StateTag {...states[row.state]} />,
    ),
    day(
      'День',
      (row) => row.onDay,
      (row) => `${dayNames[row.kind]}: ${shortDate(row.onDay)}`,
    ),
    onPage('Открыто', (row) => `${shortDate(startedOn(row))}, ${proposerNames[row.proposedBy]}`),
    day('Открыто', startedOn, inFile),
    text('Предложил', (row) => proposerNames[row.proposedBy], inFile),
  ]
}

/** Everything being decided about statuses, what is open first. */
export const caseList = list({
  path: paths.statusCases,
  permits: 'statusCase.view',
  title: 'Дела о статусе',
  section: 'sites',
  name: ({ ctx }) => `status-cases-${ctx.territory.code}`,
  nouns: ['дело', 'дела', 'дел'],
  rows: ({ tx, ctx }) => allCases(tx, ctx),
  columns: ({ ctx }) => columnsOf(ctx),
  empty: ({ where: { ctx } }) => ({
    title: 'Дел пока нет',
    text: 'Дело открывают на странице площадки, в её разделе «Статус».',
    actions: <ButtonLink href={paths.sites({ territory: ctx.territory.code })}>Открыть площадки</ButtonLink>,
  }),
  head: ({ where: { ctx } }) => (
    <>
      <Breadcrumbs links={[{ href: paths.sites({ territory: ctx.territory.code }), label: 'Площадки' }]} />
      <PageHead title="Дела о статусе" more="Продление, приостановка, возобновление и прекращение: от предложения до приказа." />
    </>
  ),
})

import type { Ctx } from '../../authz/ctx.ts'
import { localTime } from '../../kernel/clock.ts'
import { shortDate } from '../../kernel/dates.ts'
import { type Column, day, inFile, onPage, opens, state, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { paths } from './paths.ts'
import { allCases, type CaseRow } from './queries.ts'
import { dayNames, kindNames, proposerNames, states } from './texts.ts'

function columnsOf({ territory: { code: territory, timeZone } }: Ctx): Column<CaseRow>[] {
  const startedOn = (row: CaseRow) => localTime(row.startedAt, timeZone).day
  return [
    opens(
      'Дело',
      (row) => kindNames[row.kind],
      (row) => paths.statusCase({ territory, case: row.id }),
      (row) => row.siteName,
    ),
    text('Площадка', (row) => row.siteName, inFile),
    state('Состояние', (row) => states[row.state]),
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
    action: { href: paths.sites({ territory: ctx.territory.code }), label: 'Открыть площадки' },
  }),
  intro: 'Продление, приостановка, возобновление и прекращение: от предложения до решения.',
  way: ({ ctx }) => [{ href: paths.sites({ territory: ctx.territory.code }), label: 'Площадки' }],
})

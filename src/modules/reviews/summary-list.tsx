import type { Ctx } from '../../authz/ctx.ts'
import { type Column, inFile, number, onPage, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { workDirections } from '../../regulation/work/questions.ts'
import { RowLink, Second, StateTag } from '../../ui/content.ts'
import { callById } from '../calls/queries.ts'
import { directionNames } from '../calls/rules.ts'
import { regulationById } from '../regulation/queries.ts'
import { reviewedCalls } from './case.ts'
import { recommendations, type SummaryReview, type SummaryRow } from './model.ts'
import { paths } from './paths.ts'
import { summaryOf } from './queries.ts'
import { type SummaryOrder, sortedRows, summaryOrders } from './summary-rules.ts'
import { percent, recommendationNames, recommendationWords, spreadWords, stateNames } from './wording.ts'

const expertLine = ({ expert, total, state, isExtra, fromPaper }: SummaryReview) =>
  `${expert}${isExtra ? ', доп.' : ''}: ${state === 'sent' ? percent(total) : stateNames[state].toLowerCase()}${fromPaper ? ', с бумаги' : ''}`

const fromTop = (sort: SummaryOrder) => ({ sort, highestFirst: true })

type Kept = Readonly<Record<string, string | null>>

function columnsOf(ctx: Ctx, { call, rows, directions }: Loaded, kept: Kept): Column<SummaryRow>[] {
  const at = { territory: ctx.territory.code, call: call.id }
  const nameCell = (row: SummaryRow) => (
    <RowLink
      href={paths.applicationReviews({ territory: at.territory, application: row.applicationId })}
      name={`№ ${row.number}. ${row.theme}`}
    />
  )
  const spreadCell = ({ figures, wide }: SummaryRow) =>
    wide ? <StateTag tone="late" word={spreadWords(figures.spread)} /> : spreadWords(figures.spread)
  const reasonsCell = (row: SummaryRow) =>
    row.figures.sent > 0 && (
      <a
        class="govuk-link"
        href={`${paths.callSummary(at, { ...kept, open: row.applicationId })}#reasons`}
        aria-label={`Обоснования, заявка № ${row.number}`}
      >
        Обоснования
      </a>
    )
  const expert = (at: number): Column<SummaryRow>[] => [
    text(`Эксперт ${at + 1}`, ({ reviews }) => reviews[at]?.expert, inFile),
    number(`Итог ${at + 1}, %`, ({ reviews }) => reviews[at]?.total, inFile),
    text(`Рекомендация ${at + 1}`, ({ reviews }) => nameOf(reviews[at]), inFile),
  ]
  const most = Math.max(0, ...rows.map(({ reviews }) => reviews.length))
  return [
    onPage('Заявка', nameCell, { sort: 'number' }),
    number('№', (row) => row.number, inFile),
    text('Организации', (row) => row.organisations, undefined, { sort: 'organisation' }),
    text('Тема', (row) => row.theme, inFile),
    text('Направление', ({ direction }) => direction && directionNames([direction], directions)[0], inFile),
    onPage('Эксперты', ({ reviews }) => (reviews.length === 0 ? '' : reviews.map((one) => <Second>{expertLine(one)}</Second>))),
    number('Заключений', (row) => row.figures.sent, inFile),
    number(
      'Медиана, %',
      (row) => row.figures.median,
      ({ figures }) => percent(figures.median),
      fromTop('median'),
    ),
    number(
      'Среднее, %',
      (row) => row.figures.mean,
      ({ figures }) => percent(figures.mean),
      fromTop('mean'),
    ),
    number('Разница оценок, п. п.', (row) => row.figures.spread, spreadCell, { short: 'Разница', ...fromTop('spread') }),
    text('Больше допустимой', (row) => (row.wide ? 'да' : 'нет'), inFile),
    onPage('Рекомендации', recommendationWords),
    ...recommendations.map((code) =>
      number<SummaryRow>(recommendationNames[code], (row) => row.figures.recommendations[code], inFile),
    ),
    ...Array.from({ length: most }, (_, at) => expert(at)).flat(),
    onPage('Обоснования', reasonsCell, { quiet: true }),
  ]
}

const nameOf = (review: SummaryReview | undefined): string | null =>
  review?.recommendation ? recommendationNames[review.recommendation] : null

async function load({ ctx, tx, params }: AtTerritory<typeof paths.callSummary.pattern>) {
  const call = await callById(tx, ctx, params.call)
  if (!call) return null
  const stored = await regulationById(tx, ctx.territory.id, call.regulationId, ctx.today)
  return { call, ...(await summaryOf(tx, ctx, call)), directions: workDirections(stored?.regulation) }
}
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>

/** The whole call in one table, one line for an application; the file has as many columns of experts as the widest one. */
export const summaryList = list({
  path: paths.callSummary,
  permits: 'review.summary',
  subject: reviewedCalls.subject,
  title: 'Сводка экспертизы',
  name: 'svodka-ekspertizy',
  nouns: ['заявка', 'заявки', 'заявок'],
  size: 2000,
  sorts: summaryOrders,
  twoWays: true,
  load,
  rows: ({ loaded }, { sort, down }) => readyRows(sortedRows(loaded.rows, sort, down)),
  rowId: (row) => `a-${row.number}`,
  columns: ({ ctx, loaded }, { sort, down }) =>
    columnsOf(ctx, loaded, { sort: sort === 'number' ? null : sort, down: down ? 'yes' : null }),
  empty: () => ({
    title: 'Заявок для экспертизы нет',
    text: 'Сводка появится, когда заявки пройдут проверку документов и эксперты отправят заключения.',
  }),
})

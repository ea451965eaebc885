import type { Ctx } from '../../../authz/ctx.ts'
import { counted } from '../../../kernel/plural.ts'
import type { ReviewId } from '../../../kernel/types.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Sheet, Stack } from '../../../ui/sheet.tsx'
import { type Column, RowLink, Second, Table } from '../../../ui/table.tsx'
import { StateTag } from '../../../ui/tag.tsx'
import { paths } from '../../../web/paths.ts'
import type { Call, ReviewCriterion } from '../../calls/model.ts'
import type { SummaryQuery } from '../forms.ts'
import type { CallSummary, ReviewText, Score, SummaryReview, SummaryRow } from '../model.ts'
import { medianOf } from '../rules.ts'
import { type SummaryOrder, sortedRows } from '../summary-rules.ts'
import { percent, points, recommendationWords, spreadWords, stateNames } from '../wording.ts'
import { CallParts } from './call-parts.tsx'
import { WrittenReview } from './review-parts.tsx'

export type Reasons = readonly (ReviewText & { readonly expertId: string; readonly total: number })[]

type SummaryPageProps = {
  ctx: Ctx
  call: Call
  summary: CallSummary
  query: SummaryQuery
  /** Reasons of the application that is opened. */
  reasons: Reasons
  /** Scores by the criterion that is opened. */
  scores: ReadonlyMap<ReviewId, Score> | null
}

/** The whole call in one table: totals of every expert, where they part, what they recommend; reasons open on demand. (R-31) */
export function SummaryPage(props: SummaryPageProps) {
  const { ctx, call, summary, query } = props
  const at = { territory: ctx.territory.code, call: call.id }
  const rows = sortedRows(summary.rows, query.sort, query.down)
  const opened = rows.find(({ applicationId }) => applicationId === query.open)
  const criterion = call.criteria.find(({ code }) => code === query.criterion)
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.calls(at), label: 'Приём заявок' },
          { href: paths.call(at), label: call.title },
        ]}
      />
      <PageHead
        kicker={call.title}
        title="Сводка экспертизы"
        more="Итог заключения — взвешенная сумма баллов в процентах от наибольшей возможной. Медиана устойчивее среднего, если одна оценка выбивается."
        tools={[{ href: paths.callSummaryCsv(at), label: 'Скачать таблицу', icon: 'download' }]}
      />
      <CallParts ctx={ctx} call={call} part="summary" />
      {rows.length === 0 ? (
        <Empty picture="paper" title="Заявок для экспертизы нет">
          <p>{nb('Сводка появится, когда заявки пройдут проверку документов и эксперты отправят заключения.')}</p>
        </Empty>
      ) : (
        <Stack>
          <Figures summary={summary} />
          {opened && <OpenedReasons {...props} row={opened} />}
          {criterion && props.scores && <ByCriterion ctx={ctx} rows={rows} criterion={criterion} scores={props.scores} />}
          <Criteria {...props} />
          <Sheet flush>
            <Table
              caption="Заявки и оценки экспертов"
              columns={columnsOf(ctx, call, query)}
              rows={rows}
              rowId={(row) => `a-${row.number}`}
            />
          </Sheet>
        </Stack>
      )}
    </>
  )
}

function Figures({ summary: { rows, spreadLimit } }: { summary: CallSummary }) {
  const medians = rows.flatMap(({ figures }) => (figures.median === null ? [] : [figures.median]))
  const done = rows.filter(({ state }) => state !== 'admitted' && state !== 'underReview').length
  return (
    <Facts
      facts={[
        { name: 'Заявок', value: rows.length },
        { name: 'Экспертиза закончена', value: done },
        { name: `Разошлись больше чем на ${spreadLimit} п. п.`, value: rows.filter(({ wide }) => wide).length },
        { name: 'Медиана по приёму', value: percent(medianOf(medians)) },
      ]}
    />
  )
}

/** Links that open the reasons by one criterion. */
function Criteria({ ctx, call, query }: SummaryPageProps) {
  const at = { territory: ctx.territory.code, call: call.id }
  if (call.criteria.length === 0) return null
  return (
    <Sheet title="Обоснования по критерию">
      <ul class="govuk-list">
        {call.criteria.map(({ code, title, weight }) => (
          <li>
            <a class="govuk-link" href={`${paths.callSummary(at, { ...kept(query), criterion: code })}#criterion`}>
              {nb(title)}
            </a>{' '}
            <span class="pl-quiet">{nb(`вес ${points(weight)}`)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

const kept = ({ sort, down }: SummaryQuery) => ({ sort: sort === 'number' ? null : sort, down: down ? 'yes' : null })

function columnsOf(ctx: Ctx, call: Call, query: SummaryQuery): Column<SummaryRow>[] {
  const at = { territory: ctx.territory.code, call: call.id }
  const sort = (order: SummaryOrder): Column<SummaryRow>['sort'] => {
    const now = query.sort === order
    // Figures are looked at from the highest, names and numbers from the first.
    const down = now ? !query.down : order !== 'number' && order !== 'organisation'
    return {
      href: paths.callSummary(at, { sort: order, down: down ? 'yes' : null }),
      now: now ? (query.down ? 'descending' : 'ascending') : undefined,
    }
  }
  return [
    {
      title: 'Заявка',
      sort: sort('number'),
      cell: (row) => (
        <RowLink
          href={paths.applicationReviews({ territory: at.territory, application: row.applicationId })}
          name={`№ ${row.number}. ${row.theme}`}
        />
      ),
    },
    { title: 'Организации', sort: sort('organisation'), cell: (row) => row.organisations },
    { title: 'Эксперты', cell: (row) => (row.reviews.length === 0 ? '' : row.reviews.map(expertLine)) },
    { title: 'Медиана', numeric: true, sort: sort('median'), cell: ({ figures }) => percent(figures.median) },
    { title: 'Среднее', numeric: true, sort: sort('mean'), cell: ({ figures }) => percent(figures.mean) },
    { title: 'Разница', numeric: true, sort: sort('spread'), cell: spreadCell },
    { title: 'Рекомендации', cell: recommendationWords },
    {
      title: 'Обоснования',
      quiet: true,
      cell: (row) =>
        row.figures.sent > 0 && (
          <a
            class="govuk-link"
            href={`${paths.callSummary(at, { ...kept(query), open: row.applicationId })}#reasons`}
            aria-label={`Обоснования, заявка № ${row.number}`}
          >
            Обоснования
          </a>
        ),
    },
  ]
}

const expertLine = ({ expert, total, state, isExtra, fromPaper }: SummaryReview) => (
  <Second>
    {`${expert}${isExtra ? ', доп.' : ''}: ${state === 'sent' ? percent(total) : stateNames[state].toLowerCase()}${fromPaper ? ', с бумаги' : ''}`}
  </Second>
)

const spreadCell = ({ figures, wide }: SummaryRow) =>
  wide ? <StateTag tone="late" word={spreadWords(figures.spread)} /> : spreadWords(figures.spread)

/** Every reason of one application, expert by expert. */
function OpenedReasons({ ctx, call, query, reasons, row }: SummaryPageProps & { row: SummaryRow }) {
  const at = { territory: ctx.territory.code, call: call.id }
  const nameOf = new Map<string, string>(row.reviews.map(({ expertId, expert }) => [expertId, expert]))
  return (
    <Sheet
      id="reasons"
      title={`Обоснования: заявка № ${row.number}`}
      aside={
        <a class="govuk-link" href={`${paths.callSummary(at, kept(query))}#a-${row.number}`}>
          Закрыть
        </a>
      }
    >
      <p>{nb(`${row.theme}. ${row.organisations}`)}</p>
      {reasons.map(({ expertId, total, ...text }) => (
        <section class="pl-gap">
          <h3 class="govuk-heading-s">{nb(nameOf.get(expertId) ?? '')}</h3>
          <WrittenReview criteria={call.criteria} text={text} total={total} />
        </section>
      ))}
    </Sheet>
  )
}

type ByCriterionProps = {
  ctx: Ctx
  rows: readonly SummaryRow[]
  criterion: ReviewCriterion
  scores: ReadonlyMap<ReviewId, Score>
}

/** One criterion across the call: what each expert gave and why. */
function ByCriterion({ ctx, rows, criterion, scores }: ByCriterionProps) {
  const judged = rows.filter(({ reviews }) => reviews.some(({ id }) => scores.has(id)))
  return (
    <Sheet
      id="criterion"
      title={criterion.title}
      flush
      aside={<span class="pl-quiet">{counted(judged.length, 'заявка', 'заявки', 'заявок')}</span>}
    >
      <Table
        caption={`Обоснования по критерию: ${criterion.title}`}
        rows={judged}
        columns={[
          {
            title: 'Заявка',
            cell: (row) => (
              <RowLink
                href={paths.applicationReviews({ territory: ctx.territory.code, application: row.applicationId })}
                name={`№ ${row.number}`}
                more={row.organisations}
              />
            ),
          },
          {
            title: 'Баллы и обоснования',
            cell: ({ reviews }) =>
              reviews.map(({ id, expert }) => {
                const score = scores.get(id)
                const level = criterion.levels.find((one) => one.points === score?.points)
                return (
                  score && (
                    <p>
                      {nb(`${expert}: ${level ? `${points(level.points)} — ${level.text}` : 'нет оценки'}`)}
                      {score.comment && <Second>{score.comment}</Second>}
                    </p>
                  )
                )
              }),
          },
        ]}
      />
    </Sheet>
  )
}

import type { JSX } from 'preact'
import type { Ctx } from '../../../authz/ctx.ts'
import { counted } from '../../../kernel/plural.ts'
import type { PersonId, ReviewId } from '../../../kernel/types.ts'
import { Facts, nb, RowLink, Second, Table, TextLink } from '../../../ui/content.ts'
import { Breadcrumbs, PageHead, Sheet, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Call, ReviewCriterion } from '../../calls/model.ts'
import type { CallSummary, ReviewText, Score, SummaryRow } from '../model.ts'
import { medianOf } from '../rules.ts'
import { percent, points } from '../wording.ts'
import { CallParts, wayToCall } from './call-parts.tsx'
import { WrittenReview } from './review-parts.tsx'

export type Reasons = readonly (ReviewText & { readonly expertId: PersonId; readonly total: number })[]

type SummaryPageProps = {
  ctx: Ctx
  summary: CallSummary & { readonly call: Call }
  rows: readonly SummaryRow[]
  table: JSX.Element
  /** The order asked for, kept in the links of the page. */
  kept: { readonly sort?: string | undefined; readonly down?: string | undefined }
  /** The application whose reasons are opened. */
  opened: { readonly row: SummaryRow; readonly reasons: Reasons } | undefined
  /** The criterion whose scores are opened. */
  judged: { readonly criterion: ReviewCriterion; readonly scores: ReadonlyMap<ReviewId, Score> } | undefined
}

/** The whole call in one table: totals of every expert, where they part, what they recommend; reasons open on demand. (R-31) */
export function SummaryPage(props: SummaryPageProps) {
  const { ctx, summary, rows, table, opened, judged } = props
  const { call } = summary
  return (
    <>
      <Breadcrumbs links={wayToCall(ctx, call)} />
      <PageHead
        kicker={call.title}
        title="Сводка экспертизы"
        more="Итог заключения — взвешенная сумма баллов в процентах от наибольшей возможной. Медиана устойчивее среднего, если одна оценка выбивается."
      />
      <CallParts ctx={ctx} call={call} part="summary" />
      <Stack>
        {rows.length > 0 && (
          <>
            <Figures summary={summary} />
            {opened && <OpenedReasons {...props} {...opened} />}
            {judged && <ByCriterion ctx={ctx} rows={rows} {...judged} />}
            <Criteria {...props} />
          </>
        )}
        {table}
      </Stack>
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
function Criteria({ ctx, summary: { call }, kept }: SummaryPageProps) {
  const at = { territory: ctx.territory.code, call: call.id }
  if (call.criteria.length === 0) return null
  return (
    <Sheet title="Обоснования по критерию">
      <ul class="govuk-list">
        {call.criteria.map(({ code, title, weight }) => (
          <li>
            <TextLink href={`${paths.callSummary(at, { ...kept, criterion: code })}#criterion`}>{title}</TextLink>{' '}
            <span class="pl-quiet">{nb(`вес ${points(weight)}`)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** Every reason of one application, expert by expert. */
type OpenedProps = Pick<SummaryPageProps, 'ctx' | 'summary' | 'kept'> & { row: SummaryRow; reasons: Reasons }

function OpenedReasons({ ctx, summary: { call }, kept, reasons, row }: OpenedProps) {
  const at = { territory: ctx.territory.code, call: call.id }
  const nameOf = new Map<string, string>(row.reviews.map(({ expertId, expert }) => [expertId, expert]))
  return (
    <Sheet
      id="reasons"
      title={`Обоснования: заявка № ${row.number}`}
      aside={<TextLink href={`${paths.callSummary(at, kept)}#a-${row.number}`}>Закрыть</TextLink>}
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

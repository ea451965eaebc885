import type { Ctx } from '../../../authz/ctx.ts'
import { counted } from '../../../kernel/plural.ts'
import type { PersonId, ReviewId } from '../../../kernel/types.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { Facts, nb, RowLink, Second, Table, TextLink } from '../../../ui/content.ts'
import { PageFrame, Sheet, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { notFound } from '../../../web/route.ts'
import type { Call, ReviewCriterion } from '../../calls/model.ts'
import type { JudgedCall } from '../case.ts'
import type { CallSummary, ReviewText, Score, SummaryRow } from '../model.ts'
import { reviewOutcome } from '../queries.ts'
import { scoresByCriterion } from '../reason-queries.ts'
import { medianOf } from '../rules.ts'
import { summaryList } from '../summary-list.tsx'
import { percent, points } from '../wording.ts'
import { CallParts, wayToCall } from './call-parts.tsx'
import { WrittenReview } from './review-parts.tsx'

type Reasons = readonly (ReviewText & { readonly expertId: PersonId; readonly total: number | null })[]

type Shown = {
  ctx: Ctx
  call: Call
  /** The order asked for, kept in the links of the page. */
  kept: { readonly sort?: string | undefined; readonly down?: string | undefined }
}

/**
 * The whole call in one table: totals of every expert, where they part, what they recommend. Beside what the list itself asks, `open` of the
 * address opens the reasons of an application, `criterion` those by one criterion. (R-31)
 */
export const summaryPage: ThingPage<JudgedCall> = async (call, { ctx, tx, query }) => {
  const at = { territory: ctx.territory.code, call: call.id }
  const made = await summaryList.show({ ctx, tx, params: at }, query)
  if (!made) return notFound
  const { rows } = made.shown
  const summary = made.shown.where.loaded
  const opened = summary.rows.find(({ applicationId }) => applicationId === query.open)
  const criterion = call.criteria.find(({ code }) => code === query.criterion)
  const shown = { ctx, call, kept: { sort: query.sort, down: query.down } }
  const reasons = opened ? ((await reviewOutcome(tx, ctx, opened.applicationId))?.written ?? []) : []
  const scores = criterion && (await scoresByCriterion(tx, ctx, call.id, criterion.code))
  const body = (
    <PageFrame
      way={wayToCall(ctx, call)}
      kicker={call.title}
      title="Сводка экспертизы"
      more="Итог заключения — взвешенная сумма баллов в процентах от наибольшей возможной. Медиана устойчивее среднего, если одна оценка выбивается."
    >
      <CallParts ctx={ctx} call={call} part="summary" />
      <Stack>
        {rows.length > 0 && (
          <>
            <Figures summary={summary} />
            {opened && <OpenedReasons {...shown} row={opened} reasons={reasons} />}
            {criterion && scores && <ByCriterion ctx={ctx} rows={rows} criterion={criterion} scores={scores} />}
            <Criteria {...shown} />
          </>
        )}
        {made.table}
      </Stack>
    </PageFrame>
  )
  return { title: 'Сводка экспертизы', section: 'applications', body }
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
function Criteria({ ctx, call, kept }: Shown) {
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
function OpenedReasons({ ctx, call, kept, reasons, row }: Shown & { row: SummaryRow; reasons: Reasons }) {
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

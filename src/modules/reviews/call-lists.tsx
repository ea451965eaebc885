import { type Ctx, may } from '../../authz/ctx.ts'
import { shortDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import { type Column, inFile, number, onPage, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import { Facts, nb, RowLink, Second } from '../../ui/content.ts'
import { Breadcrumbs, ButtonLink, PageHead } from '../../ui/frame.ts'
import type { Call } from '../calls/model.ts'
import { type JudgedCall, judgedCall, reviewedCalls } from './case.ts'
import { isOpen } from './machine.ts'
import type { SummaryReview, SummaryRow } from './model.ts'
import { paths } from './paths.ts'
import { summaryOf } from './queries.ts'
import { CallParts, wayToCall } from './views/call-parts.tsx'
import { NextStepTag, nextStep, stepWord } from './views/next-step.tsx'
import { stateNames } from './wording.ts'

/** A call has as many applications as fit on one page. */
const size = 2000

const isLate = ({ state, dueOn }: SummaryReview, today: string): boolean => isOpen(state) && dueOn < today

function courseOf(review: SummaryReview, today: string): string {
  if (isLate(review, today)) return `просрочено, ждали до ${shortDate(review.dueOn)}`
  const state = stateNames[review.state].toLowerCase()
  return isOpen(review.state) ? `${state}, до ${shortDate(review.dueOn)}` : state
}

const expertOf = ({ expert, isExtra }: SummaryReview) => `${expert}${isExtra ? ', дополнительный' : ''}`

const expertsCell = ({ reviews }: SummaryRow, today: string) =>
  reviews.length === 0
    ? 'не назначены'
    : reviews.map((review) => (
        <p>
          {nb(expertOf(review))}
          <Second>{courseOf(review, today)}</Second>
        </p>
      ))

const columnsOf = ({ territory: { code: territory }, today }: Ctx, call: Call): Column<SummaryRow>[] => [
  onPage('Заявка', (row) => (
    <RowLink
      href={paths.applicationReviews({ territory, application: row.applicationId })}
      name={`№ ${row.number}. ${row.theme}`}
      more={row.organisations}
    />
  )),
  number('Номер', (row) => row.number, inFile),
  text('Тема', (row) => row.theme, inFile),
  text('Организации', (row) => row.organisations, inFile),
  text(
    'Эксперты',
    (row) => row.reviews.map((review) => `${expertOf(review)}: ${courseOf(review, today)}`).join('; '),
    (row) => expertsCell(row, today),
  ),
  text(
    'Что делать',
    (row) => stepWord(row, call, today),
    (row) => <NextStepTag row={row} call={call} today={today} />,
  ),
]

function Head({ ctx, call, rows }: { ctx: Ctx; call: JudgedCall; rows: readonly SummaryRow[] }) {
  const at = { territory: ctx.territory.code, call: call.id }
  const wanting = rows.filter((row) => nextStep(row, call, ctx.today) === 'assign').length
  const reviews = rows.flatMap((row) => row.reviews)
  return (
    <>
      <Breadcrumbs links={wayToCall(ctx, call)} />
      <PageHead
        kicker={call.title}
        title="Экспертиза заявок"
        more={`На каждую заявку — ${counted(call.expertsPerApplication, 'эксперт', 'эксперта', 'экспертов')}; если итоги расходятся больше чем на ${call.spreadLimit} п. п., нужен ещё один.`}
        actions={
          may(ctx, 'review.manage', { territoryId: ctx.territory.id, ...call.judge }) &&
          wanting > 0 && <ButtonLink href={paths.callProposals(at)}>Распределить заявки поровну</ButtonLink>
        }
        tools={may(ctx, 'expert.list') ? [{ href: paths.experts(at), label: 'Список экспертов' }] : []}
      />
      <CallParts ctx={ctx} call={call} part="reviews" />
      {rows.length > 0 && (
        <Facts
          facts={[
            { name: 'Заявок', value: rows.length },
            { name: 'Без экспертов', value: wanting },
            {
              name: 'Заключений отправлено',
              value: reviews.filter(({ state }) => state === 'sent').length,
              of: `из ${reviews.length}`,
            },
            { name: 'Просрочено', value: reviews.filter((one) => isLate(one, ctx.today)).length },
          ]}
        />
      )}
    </>
  )
}

/** Who reads which application of a call, and what has to be done about it. */
export const callReviewList = list({
  path: paths.callReviews,
  permits: 'review.summary',
  subject: reviewedCalls.subject,
  title: 'Экспертиза заявок',
  section: 'applications',
  name: 'ekspertiza-zayavok',
  nouns: ['заявка', 'заявки', 'заявок'],
  size,
  load: ({ ctx, tx, params }) => judgedCall(tx, ctx, params.call),
  rows: async ({ ctx, tx, loaded }) => readyRows((await summaryOf(tx, ctx, loaded)).rows),
  columns: ({ ctx, loaded }) => columnsOf(ctx, loaded),
  empty: () => ({ title: 'Заявок для экспертизы нет', text: 'Заявка появится здесь, когда пройдёт проверку документов.' }),
  head: ({ where: { ctx, loaded }, rows }) => <Head ctx={ctx} call={loaded} rows={rows} />,
})

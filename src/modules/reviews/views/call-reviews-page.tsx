import { type Ctx, may } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Sheet, Stack } from '../../../ui/sheet.tsx'
import { RowLink, Second, Table } from '../../../ui/table.tsx'
import { paths } from '../../../web/paths.ts'
import type { Call } from '../../calls/model.ts'
import { isOpen } from '../machine.ts'
import type { CallSummary, SummaryReview, SummaryRow } from '../model.ts'
import { stateNames } from '../wording.ts'
import { CallParts } from './call-parts.tsx'
import { NextStepTag, nextStep } from './next-step.tsx'

type CallReviewsProps = { ctx: Ctx; call: Call; summary: CallSummary }

/** Who reads which application of a call, and what has to be done about it. */
export function CallReviewsPage({ ctx, call, summary }: CallReviewsProps) {
  const at = { territory: ctx.territory.code, call: call.id }
  const { rows } = summary
  const manages = may(ctx, 'review.manage')
  const wanting = rows.filter((row) => nextStep(row, call, ctx.today) === 'assign').length
  const reviews = rows.flatMap((row) => row.reviews)
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
        title="Экспертиза заявок"
        more={`На каждую заявку — ${counted(call.expertsPerApplication, 'эксперт', 'эксперта', 'экспертов')}; если итоги расходятся больше чем на ${call.spreadLimit} п. п., нужен ещё один.`}
        actions={manages && wanting > 0 && <ButtonLink href={paths.callProposals(at)}>Распределить заявки поровну</ButtonLink>}
        tools={[{ href: paths.experts(at), label: 'Список экспертов' }]}
      />
      <CallParts ctx={ctx} call={call} part="reviews" />
      {rows.length === 0 ? (
        <Empty picture="paper" title="Заявок для экспертизы нет">
          <p>{nb('Заявка появится здесь, когда пройдёт проверку документов.')}</p>
        </Empty>
      ) : (
        <Stack>
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
          <Sheet flush>
            <Table
              caption="Заявки и их эксперты"
              rows={rows}
              columns={[
                {
                  title: 'Заявка',
                  cell: (row) => (
                    <RowLink
                      href={paths.applicationReviews({ territory: at.territory, application: row.applicationId })}
                      name={`№ ${row.number}. ${row.theme}`}
                      more={row.organisations}
                    />
                  ),
                },
                { title: 'Эксперты', cell: (row) => <Experts row={row} today={ctx.today} /> },
                { title: 'Что делать', cell: (row) => <NextStepTag row={row} call={call} today={ctx.today} /> },
              ]}
            />
          </Sheet>
        </Stack>
      )}
    </>
  )
}

export const isLate = ({ state, dueOn }: Pick<SummaryReview, 'state' | 'dueOn'>, today: string): boolean =>
  isOpen(state) && dueOn < today

function Experts({ row, today }: { row: SummaryRow; today: string }) {
  if (row.reviews.length === 0) return <>{nb('не назначены')}</>
  return (
    <>
      {row.reviews.map((review) => (
        <p>
          {nb(`${review.expert}${review.isExtra ? ', дополнительный' : ''}`)}
          <Second>{courseOf(review, today)}</Second>
        </p>
      ))}
    </>
  )
}

function courseOf(review: SummaryReview, today: string): string {
  if (isLate(review, today)) return `просрочено, ждали до ${shortDate(review.dueOn)}`
  const state = stateNames[review.state].toLowerCase()
  return isOpen(review.state) ? `${state}, до ${shortDate(review.dueOn)}` : state
}

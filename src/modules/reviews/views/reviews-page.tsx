import type { Ctx } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import { Empty } from '../../../ui/empty.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { RowLink, Second, Table } from '../../../ui/table.tsx'
import { paths } from '../../../web/paths.ts'
import { type OwnReview, pageSize } from '../expert-sheet.ts'
import { isOpen } from '../machine.ts'
import { expertStateNames } from '../wording.ts'
import { dueWords, ReviewTag } from './review-parts.tsx'

type ReviewsPageProps = { ctx: Ctx; lines: readonly OwnReview[]; total: number; page: number }

/** What an expert has to write, and what they have written. (R-31) */
export function ReviewsPage({ ctx, lines, total, page }: ReviewsPageProps) {
  const at = { territory: ctx.territory.code }
  return (
    <>
      <PageHead
        title="Экспертиза"
        more="Заявки, которые передали вам. Содержание открывается после того, как вы подтвердите, что конфликта интересов нет."
      />
      {lines.length === 0 ? (
        <Empty picture="paper" title="Заявок пока нет">
          <p>{nb('Когда методист передаст вам заявку, она появится здесь и в ваших делах; придёт и письмо.')}</p>
        </Empty>
      ) : (
        <Sheet flush>
          <Table
            caption="Заявки, переданные вам"
            rows={lines}
            columns={[
              {
                title: 'Заявка',
                cell: (line) => (
                  <RowLink
                    href={paths.review({ ...at, review: line.id })}
                    name={`№ ${line.number}${line.theme ? `. ${line.theme}` : ''}`}
                    more={line.organisations}
                  />
                ),
              },
              { title: 'Приём', cell: (line) => line.callTitle },
              {
                title: 'Состояние',
                cell: (line) => <ReviewTag state={line.state} dueOn={line.dueOn} today={ctx.today} words={expertStateNames} />,
              },
              {
                title: 'Срок',
                cell: (line) => (isOpen(line.state) ? dueWords(line.dueOn, ctx.today) : <Second>{longDate(line.dueOn)}</Second>),
              },
            ]}
          />
        </Sheet>
      )}
      <Pager
        label="Страницы списка"
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(to) => paths.reviews(at, { page: to })}
      />
    </>
  )
}

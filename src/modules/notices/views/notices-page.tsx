import type { Ctx } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { noticeText } from '../../../notices/kinds.ts'
import { SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { type Column, RowLink, Table } from '../../../ui/table.tsx'
import { StateTag } from '../../../ui/tag.tsx'
import { paths } from '../../../web/paths.ts'
import { type OwnNotice, pageSize } from '../queries.ts'

type NoticesPageProps = { ctx: Ctx; notices: readonly OwnNotice[]; total: number; unread: number; page: number }

/** What a person has been told, newest first. */
export function NoticesPage({ ctx, notices, total, unread, page }: NoticesPageProps) {
  const to = { territory: ctx.territory.code }
  const state = unread === 0 ? 'Всё прочитано.' : `${counted(unread, 'новое', 'новых', 'новых')}.`
  return (
    <>
      <PageHead
        title="Уведомления"
        more={total === 0 ? undefined : `${state} Что ждёт вашего решения, всегда видно на странице «Дела».`}
        actions={unread > 0 && <ReadAll ctx={ctx} />}
      />
      {notices.length === 0 ? (
        <Empty picture="paper" title="Уведомлений пока нет">
          <p>Здесь появится то, что касается вас: приказ подписан, план вернули, подходит срок отчёта.</p>
        </Empty>
      ) : (
        <Sheet flush>
          <Table caption="Уведомления, сначала новые" columns={columns(ctx)} rows={notices} even />
        </Sheet>
      )}
      <Pager
        label="Страницы уведомлений"
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(next) => paths.notices(to, { page: next })}
      />
    </>
  )
}

function ReadAll({ ctx }: { ctx: Ctx }) {
  return (
    <Form action={paths.noticesRead({ territory: ctx.territory.code })}>
      <SubmitButton kind="secondary">Отметить все прочитанными</SubmitButton>
    </Form>
  )
}

const columns = (ctx: Ctx): readonly Column<OwnNotice>[] => [
  {
    title: 'Что',
    cell: (notice) => {
      const { title, more, href } = noticeText(ctx.territory.code, notice)
      return <RowLink href={href} name={title} more={more ?? undefined} />
    },
  },
  { title: 'Когда', cell: ({ onDay }) => longDate(onDay) },
  {
    title: 'Прочитано',
    cell: ({ readAt }) => (readAt === null ? <StateTag tone="now" icon="bell" word="Новое" /> : 'да'),
  },
]

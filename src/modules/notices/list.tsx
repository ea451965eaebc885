import type { Ctx } from '../../authz/ctx.ts'
import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import { type Column, day, inFile, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { noticeText } from '../../notices/kinds.ts'
import { RowLink, StateTag } from '../../ui/content.ts'
import { Form } from '../../ui/fields.ts'
import { PageHead, SubmitButton } from '../../ui/frame.ts'
import { paths } from './paths.ts'
import { type OwnNotice, ownNotices, unreadCount } from './queries.ts'

function columnsOf({ territory }: Ctx): Column<OwnNotice>[] {
  const whatCell = (notice: OwnNotice) => {
    const { title, more, href } = noticeText(territory, notice)
    return <RowLink href={href} name={title} more={more ?? undefined} />
  }
  return [
    text('Что', (notice) => noticeText(territory, notice).title, whatCell),
    text('Подробности', (notice) => noticeText(territory, notice).more, inFile),
    day(
      'Когда',
      ({ onDay }) => onDay,
      ({ onDay }) => longDate(onDay),
    ),
    text(
      'Прочитано',
      ({ readAt }) => (readAt === null ? 'нет' : 'да'),
      ({ readAt }) => (readAt === null ? <StateTag tone="now" icon="bell" word="Новое" /> : 'да'),
    ),
  ]
}

const ReadAll = ({ ctx }: { ctx: Ctx }) => (
  <Form action={paths.noticesRead({ territory: ctx.territory.code })}>
    <SubmitButton kind="secondary">Отметить все прочитанными</SubmitButton>
  </Form>
)

/** What a person has been told, newest first. */
export const noticeList = list({
  path: paths.notices,
  permits: 'notice.read',
  title: 'Уведомления',
  name: 'uvedomleniya',
  nouns: ['уведомление', 'уведомления', 'уведомлений'],
  even: true,
  load: async ({ ctx, tx }) => ({ unread: await unreadCount(tx, ctx) }),
  rows: ({ ctx, tx }) => ownNotices(tx, ctx),
  columns: ({ ctx }) => columnsOf(ctx),
  empty: () => ({
    title: 'Уведомлений пока нет',
    text: 'Здесь появится то, что касается вас: подписано решение, вернули план, подходит срок отчёта.',
  }),
  head: ({
    where: {
      ctx,
      loaded: { unread },
    },
    total,
  }) => {
    const state = unread === 0 ? 'Всё прочитано.' : `${counted(unread, 'новое', 'новых', 'новых')}.`
    return (
      <PageHead
        title="Уведомления"
        more={total === 0 ? undefined : `${state} Что ждёт вашего решения, всегда видно на странице «Дела».`}
        actions={unread > 0 && <ReadAll ctx={ctx} />}
      />
    )
  },
})

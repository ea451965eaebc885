import { z } from 'zod'
import { counted } from '../../kernel/plural.ts'
import { asked, pageOf } from '../../web/address.ts'
import { paths } from '../../web/paths.ts'
import { get, post, type Route } from '../../web/route.ts'
import { markRead } from './commands/mark-read.ts'
import { noticesPage, unreadCount } from './queries.ts'
import { NoticesPage } from './views/notices-page.tsx'

export const routes: Route[] = [
  get(paths.notices, {
    permits: 'notice.read',
    query: z.object({ page: asked }),
    page: async ({ ctx, tx, query }) => {
      const page = pageOf(query.page)
      const { notices, total } = await noticesPage(tx, ctx, page)
      const unread = await unreadCount(tx, ctx)
      return {
        title: 'Уведомления',
        body: <NoticesPage ctx={ctx} notices={notices} total={total} unread={unread} page={page} />,
      }
    },
  }),
  post(paths.noticesRead, {
    permits: 'notice.read',
    form: z.strictObject({}),
    act: ({ ctx }) => markRead(ctx),
    next: ({ params, value }) => ({
      to: paths.notices(params),
      notice: `Прочитано: ${counted(value, 'уведомление', 'уведомления', 'уведомлений')}`,
    }),
  }),
]

import { z } from 'zod'
import { counted } from '../../kernel/plural.ts'
import { post, type Route } from '../../web/route.ts'
import { markRead } from './commands/mark-read.ts'
import { noticeList } from './list.tsx'
import { paths } from './paths.ts'

export const routes: Route[] = [
  ...noticeList.routes,
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

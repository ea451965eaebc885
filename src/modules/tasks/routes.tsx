import { z } from 'zod'
import { get, type Route } from '../../web/route.ts'
import { networkNow } from './network.ts'
import { paths } from './paths.ts'
import { waitingFor } from './queries.ts'
import { groupCodes } from './rules.ts'
import { TasksPage } from './views/tasks-page.tsx'

export const routes: Route[] = [
  get(paths.tasks, {
    permits: 'task.list',
    query: z.object({ show: z.enum(groupCodes).optional().catch(undefined) }),
    page: async ({ ctx, tx, query }) => {
      const [tasks, network] = await Promise.all([waitingFor(tx, ctx), networkNow(tx, ctx)])
      return { title: 'Что ждёт вас', section: 'tasks', body: <TasksPage {...{ ctx, tasks, network }} whole={query.show} /> }
    },
  }),
]

import { get, type Route } from '../../web/route.ts'
import { networkNow } from './network.ts'
import { paths } from './paths.ts'
import { waitingFor } from './queries.ts'
import { TasksPage } from './views/tasks-page.tsx'

export const routes: Route[] = [
  get(paths.tasks, {
    permits: 'task.list',
    page: async ({ ctx, tx }) => ({
      title: 'Что ждёт вас',
      section: 'tasks',
      body: <TasksPage ctx={ctx} tasks={await waitingFor(tx, ctx)} network={await networkNow(tx, ctx)} />,
    }),
  }),
]

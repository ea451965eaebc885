import { paths } from '../../web/paths.ts'
import { get, type Route } from '../../web/route.ts'
import { networkOf } from './network.ts'
import { tasksOf } from './queries.ts'
import { TasksPage } from './views/tasks-page.tsx'

export const routes: Route[] = [
  get(paths.tasks, {
    permits: 'task.list',
    page: async ({ ctx, tx }) => ({
      title: 'Что ждёт вас',
      section: 'tasks',
      body: <TasksPage ctx={ctx} tasks={await tasksOf(tx, ctx)} network={await networkOf(tx, ctx)} />,
    }),
  }),
]

import type { TaskSource } from '../../kit/tasks.ts'
import { paths } from '../../web/paths.ts'
import { callsAhead } from './queries.ts'

/** Where the regulation has calls and none is open or announced, those who prepare orders may open one. */
const callToOpen: TaskSource = {
  serves: 'order.draft',
  find: async ({ tx, ctx, stored }) => {
    if (!stored?.inForce || stored.regulation.calls === null || (await callsAhead(tx, ctx))) return []
    return [
      {
        key: 'openCall',
        offers: true,
        what: `Подготовить ${stored.regulation.calls.act} о приёме заявок`,
        why: 'Сейчас приём заявок не идёт и не объявлен',
        clause: stored.regulation.calls.clause[0],
        href: paths.newOrder({ territory: ctx.territory.code }, { template: 'openCall' }),
        action: 'Подготовить',
      },
    ]
  },
}

export const tasks: readonly TaskSource[] = [callToOpen]

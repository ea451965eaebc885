import { lastCopies, noFreshCopy } from '../../backup/queries.ts'
import { localTime } from '../../kernel/clock.ts'
import { longDate } from '../../kernel/dates.ts'
import type { TaskSource } from '../../kit/tasks.ts'
import { paths } from './paths.ts'

/** No copy, or none that is fresh. A demonstration has nothing to lose. */
export const copyMissing: TaskSource = {
  serves: 'copy.view',
  maybe: (ctx) => noFreshCopy(ctx.now),
  find: async ({ tx, ctx }) => {
    const { code, timeZone, demoToday } = ctx.territory
    if (demoToday !== null) return []
    const [last] = await lastCopies(tx, 1)
    const why = last
      ? `Последняя снята ${longDate(localTime(last.takenAt, timeZone).day)}: всё, что внесено позже, при поломке пропадёт`
      : 'Не снято ни одной копии: при поломке пропадёт всё'
    return [
      {
        key: 'copy',
        what: 'Нет свежей резервной копии',
        why,
        due: ctx.today,
        href: paths.copies({ territory: code }),
        action: 'Посмотреть',
      },
    ]
  },
}

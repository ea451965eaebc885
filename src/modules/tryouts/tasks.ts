import { sql } from 'kysely'
import { localTime } from '../../kernel/clock.ts'
import { addDays } from '../../kernel/dates.ts'
import { mostLookedFor, type Task, type TaskSource } from '../../kit/tasks.ts'
import { goesOn } from '../traineeships/queries.ts'
import { paths } from './paths.ts'
import { judgedBy, tryoutsBy } from './store.ts'

/** A work is judged within so many days. */
const daysToAssess = 7

/** What waits for the judgement of whoever leads, the oldest first; and what was given back to a trainee. */
const works: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory }) =>
    sql`exists (select from tryouts where territory_id = ${territory.id} and state in ('handedIn', 'returned'))`,
  find: async ({ tx, ctx }) => {
    const rows = await tryoutsBy(tx, ctx, {
      where: sql`(y.state = 'handedIn' and ${judgedBy(ctx)} or y.state = 'returned' and y.person_id = ${ctx.actor.personId} and ${goesOn(ctx, sql`y.traineeship_id`)})`,
    }).page(mostLookedFor, 0)
    return rows.map((row): Task => {
      const common = {
        key: `tryout:${row.id}`,
        href: paths.tryout({ territory: ctx.territory.code, tryout: row.id }),
      }
      return row.state === 'returned'
        ? { ...common, what: `Дополнить пробу «${row.title}»`, why: row.remark ?? '', action: 'Открыть' }
        : {
            ...common,
            what: `Оценить пробу: ${row.person}`,
            why: `«${row.title}», ${row.siteName}`,
            due: row.handedAt && addDays(localTime(row.handedAt, ctx.territory.timeZone).day, daysToAssess),
            action: 'Оценить',
          }
    })
  },
}

export const tasks: readonly TaskSource[] = [works]

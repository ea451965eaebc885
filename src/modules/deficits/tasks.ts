import { sql } from 'kysely'
import type { Task, TaskSource } from '../../kit/tasks.ts'
import { mostLookedFor } from '../../kit/tasks.ts'
import { finishedTraineeships } from '../traineeships/queries.ts'
import { labelOf } from './framework.ts'
import { paths } from './paths.ts'
import { frameworkHere, openOf } from './store.ts'
import { deficitsHere } from './whether.ts'

/** What one has named oneself while a traineeship that has been finished since was still ahead: one says whether it is made good. */
const toClose: TaskSource = {
  serves: ['teacher'],
  maybe: ({ territory, actor }) =>
    sql`exists (select from deficits where territory_id = ${territory.id} and person_id = ${actor.personId} and state = 'open' and source = 'self')`,
  find: async ({ tx, ctx }) => {
    const [here, framework, open, finished] = await Promise.all([
      deficitsHere(tx, ctx),
      frameworkHere(tx, ctx),
      openOf(tx, ctx, ctx.actor.personId),
      finishedTraineeships(tx, ctx, { personId: ctx.actor.personId }).page(mostLookedFor, 0),
    ])
    if (!here.on) return []
    return open
      .filter(({ source }) => source === 'self')
      .flatMap((one): Task[] => {
        const done = finished.find(({ endedOn }) => endedOn !== null && endedOn >= one.startsOn)
        if (!done) return []
        return [
          {
            key: `deficit:${one.id}`,
            what: `Решить, закрыт ли дефицит: «${labelOf(framework, one.competenceId) || (one.words ?? '')}»`,
            why: `Вы завершили стажировку «${done.title}»`,
            offers: true,
            href: paths.deficit({ territory: ctx.territory.code, deficit: one.id }),
            action: 'Открыть',
          },
        ]
      })
  },
}

export const tasks: readonly TaskSource[] = [toClose]

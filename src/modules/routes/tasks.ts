import { sql } from 'kysely'
import { mostLookedFor, type TaskSource } from '../../kit/tasks.ts'
import { paths } from './paths.ts'
import { routesBy } from './store.ts'

/** A route the other side has agreed to waits for one's own yes. (T-32) */
const toAgree: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor }) =>
    sql`exists (select from learning_routes r where r.territory_id = ${territory.id} and r.state = 'draft' and r.person_id = ${actor.personId}
      and r.other_agreed_on is not null and r.person_agreed_on is null)`,
  find: async ({ tx, ctx }) =>
    (
      await routesBy(
        tx,
        ctx,
        sql`r.state = 'draft' and r.person_id = ${ctx.actor.personId} and r.other_agreed_on is not null and r.person_agreed_on is null`,
      ).page(mostLookedFor, 0)
    ).map((row) => ({
      key: `route:${row.id}`,
      what: 'Согласовать свой индивидуальный маршрут',
      why: `Другая сторона согласовала: ${row.otherAgreedBy ?? ''}`,
      href: paths.route({ territory: ctx.territory.code, route: row.id }),
      action: 'Открыть',
    })),
}

/** A person has agreed to their route: a methodist is asked for the other yes. */
const toAgreeByMethodist: TaskSource = {
  serves: ['methodist'],
  maybe: ({ territory }) =>
    sql`exists (select from learning_routes r where r.territory_id = ${territory.id} and r.state = 'draft' and r.person_agreed_on is not null)`,
  find: async ({ tx, ctx }) =>
    (
      await routesBy(
        tx,
        ctx,
        sql`r.state = 'draft' and r.person_agreed_on is not null and r.person_id <> ${ctx.actor.personId}`,
      ).page(mostLookedFor, 0)
    ).map((row) => ({
      key: `route:${row.id}`,
      what: `Согласовать индивидуальный маршрут: ${row.person}`,
      why: 'Педагог с маршрутом согласен',
      href: paths.route({ territory: ctx.territory.code, route: row.id }),
      action: 'Открыть',
    })),
}

export const tasks: readonly TaskSource[] = [toAgree, toAgreeByMethodist]

import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { isSo } from '../../db/is-so.ts'
import type { TaskSource } from '../../kit/tasks.ts'
import { hasAuthority } from '../organisations/queries.ts'
import { paths } from './paths.ts'

/** Whether only one person works in a territory that has its bodies, the first and the last of its register: it has only begun. */
const hasOnePerson = (ctx: Ctx) => {
  const own = sql`select p.id from people p where p.territory_id = ${ctx.territory.id}`
  return sql<boolean>`${hasAuthority(ctx)} and ${ctx.actor.personId} = all(array[
    (${own} order by p.territory_id, p.id limit 1), (${own} order by p.territory_id desc, p.id desc limit 1)])`
}

/** Whoever is alone in a territory that has only begun lets the others in. */
export const firstPeople: TaskSource = {
  serves: 'account.manage',
  maybe: hasOnePerson,
  find: async ({ ctx, tx }) =>
    (await isSo(tx, hasOnePerson(ctx)))
      ? [
          {
            key: 'first-people',
            what: 'Добавьте людей и пригласите их',
            why: 'Вы здесь одни: запишите коллег и руководителей организаций, дайте роли и отправьте приглашения',
            href: paths.newPerson({ territory: ctx.territory.code }),
            action: 'Добавить',
          },
        ]
      : [],
}

import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { TaskSource } from '../../kit/tasks.ts'
import { paths } from './paths.ts'

/** Whether the register of a territory holds its bodies and nothing else: it has only begun. */
const holdsOnlyBodies = (ctx: Pick<Ctx, 'territory'>) =>
  sql<boolean>`exists (select from organisations o where o.territory_id = ${ctx.territory.id} and o.is_authority)
    and not exists (select from organisations o where o.territory_id = ${ctx.territory.id} and not o.is_authority and not o.is_operator)`

/** A territory that has only begun has nobody yet who could become a site. */
export const firstOrganisations: TaskSource = {
  serves: 'organisation.register',
  maybe: holdsOnlyBodies,
  find: async ({ ctx }) => [
    {
      key: 'first-organisations',
      what: 'Добавьте организации территории',
      why: 'В реестре пока только органы: площадками, партнёрами и заявителями станут организации отсюда',
      href: paths.newOrganisation({ territory: ctx.territory.code }),
      action: 'Добавить',
    },
  ],
}

import { sql } from 'kysely'
import type { TaskSource } from '../../kit/tasks.ts'
import { paths } from './paths.ts'
import { hasAuthority, holdsOthers } from './queries.ts'

/** A territory that has only begun has nobody yet who could become a site. */
export const firstOrganisations: TaskSource = {
  serves: 'organisation.register',
  maybe: (ctx) => sql<boolean>`${hasAuthority(ctx)} and not ${holdsOthers(ctx)}`,
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

import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { isSo } from '../../db/is-so.ts'
import type { TaskSource } from '../../kit/tasks.ts'
import { paths } from './paths.ts'
import { hasAuthority, holdsOthers } from './queries.ts'

const hasNobodyElse = (ctx: Ctx) => sql<boolean>`${hasAuthority(ctx)} and not ${holdsOthers(ctx)}`

/** A territory that has only begun has nobody yet who could become a site. */
export const firstOrganisations: TaskSource = {
  serves: 'organisation.register',
  maybe: hasNobodyElse,
  find: async ({ ctx, tx }) =>
    (await isSo(tx, hasNobodyElse(ctx)))
      ? [
          {
            key: 'first-organisations',
            what: 'Добавьте организации территории',
            why: 'В реестре пока только органы: площадками, партнёрами и заявителями станут организации отсюда',
            href: paths.newOrganisation({ territory: ctx.territory.code }),
            action: 'Добавить',
          },
        ]
      : [],
}

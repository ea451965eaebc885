import type { Subject } from '../../authz/policy.ts'
import type { SubjectOf } from '../../web/route.ts'
import { subjectOf } from './store.ts'

/** The site whose plan an address names; null when there is no such plan here. */
export const planSubject: SubjectOf<'/t/:territory/plans/:plan'> = async ({ ctx, tx, params }): Promise<Subject | null> => {
  const row = await tx
    .selectFrom('plans')
    .select('siteId')
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', params.plan)
    .executeTakeFirst()
  return row ? subjectOf(ctx.territory.id, row.siteId) : null
}

export const siteSubject: SubjectOf<'/t/:territory/sites/:site'> = async ({ ctx, tx, params }): Promise<Subject | null> => {
  const row = await tx
    .selectFrom('sites')
    .select('id')
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', params.site)
    .executeTakeFirst()
  return row ? subjectOf(ctx.territory.id, row.id) : null
}

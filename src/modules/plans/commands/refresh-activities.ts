import type { Tx } from '../../../db/pool.ts'
import type { SiteId } from '../../../kernel/types.ts'
import type { Where } from '../../../kit/thing.ts'
import { formOfWork } from '../../../regulation/work/questions.ts'
import { regulationById } from '../../regulation/queries.ts'
import { tellsActivity } from '../../sites/standing-queries.ts'

/**
 * Writes anew what the public page of a site says of its approved plans: name, form and dates. Only where the edition in force lets
 * the activity be published. Call it in the transaction that puts a version of a plan in force.
 */
export async function refreshPublicActivities(tx: Tx, ctx: Where, siteId: SiteId): Promise<void> {
  const territoryId = ctx.territory.id
  await tx.deleteFrom('registerActivities').where('territoryId', '=', territoryId).where('siteId', '=', siteId).execute()
  const site = await tx
    .selectFrom('sites')
    .select('regulationId')
    .where((is) => is.and({ territoryId, id: siteId }))
    .executeTakeFirst()
  const stored = site && (await regulationById(tx, territoryId, site.regulationId, ctx.today))
  if (!stored || !(await tellsActivity(tx, ctx, siteId))) return
  const lines = await approvedLines(tx, ctx, siteId)
  if (lines.length === 0) return
  const rows = lines.map(({ form, ...line }) => ({
    ...line,
    territoryId,
    siteId,
    form: form && (formOfWork(stored.regulation, form).value?.label ?? null),
  }))
  await tx.insertInto('registerActivities').values(rows).execute()
}

function approvedLines(tx: Tx, ctx: Where, siteId: SiteId) {
  return tx
    .selectFrom('plans as p')
    .innerJoin('planVersions as v', (join) =>
      join.onRef('v.territoryId', '=', 'p.territoryId').onRef('v.planId', '=', 'p.id').on('v.state', '=', 'approved'),
    )
    .innerJoin('planLines as l', (join) => join.onRef('l.territoryId', '=', 'v.territoryId').onRef('l.versionId', '=', 'v.id'))
    .select(['l.lineKey', 'p.period', 'l.activity', 'l.form', 'l.startsOn', 'l.endsOn'])
    .where((is) => is.and({ 'p.territoryId': ctx.territory.id, 'p.siteId': siteId }))
    .execute()
}

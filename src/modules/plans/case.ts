import { move } from '../../kernel/machine.ts'
import { ok } from '../../kernel/result.ts'
import type { SiteId } from '../../kernel/types.ts'
import type { Case } from '../../kit/case.ts'
import { thing } from '../../kit/thing.ts'
import { forgetProcedure } from '../procedures/commands/move.ts'
import { concernsOf } from '../procedures/procedure-queries.ts'
import { theSite } from '../sites/site-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { refreshPublicActivities } from './commands/refresh-activities.ts'
import { machine, superseded } from './machine.ts'
import type { PlanAction, PlanVersion } from './model.ts'
import { paths } from './paths.ts'
import { lockPlan, type OpenPlan, openPlan, plannedSite } from './store.ts'

/** A site on which plans are begun. */
export const plannedSites = thing({
  param: 'site',
  sees: 'site.view',
  open: plannedSite,
  lock: async (tx, ctx, id: SiteId) => (await theSite.lock(tx, ctx, id)) && plannedSite(tx, ctx, id),
  concerns: ({ id }) => ({ siteId: id }),
  standing: ({ standing }, today) => siteIsOpen(standing, today),
})

type Changes = Partial<Pick<PlanVersion, 'reason' | 'submittedAt' | 'approvedOn'>> & { readonly approvedAt?: Date }

/** The plan of a site for an academic year. It stands where its version in hand stands: the one being prepared or decided about, else the one in force. */
export const plans: Case<OpenPlan, PlanAction, Changes, 'plan'> = {
  ...thing({
    param: 'plan',
    sees: 'plan.view',
    open: openPlan,
    lock: lockPlan,
    concerns: ({ procedure }) => concernsOf(procedure),
    standing: ({ site: { standing } }, today) => siteIsOpen(standing, today),
  }),
  machine,
  home: paths.plan,
  async move(tx, ctx, one, action, set) {
    const next = move(machine, one.state, action)
    if (!next.ok) return next
    const { territory } = ctx
    if (action === 'drop') {
      await forgetProcedure(tx, ctx, one.versionId)
      await tx.deleteFrom('planVersions').where('territoryId', '=', territory.id).where('id', '=', one.versionId).execute()
      return ok(one)
    }
    const approves = next.value === 'approved'
    // The version in force gives way in the same transaction, so there is always exactly one.
    if (approves)
      await tx
        .updateTable('planVersions')
        .set((was) => ({ state: superseded, editVersion: was('editVersion', '+', 1) }))
        .where((is) => is.and({ territoryId: territory.id, planId: one.id, state: 'approved' }))
        .execute()
    const written = { ...set, state: next.value, editVersion: one.editVersion + 1 }
    await tx
      .updateTable('planVersions')
      .set(written)
      .where((is) => is.and({ territoryId: territory.id, id: one.versionId }))
      .execute()
    if (approves) await refreshPublicActivities(tx, ctx, one.siteId)
    return ok({ ...one, ...written })
  },
}

import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import { role } from '../../../regulation/questions.ts'
import { headGives, type StaffKind } from '../rules.ts'
import { type AppointInput, appoint, type LockedSite } from './appoint.ts'

/** Whether this person may give this role on a site: its head where the regulation leaves it to them, the authority and the operator always. */
export function mayGive(
  ctx: Ctx,
  { id: siteId, regulation }: Pick<LockedSite, 'id' | 'regulation'>,
  kind: StaffKind,
): Result<null> {
  const subject = { territoryId: ctx.territory.id, siteId }
  if (!may(ctx, 'site.appointStaff', subject)) return refuse({ code: 'forbidden', permission: 'site.appointStaff' })
  const asked = role(regulation, kind)
  if (asked.value === null) return refuseRule('site.noSuchRole', { field: 'kind' })
  if (!headGives(regulation, kind) && !may(ctx, 'site.appointHead', subject))
    return refuseRule('site.roleOfOthers', { field: 'kind', params: { basis: asked.basis?.text ?? '' } })
  return ok(null)
}

/** Appoints a mentor, tutor, curator … */
export const appointStaff = (ctx: Acting, input: AppointInput & { kind: StaffKind }): Promise<Result<null>> =>
  appoint(ctx, input.kind, input, async (_, site) => mayGive(ctx, site, input.kind))

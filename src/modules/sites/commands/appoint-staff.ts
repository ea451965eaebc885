import { type Acting, may } from '../../../authz/ctx.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import { role } from '../../../regulation/questions.ts'
import { headGives, type StaffKind } from '../rules.ts'
import { type AppointInput, appoint } from './appoint.ts'

/** Appoints a mentor, tutor, curator …: the head of the site where the regulation leaves it to them, the authority and the operator always. */
export function appointStaff(ctx: Acting, input: AppointInput & { kind: StaffKind }): Promise<Result<null>> {
  return appoint(ctx, input.kind, input, async (_, site) => {
    const subject = { territoryId: ctx.territory.id, siteId: site.id }
    if (!may(ctx, 'site.appointStaff', subject)) return refuse({ code: 'forbidden', permission: 'site.appointStaff' })
    const asked = role(site.regulation, input.kind)
    if (asked.value === null) return refuseRule('site.noSuchRole', { field: 'kind' })
    if (!headGives(site.regulation, input.kind) && !may(ctx, 'site.appointHead', subject))
      return refuseRule('site.roleOfOthers', { field: 'kind', params: { basis: asked.basis?.text ?? '' } })
    return ok(null)
  })
}

import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day, SiteId } from '../../../kernel/types.ts'
import { checkEnding, isStaff } from '../rules.ts'
import { siteStanding } from '../standing-queries.ts'
import { siteIsOpen } from '../standing-rules.ts'
import { applyEndAppointment } from './apply-appointment.ts'
import { refreshRegisterEntries } from './refresh-register.ts'

/** Ends an appointment that was made without an order; what an order gave, only an order ends. `endsOn` is the last day. */
export function endAppointment(
  ctx: Acting,
  { siteId, appointmentId, endsOn }: { siteId: SiteId; appointmentId: string; endsOn: Day },
): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const found = await tx
      .selectFrom('appointments')
      .select(['kind', 'startsOn as from', 'endsOn as to', 'orderId'])
      .where((is) => is.and({ territoryId: ctx.territory.id, siteId, id: appointmentId }))
      .forUpdate()
      .executeTakeFirst()
    if (!found) return refuse({ code: 'notFound' })
    const permission = isStaff(found.kind) ? 'site.appointStaff' : 'site.appointHead'
    if (!may(ctx, permission, { territoryId: ctx.territory.id, siteId })) return refuse({ code: 'forbidden', permission })
    const standing = await siteStanding(tx, ctx.territory.id, siteId)
    if (!standing) return refuse({ code: 'notFound' })
    const atWork = siteIsOpen(standing, ctx.today)
    if (!atWork.ok) return atWork
    if (found.orderId !== null) return refuseRule('site.endedOnlyByOrder')
    const checked = checkEnding(found, endsOn)
    if (!checked.ok) return checked

    const facts = await applyEndAppointment(tx, ctx, { appointmentId, on: endsOn, orderId: null })
    await refreshRegisterEntries(tx, ctx, [siteId])
    await recordAll(tx, ctx, facts)
    return ok(null)
  })
}

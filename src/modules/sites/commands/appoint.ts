import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day, Period, PersonId, SiteId } from '../../../kernel/types.ts'
import type { AppointmentKind } from '../../../regulation/kinds.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { methodistPeriods, postPeriods } from '../../people/role-queries.ts'
import { regulationById } from '../../regulation/queries.ts'
import { checkAppointment } from '../rules.ts'
import { siteStanding } from '../standing-queries.ts'
import { siteIsOpen } from '../standing-rules.ts'
import { applyAppointment } from './apply-appointment.ts'
import { refreshRegisterEntries } from './refresh-register.ts'

/** What a person fills in to appoint someone on a site without an order. */
export type AppointInput = {
  readonly siteId: SiteId
  readonly personId: PersonId
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly ground: string | null
}

export type LockedSite = Period & { readonly id: SiteId; readonly direction: string | null; readonly regulation: Regulation }

/** What one kind of appointment asks beyond what all of them ask. */
export type Asks = (tx: Tx, site: LockedSite) => Promise<Result<null>>

/** The frame of every appointment made without an order: lock, check, save, record. An appointment without a last day lasts as the status does. */
export function appoint(ctx: Acting, as: AppointmentKind, input: AppointInput, asks: Asks): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const facts = await appointWithin(tx, ctx, as, input, asks)
    if (!facts.ok) return facts
    await refreshRegisterEntries(tx, ctx, [input.siteId])
    await recordAll(tx, ctx, facts.value)
    return ok(null)
  })
}

/** The same within a transaction of the caller, who writes the facts down. */
export async function appointWithin(
  tx: Tx,
  ctx: Ctx,
  as: AppointmentKind,
  input: AppointInput,
  asks: Asks,
): Promise<Result<readonly Fact[]>> {
  const site = await lockSite(tx, ctx, input.siteId)
  if (!site) return refuse({ code: 'notFound' })
  const asked = await asks(tx, site)
  if (!asked.ok) return asked
  const atWork = siteIsOpen((await siteStanding(tx, ctx.territory.id, site.id))!, ctx.today)
  if (!atWork.ok) return atWork

  const period = { from: input.startsOn, to: input.endsOn ?? site.to }
  const { siteId, personId, ground } = input
  if (!(await personExists(tx, ctx, personId))) return refuseRule('site.unknownPerson', { field: 'personId' })
  const already = await periodsOf(tx, ctx, as, input)
  const holds = {
    posts: await postPeriods(tx, ctx, personId),
    methodist: await methodistPeriods(tx, ctx, personId),
  }
  const checked = checkAppointment(site.regulation, { kind: as, period, site, already, holds })
  if (!checked.ok) return checked
  return ok(await applyAppointment(tx, ctx, { siteId, personId, as, ground, ...period, orderId: null, pointNumber: null }))
}

/** The site with the regulation under which it began. */
async function lockSite(tx: Tx, ctx: Ctx, id: SiteId): Promise<LockedSite | null> {
  const row = await tx
    .selectFrom('sites')
    .select(['startsOn', 'endsOn', 'direction', 'regulationId'])
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .forUpdate()
    .executeTakeFirst()
  const stored = row && (await regulationById(tx, ctx.territory.id, row.regulationId, ctx.today))
  return row && stored
    ? { id, from: row.startsOn, to: row.endsOn, direction: row.direction, regulation: stored.regulation }
    : null
}

async function personExists(tx: Tx, ctx: Ctx, id: PersonId): Promise<boolean> {
  const row = await tx
    .selectFrom('people')
    .select('id')
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .executeTakeFirst()
  return row !== undefined
}

async function periodsOf(tx: Tx, ctx: Ctx, as: AppointmentKind, input: AppointInput): Promise<Period[]> {
  return tx
    .selectFrom('appointments')
    .select(['startsOn as from', 'endsOn as to'])
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId: input.siteId, personId: input.personId, kind: as }))
    .execute()
}

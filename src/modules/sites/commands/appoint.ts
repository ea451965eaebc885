import { sql } from 'kysely'
import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import { oneRow } from '../../../db/one-row.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day, Period, PersonId, SiteId } from '../../../kernel/types.ts'
import { coordinatorRule, type HeadCandidate, mayHeadSite, onlyByOrder, role } from '../../../regulation/people/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { methodistPeriods, postPeriods } from '../../people/role-queries.ts'
import { regulationById } from '../../regulation/queries.ts'
import { checkAppointment, checkEnding, headGives, isStaff } from '../rules.ts'
import { siteStanding } from '../standing-queries.ts'
import { siteIsOpen } from '../standing-rules.ts'
import { applyAppointment, applyEndAppointment } from './apply-appointment.ts'
import { refreshRegisterEntries } from './refresh-register.ts'

/** What a person fills in to appoint someone on a site without an order. */
export type AppointInput = {
  readonly siteId: SiteId
  readonly personId: PersonId
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly ground: string | null
}

type LockedSite = Period & { readonly id: SiteId; readonly direction: string | null; readonly regulation: Regulation }

/** What one kind of appointment asks beyond what all of them ask. */
type Asks = (tx: Tx, site: LockedSite) => Promise<Result<null>>

/** The frame of every appointment made without an order: lock, check, save, record. An appointment without a last day lasts as the status does. */
function appoint(ctx: Acting, as: string, input: AppointInput, asks: Asks): Promise<Result<null>> {
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
  as: string,
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
  const others = await periodsOf(tx, ctx, as, siteId)
  const already = others.filter((one) => one.personId === personId)
  const holds = {
    posts: await postPeriods(tx, ctx, personId),
    methodist: await methodistPeriods(tx, ctx, personId),
  }
  const checked = checkAppointment(site.regulation, { kind: as, period, site, already, others, ground, holds })
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

async function periodsOf(tx: Tx, ctx: Ctx, as: string, siteId: SiteId): Promise<(Period & { personId: PersonId })[]> {
  return tx
    .selectFrom('appointments')
    .select(['startsOn as from', 'endsOn as to', 'personId'])
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId, kind: as }))
    .execute()
}

/** Gives a site its coordinator, from the methodists only. (T-46) */
export function appointCoordinator(ctx: Acting, input: AppointInput): Promise<Result<null>> {
  return appoint(ctx, 'coordinator', input, async (tx, { regulation, id }) => {
    if (!may(ctx, 'site.appointCoordinator', { territoryId: ctx.territory.id, siteId: id }))
      return refuse({ code: 'forbidden', permission: 'site.appointCoordinator' })
    const coordinator = coordinatorRule(regulation)
    if (coordinator.value === null) return refuseRule('site.noCoordinators', { field: 'kind' })
    if (!(await isMethodist(tx, ctx, input.personId, input.startsOn)))
      return refuseRule('site.notMethodist', {
        field: 'personId',
        params: { basis: coordinator.basis?.text ?? '' },
      })
    return ok(null)
  })
}

/** A methodist by the role given in the product, or by a post in the authority or the operator. */
async function isMethodist(tx: Tx, ctx: Ctx, personId: PersonId, on: Day): Promise<boolean> {
  return (
    await oneRow(
      tx,
      sql<{ is: boolean }>`
    select exists (select 1 from role_grants where territory_id = ${ctx.territory.id} and person_id = ${personId} and role = 'methodist'
        and starts_on <= ${on} and (ends_on is null or ends_on >= ${on}))
      or exists (select 1 from posts p join organisations o on o.territory_id = p.territory_id and o.id = p.organisation_id
        where p.territory_id = ${ctx.territory.id} and p.person_id = ${personId} and p.kind in ('methodist', 'seniorMethodist')
        and (o.is_authority or o.is_operator) and p.starts_on <= ${on} and (p.ends_on is null or p.ends_on >= ${on})) as is`,
    )
  ).is
}

/** Names the head of a site whose order named none. Where the authority appoints heads, only an order can. */
export function appointHead(ctx: Acting, input: AppointInput): Promise<Result<null>> {
  return appoint(ctx, 'head', input, async (tx, { regulation, id, direction }) => {
    if (!may(ctx, 'site.appointHead', { territoryId: ctx.territory.id, siteId: id }))
      return refuse({ code: 'forbidden', permission: 'site.appointHead' })
    const ordered = onlyByOrder(regulation, 'head')
    if (ordered.value) return refuseRule('site.headOnlyByOrder', { field: 'kind', params: { basis: ordered.basis?.text ?? '' } })
    const candidate = await headCandidate(tx, ctx, { personId: input.personId, siteId: id, direction, on: input.startsOn })
    const verdict = mayHeadSite(regulation, candidate, input.startsOn)
    if (verdict.ok) return ok(null)
    const params = { missing: verdict.missing.join('; '), basis: verdict.basis.text }
    return refuseRule('site.headNotEligible', { field: 'personId', params })
  })
}

/** What the regulation asks about a head, as of a day. */
async function headCandidate(
  tx: Tx,
  ctx: Ctx,
  given: { personId: PersonId; siteId: SiteId; direction: string | null; on: Day },
): Promise<HeadCandidate> {
  const { personId, siteId, direction, on } = given
  const ofPerson = sql`territory_id = ${ctx.territory.id} and person_id = ${personId}`
  const thatDay = sql`starts_on <= ${on} and (ends_on is null or ends_on >= ${on})`
  return oneRow(
    tx,
    sql<HeadCandidate>`
    select coalesce((select json_agg(kind) from posts where ${ofPerson} and ${thatDay}), '[]') as posts,
      coalesce((select json_agg(kind) from posts where ${ofPerson} and ${thatDay} and organisation_id in
        (select organisation_id from site_organisations where territory_id = ${ctx.territory.id} and site_id = ${siteId})), '[]') as host_posts,
      (select category from qualifications where ${ofPerson} and ${thatDay}) as category,
      (select count(*)::int from achievements where ${ofPerson} and (achieved_on is null or achieved_on <= ${on})
        and (${direction}::text is null or direction is null or direction = ${direction})) as achievements`,
  )
}

/** Whether this person may give this role on a site: its head where the regulation leaves it to them, the authority and the operator always. */
export function mayGive(ctx: Ctx, { id: siteId, regulation }: Pick<LockedSite, 'id' | 'regulation'>, kind: string): Result<null> {
  const subject = { territoryId: ctx.territory.id, siteId }
  if (!may(ctx, 'site.appointStaff', subject)) return refuse({ code: 'forbidden', permission: 'site.appointStaff' })
  const asked = role(regulation, kind)
  if (asked.value === null || !isStaff(kind)) return refuseRule('site.noSuchRole', { field: 'kind' })
  if (!headGives(regulation, kind) && !may(ctx, 'site.appointHead', subject))
    return refuseRule('site.roleOfOthers', { field: 'kind', params: { basis: asked.basis?.text ?? '' } })
  return ok(null)
}

/** Appoints a mentor, tutor, curator … */
export const appointStaff = (ctx: Acting, input: AppointInput & { kind: string }): Promise<Result<null>> =>
  appoint(ctx, input.kind, input, async (_, site) => mayGive(ctx, site, input.kind))

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

import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { Day, OrderId, SiteId } from '../../../kernel/types.ts'
import type { Undoing } from '../model.ts'
import { sitesForgotten } from '../ports.ts'
import { lastDayWhenEndedFrom } from '../rules.ts'
import { endEverythingOf, moveEnd, undoSuspensions } from './apply-standing.ts'

/** What an undone order leaves behind: facts, and the sites whose public entries have to follow. */
export type Undone = { readonly facts: Fact[]; readonly siteIds: readonly SiteId[] }

/**
 * Undoes what a revoked order did to the registers. What it began ends with the day before; what it would have begun later never begins;
 * what it ended or prolonged gets its former term back.
 */
export async function undoOrder(tx: Tx, ctx: Ctx, undoing: Undoing): Promise<Undone> {
  const before = await sitesTouchedBy(tx, ctx, undoing.orderId)
  const restored = await restoreEnded(tx, ctx, undoing)
  const shortened = await takeBackExtensions(tx, ctx, undoing)
  const ended = await endSites(tx, ctx, undoing)
  const detached = await endTies(tx, ctx, undoing)
  const paused = await undoSuspensions(tx, ctx, undoing)
  const gone = await forgetUnbegunSites(tx, ctx, undoing)
  const facts = [...restored, ...shortened, ...ended, ...detached, ...paused, ...gone]
  return { facts, siteIds: before }
}

async function sitesTouchedBy(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<SiteId[]> {
  const { rows } = await sql<{ id: SiteId }>`
    select id from sites where territory_id = ${ctx.territory.id} and (order_id = ${orderId} or ended_by_order_id = ${orderId})
    union select site_id from suspensions where territory_id = ${ctx.territory.id} and (order_id = ${orderId} or ended_by_order_id = ${orderId})
    union select site_id from site_extensions where territory_id = ${ctx.territory.id} and order_id = ${orderId}
    union select site_id from attachments where territory_id = ${ctx.territory.id} and (order_id = ${orderId} or ended_by_order_id = ${orderId})
    union select site_id from appointments where territory_id = ${ctx.territory.id} and site_id is not null
      and (order_id = ${orderId} or ended_by_order_id = ${orderId})`.execute(tx)
  return rows.map((row) => row.id)
}

/** Statuses, attachments and appointments that the revoked order ended go on for as long as they were given. */
async function restoreEnded(tx: Tx, ctx: Ctx, { orderId, ...undoing }: Undoing): Promise<Fact[]> {
  const territory = sql`territory_id = ${ctx.territory.id}`
  const sites = await sql<{ id: SiteId; to: Day | null }>`
    update sites set ends_on = granted_until, ended_by_order_id = null, ended_by_point = null, end_ground = null
    where ${territory} and ended_by_order_id = ${orderId} returning id, ends_on as "to"`.execute(tx)
  await sql`update site_organisations o set ends_on = s.ends_on from sites s
    where o.territory_id = ${ctx.territory.id} and s.territory_id = o.territory_id and s.id = o.site_id
      and s.id = any(${sites.rows.map((site) => site.id)}::uuid[])`.execute(tx)
  for (const name of ['attachments', 'appointments'])
    await sql`update ${sql.table(name)} set ends_on = granted_until, ended_by_order_id = null
      where ${territory} and ended_by_order_id = ${orderId}`.execute(tx)
  return sites.rows.map(({ id, to }) => ({
    kind: 'site.extended',
    subjectId: id,
    siteId: id,
    facts: { ...by({ orderId, ...undoing }), to, restored: true },
  }))
}

/** A prolonged term goes back to its former last day, or ends the day before the revocation when that day has passed. */
async function takeBackExtensions(tx: Tx, ctx: Ctx, undoing: Undoing): Promise<Fact[]> {
  const { rows } = await sql<{ siteId: SiteId; until: Day; on: Day }>`
    with taken as (delete from site_extensions where territory_id = ${ctx.territory.id} and order_id = ${undoing.orderId}
      returning territory_id, site_id, was_until, until)
    select t.site_id, t.until, greatest(t.was_until, ${undoing.on}::date - 1) as "on" from taken t
      join sites s on s.territory_id = t.territory_id and s.id = t.site_id
    where s.ends_on = t.until and s.ended_by_order_id is null and t.until >= ${undoing.on}::date`.execute(tx)
  const ending: Fact[] = []
  for (const { siteId, on } of rows) {
    await moveEnd(tx, ctx, siteId, on)
    ending.push(...(await endEverythingOf(tx, ctx, { siteId, on, orderId: undoing.byOrderId })))
  }
  const moved = rows.map(({ siteId, until, on }): Fact => {
    const its = { subjectId: siteId, siteId }
    return on > until
      ? { kind: 'site.extended', ...its, facts: { ...by(undoing), to: on, restored: true } }
      : { kind: 'site.ended', ...its, facts: { ...by(undoing), was: until, on } }
  })
  return [...moved, ...ending]
}

async function endSites(tx: Tx, ctx: Ctx, undoing: Undoing): Promise<Fact[]> {
  const running = await tx
    .selectFrom('sites')
    .select(['id', 'startsOn'])
    .where((is) => is.and({ territoryId: ctx.territory.id, orderId: undoing.orderId }))
    .where('startsOn', '<=', undoing.on)
    .where(sql<boolean>`(ends_on is null or ends_on >= ${undoing.on})`)
    .forUpdate()
    .execute()
  const ending: Fact[] = []
  for (const site of running) {
    const on = lastDayWhenEndedFrom(site.startsOn, undoing.on)
    await tx
      .updateTable('sites')
      .set({ endsOn: on, endedByOrderId: undoing.byOrderId, endedByPoint: undoing.pointNumber })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: site.id }))
      .execute()
    ending.push(...(await endEverythingOf(tx, ctx, { siteId: site.id, on, orderId: undoing.byOrderId })))
  }
  const ended = running.map(
    (site): Fact => ({
      kind: 'site.ended',
      subjectId: site.id,
      siteId: site.id,
      facts: { ...by(undoing), on: lastDayWhenEndedFrom(site.startsOn, undoing.on) },
    }),
  )
  return [...ended, ...ending]
}

/** Attachments and appointments the order made at sites of other orders, or in the territory as a whole. */
async function endTies(tx: Tx, ctx: Ctx, undoing: Undoing): Promise<Fact[]> {
  const attachments = await endOrForget(tx, ctx, undoing, 'attachments')
  const appointments = await endOrForget(tx, ctx, undoing, 'appointments')
  return [
    ...attachments.map((row) => tie('organisation.detached', row, undoing)),
    ...appointments.map((row) => tie('appointment.ended', row, undoing)),
  ]
}

type Tie = { subject: string; site: SiteId | null; startsOn: string }

async function endOrForget(tx: Tx, ctx: Ctx, undoing: Undoing, name: 'attachments' | 'appointments'): Promise<Tie[]> {
  const table = sql.table(name)
  const subject = sql.ref(name === 'attachments' ? 'organisation_id' : 'person_id')
  const ofOrder = sql`territory_id = ${ctx.territory.id} and order_id = ${undoing.orderId}`
  const forgotten = await sql<Tie>`
    delete from ${table} where ${ofOrder} and starts_on > ${undoing.on}::date
    returning ${subject} as subject, site_id as site, starts_on`.execute(tx)
  const ended = await sql<Tie>`
    update ${table} set ends_on = greatest(starts_on, ${undoing.on}::date - 1), ended_by_order_id = ${undoing.byOrderId}
    where ${ofOrder} and starts_on <= ${undoing.on}::date and (ends_on is null or ends_on >= ${undoing.on}::date)
      and ended_by_order_id is distinct from ${undoing.byOrderId}
    returning ${subject} as subject, site_id as site, starts_on`.execute(tx)
  return [...forgotten.rows, ...ended.rows]
}

const tie = (kind: 'organisation.detached' | 'appointment.ended', row: Tie, undoing: Undoing): Fact => ({
  kind,
  subjectId: row.subject,
  siteId: row.site,
  facts: { ...by(undoing), on: lastDayWhenEndedFrom(row.startsOn, undoing.on) },
})

/** Statuses of the revoked order that have not begun: the register never had them. History and the order itself still tell of them. */
async function forgetUnbegunSites(tx: Tx, ctx: Ctx, undoing: Undoing): Promise<Fact[]> {
  const { id: territoryId } = ctx.territory
  const rows = await tx
    .selectFrom('sites')
    .select('id')
    .where((is) => is.and({ territoryId, orderId: undoing.orderId }))
    .where('startsOn', '>', undoing.on)
    .execute()
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  for (const forget of sitesForgotten.parts()) await forget(tx, ctx, ids)
  for (const table of ['attachments', 'appointments', 'siteExtensions', 'registerEntries', 'siteOrganisations'] as const)
    await tx.deleteFrom(table).where('territoryId', '=', territoryId).where('siteId', 'in', ids).execute()
  await tx.deleteFrom('sites').where('territoryId', '=', territoryId).where('id', 'in', ids).execute()
  return ids.map((id) => ({ kind: 'site.ended', subjectId: id, siteId: id, facts: { ...by(undoing), neverBegan: true } }))
}

const by = ({ byOrderId, pointNumber, orderId }: Undoing) => ({ orderId: byOrderId, pointNumber, revokedOrderId: orderId })

import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { dayBefore, later } from '../../../kernel/dates.ts'
import type { Day, OrderId, SiteId } from '../../../kernel/types.ts'
import { type EndMoved, type Paused, withoutMovesOf } from '../extension-rules.ts'
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

/**
 * A term that the order moved is counted anew without it, or ends the day before the revocation when that day has passed. Days that a
 * resumption has given back fall away with the suspension they were of.
 */
async function takeBackExtensions(tx: Tx, ctx: Ctx, undoing: Undoing): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const { siteId, ...site } of await endsMovedBy(tx, ctx, undoing.orderId)) {
    const moved = withoutMovesOf(site.moves, undoing.orderId, site.pauses)
    if (moved === null) continue
    await keepMoves(tx, ctx, siteId, moved.left)
    const on = later(moved.end, dayBefore(undoing.on))
    const endsEarlier = site.endedEarly && site.to <= on
    if (endsEarlier) await keepTerm(tx, ctx, siteId, { grantedUntil: on })
    if (endsEarlier || site.to < undoing.on || on === site.to) continue
    if (site.endedEarly) await keepTerm(tx, ctx, siteId, { endedByOrderId: null, endedByPoint: null, endGround: null })
    await moveEnd(tx, ctx, siteId, on)
    const its = { subjectId: siteId, siteId }
    if (on > site.to) facts.push({ kind: 'site.extended', ...its, facts: { ...by(undoing), to: on, restored: true } })
    else {
      facts.push({ kind: 'site.ended', ...its, facts: { ...by(undoing), was: site.to, on } })
      facts.push(...(await endEverythingOf(tx, ctx, { siteId, on, orderId: undoing.byOrderId })))
    }
  }
  return facts
}

type MovedSite = { siteId: SiteId; to: Day; endedEarly: boolean; moves: EndMoved[]; pauses: Paused[] }

/** The sites whose last day an order moved, or a resumption of what it suspended, with all that ever moved it, first to last. */
async function endsMovedBy(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<MovedSite[]> {
  const { rows } = await sql<MovedSite>`
    select s.id as site_id, s.ends_on as "to", s.ended_by_order_id is not null as ended_early,
      (select json_agg(json_build_object('orderId', x.order_id, 'pointNumber', x.point_number, 'was', x.was_until, 'until', x.until, 'makesUp', x.makes_up) order by x.nth) from site_extensions x
        where x.territory_id = s.territory_id and x.site_id = s.id) as moves,
      coalesce((select json_agg(json_build_object('orderId', p.order_id, 'until', p.until, 'endedByOrderId', p.ended_by_order_id))
        from suspensions p where p.territory_id = s.territory_id and p.site_id = s.id), '[]') as pauses
    from sites s where s.territory_id = ${ctx.territory.id} and s.ends_on is not null
      and exists (select from site_extensions x where x.territory_id = s.territory_id and x.site_id = s.id)
      and (exists (select from site_extensions x where x.territory_id = s.territory_id and x.site_id = s.id and x.order_id = ${orderId})
        or exists (select from suspensions p where p.territory_id = s.territory_id and p.site_id = s.id and p.order_id = ${orderId}))
    for update`.execute(tx)
  return rows
}

type Term =
  | { readonly grantedUntil: Day }
  | { readonly endedByOrderId: null; readonly endedByPoint: null; readonly endGround: null }

/**
 * The term that a status ended early would have had: it goes that long again where its end is revoked. Where the term itself is over before that
 * end, nothing ends it early any more.
 */
async function keepTerm(tx: Tx, ctx: Ctx, id: SiteId, term: Term): Promise<void> {
  await tx
    .updateTable('sites')
    .set(term)
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .execute()
}

async function keepMoves(tx: Tx, ctx: Ctx, siteId: SiteId, left: readonly EndMoved[]): Promise<void> {
  const territoryId = ctx.territory.id
  await tx
    .deleteFrom('siteExtensions')
    .where((is) => is.and({ territoryId, siteId }))
    .execute()
  const rows = left.map(({ was, ...one }) => ({ territoryId, siteId, wasUntil: was, ...one }))
  if (rows.length > 0) await tx.insertInto('siteExtensions').values(rows).execute()
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

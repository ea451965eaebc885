import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day } from '../../kernel/types.ts'
import type { Effect } from './effects.ts'
import { effectsOf, type FullOrder } from './model.ts'

/** Who has to read a signed order; heads of organisations sign for them. */
export type Recipient = { readonly personId: string; readonly organisationId: string | null }

/**
 * Who an order has to be shown to: everybody it gives work or a role to, the controller, and the heads of the organisations it concerns
 * (or of all organisations). The signatory has read it by signing.
 */
export async function recipientsOf(tx: Tx, ctx: Ctx, { order, points }: FullOrder, day: Day): Promise<Recipient[]> {
  const people = new Set(points.flatMap((point) => point.assigneeIds as readonly string[]))
  if (order.controllerId) people.add(order.controllerId)
  const organisations = new Set<string>()
  for (const { effect } of effectsOf(points)) {
    if ('organisationIds' in effect) for (const id of effect.organisationIds) organisations.add(id)
    if (effect.kind === 'appoint') people.add(effect.personId)
    if (effect.kind === 'grantStatus' && effect.headPersonId) people.add(effect.headPersonId)
  }
  const ties = await tiesOf(
    tx,
    ctx,
    effectsOf(points).flatMap(({ effect }) => (changesStatus(effect) ? [effect.siteId] : [])),
    day,
  )
  for (const id of ties.organisations) organisations.add(id)
  for (const id of ties.heads) people.add(id)
  const heads = await headsOf(tx, ctx, day, order.acquaintance === 'allHeads' ? null : [...organisations])
  const byPerson = new Map<string, Recipient>([...people].map((personId) => [personId, { personId, organisationId: null }]))
  for (const head of heads) byPerson.set(head.personId, head)
  if (order.signatoryId) byPerson.delete(order.signatoryId)
  return [...byPerson.values()]
}

type OfStatus = Extract<Effect, { kind: 'extendStatus' | 'terminateStatus' | 'suspendStatus' | 'resumeStatus' }>
const statusKinds: readonly Effect['kind'][] = ['extendStatus', 'terminateStatus', 'suspendStatus', 'resumeStatus']
const changesStatus = (effect: Effect): effect is OfStatus => statusKinds.includes(effect.kind)

/** Whom a change of a status concerns: the organisations of the site, and whoever heads it on the day. */
async function tiesOf(
  tx: Tx,
  ctx: Ctx,
  sites: readonly string[],
  day: Day,
): Promise<{ organisations: readonly string[]; heads: readonly string[] }> {
  if (sites.length === 0) return { organisations: [], heads: [] }
  const hosts = await tx
    .selectFrom('siteOrganisations')
    .select('organisationId as id')
    .where('territoryId', '=', ctx.territory.id)
    .where('siteId', 'in', [...sites])
    .execute()
  const heads = await tx
    .selectFrom('appointments')
    .select('personId as id')
    .where('territoryId', '=', ctx.territory.id)
    .where('siteId', 'in', [...sites])
    .where('kind', '=', 'head')
    .where('startsOn', '<=', day)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', day)]))
    .execute()
  return { organisations: hosts.map(({ id }) => id), heads: heads.map(({ id }) => id) }
}

/** Heads on a day: of the organisations named, or of all when none are named. */
export async function headsOf(tx: Tx, ctx: Ctx, day: Day, organisationIds: readonly string[] | null) {
  return tx
    .selectFrom('posts')
    .select(['personId', 'organisationId'])
    .where('territoryId', '=', ctx.territory.id)
    .where('kind', '=', 'head')
    .where('startsOn', '<=', day)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', day)]))
    .$if(organisationIds !== null, (query) => query.where('organisationId', '=', sql<string>`any(${organisationIds}::uuid[])`))
    .orderBy('organisationId')
    .execute()
}

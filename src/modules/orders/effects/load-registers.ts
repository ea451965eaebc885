import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Day } from '../../../kernel/types.ts'
import type { StoredRegulation } from '../../../regulation/stored.ts'
import { audienceOf, type Listener } from '../../calls/audience-queries.ts'
import { knownCalls } from '../../calls/queries.ts'
import { regulationById, regulationOn } from '../../regulation/queries.ts'
import type { Effect } from '../effects.ts'
import { effectsOf, type FullOrder, type PlacedEffect } from '../model.ts'
import { decidedIn } from './application-checks.ts'
import { loadApplications } from './load-applications.ts'
import {
  loadAppointments,
  loadAttachments,
  loadIssuer,
  loadOrders,
  loadOrganisations,
  loadPeople,
  loadSites,
} from './load-rows.ts'
import { loadStanding } from './load-standing.ts'
import type { KnownOrganisation, KnownRegulation, KnownSite, Named, Registers } from './registers.ts'

/** Reads everything the effects of an order are checked against: a fixed number of queries, however many effects. */
export async function loadRegisters(
  tx: Tx,
  ctx: Ctx,
  { order, points }: FullOrder,
  on: { day: Day; effectiveOn: Day },
): Promise<Registers> {
  const effects = effectsOf(points)
  const named = namedBy(effects.map(({ effect }) => effect))
  const sites = await loadSites(tx, ctx, named)
  const attachments = await loadAttachments(tx, ctx, named, sites)
  const appointments = await loadAppointments(tx, ctx, named)
  const hosts = sites.flatMap((site) => (named.sites.includes(site.id) ? site.organisationIds : []))
  const organisations = byId(await loadOrganisations(tx, ctx, [...named.organisations, ...hosts]))
  const people = [...named.people, ...appointments.map((one) => one.personId)]
  const applications = await loadApplications(tx, ctx, { ids: decidedIn(effects), orders: named.orders, orderId: order.id })
  const regulations = await loadRegulations(tx, ctx, on.effectiveOn, [
    ...named.regulations,
    ...applications.map((application) => application.regulationId),
    ...sites.flatMap((site) => (named.sites.includes(site.id) && site.regulationId ? [site.regulationId] : [])),
  ])
  const current = await regulationOn(tx, ctx.territory.id, on.effectiveOn)
  const inForce = current?.inForce ? asKnown(current) : null
  const judgedBy = regulations.get(named.regulations[0] ?? '') ?? inForce
  const calls = byId(await knownCalls(tx, ctx.territory.id, { ids: callsNamedBy(effects), orderIds: named.orders }))
  return {
    orderId: order.id,
    actKind: order.kind,
    issuer: await loadIssuer(tx, ctx, order.issuerId),
    ...on,
    now: ctx.now,
    timeZone: ctx.territory.timeZone,
    inForce,
    judgedBy,
    regulations,
    organisations,
    people: byId(await loadPeople(tx, ctx, people)),
    sites: byId([
      ...sites,
      ...openedBy(
        order.id,
        effects.map(({ effect }) => effect),
        organisations,
      ),
    ]),
    appointments: byId(appointments),
    attachments,
    ...(await loadStanding(
      tx,
      ctx,
      effects.map(({ effect }) => effect),
    )),
    applications: byId(applications),
    orders: byId(await loadOrders(tx, ctx, named.orders)),
    calls,
    listeners: await listenersOf(tx, ctx, { effects, calls, judgedBy }),
    effects,
  }
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]))

function namedBy(effects: readonly Effect[]): Named {
  const named = {
    organisations: new Set<string>(),
    people: new Set<string>(),
    sites: new Set<string>(),
    appointments: new Set<string>(),
    regulations: new Set<string>(),
    orders: new Set<string>(),
  }
  for (const effect of effects) {
    if ('organisationIds' in effect) for (const id of effect.organisationIds) named.organisations.add(id)
    if ('siteId' in effect && effect.siteId !== null && effect.kind !== 'grantStatus') named.sites.add(effect.siteId)
    if (effect.kind === 'terminateStatus' && effect.attachTo !== null) named.sites.add(effect.attachTo)
    if (effect.kind === 'grantStatus' && effect.headPersonId !== null) named.people.add(effect.headPersonId)
    if (effect.kind === 'appoint') named.people.add(effect.personId)
    if (effect.kind === 'endAppointment') named.appointments.add(effect.appointmentId)
    if (effect.kind === 'approveRegulation') named.regulations.add(effect.regulationId)
    if (effect.kind === 'revoke') named.orders.add(effect.orderId)
  }
  return {
    organisations: [...named.organisations],
    people: [...named.people],
    sites: [...named.sites],
    appointments: [...named.appointments],
    regulations: [...named.regulations],
    orders: [...named.orders],
  }
}

const callsNamedBy = (effects: readonly PlacedEffect[]) =>
  effects.flatMap(({ effect }) => (effect.kind === 'openCall' || effect.kind === 'extendCall' ? [effect.callId] : []))

type Hearing = Pick<Registers, 'effects' | 'calls' | 'judgedBy'>

async function listenersOf(
  tx: Tx,
  ctx: Ctx,
  { effects, calls, judgedBy }: Hearing,
): Promise<ReadonlyMap<string, readonly Listener[]>> {
  const found = new Map<string, readonly Listener[]>()
  for (const { effect } of effects) {
    if ((effect.kind !== 'openCall' && effect.kind !== 'extendCall') || judgedBy === null) continue
    const initiators = effect.kind === 'openCall' ? effect.initiators : (calls.get(effect.callId)?.initiators ?? [])
    const asked = { initiators, hostKinds: judgedBy.regulation.hostKinds.kinds, day: ctx.today }
    found.set(effect.callId, await audienceOf(tx, ctx.territory.id, asked))
  }
  return found
}

async function loadRegulations(
  tx: Tx,
  ctx: Ctx,
  day: Day,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownRegulation>> {
  const found = new Map<string, KnownRegulation>()
  for (const id of new Set(ids)) {
    const stored = await regulationById(tx, ctx.territory.id, id, day)
    if (stored) found.set(id, asKnown(stored))
  }
  return found
}

const asKnown = ({ id, version, regulation, startsOn, endsOn }: StoredRegulation): KnownRegulation => ({
  id,
  version,
  regulation,
  startsOn,
  endsOn,
})

/** The sites this very order opens, so that its other points can attach schools and appoint people to them. */
function openedBy(
  orderId: string,
  effects: readonly Effect[],
  organisations: ReadonlyMap<string, KnownOrganisation>,
): KnownSite[] {
  return effects.flatMap((effect) =>
    effect.kind === 'grantStatus'
      ? [
          {
            id: effect.siteId,
            name: effect.organisationIds.map((id) => organisations.get(id)?.name ?? '').join(', '),
            theme: effect.theme,
            direction: effect.direction,
            organisationIds: effect.organisationIds,
            orderId,
            regulationId: null,
            isNew: true,
            from: effect.from,
            to: effect.to,
          },
        ]
      : [],
  )
}

import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { longDate } from '../../kernel/dates.ts'
import type { CallId, Day, OrganisationId, RegulationLineId } from '../../kernel/types.ts'
import { nearestWords } from '../../regulation/calendar/windows.ts'
import { hostKinds, mayInitiate } from '../../regulation/hosts/questions.ts'
import { intakeOn } from '../../regulation/intake/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { hasStep, takesApplications } from '../../regulation/status/questions.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import type { Call } from '../calls/model.ts'
import { callsNow } from '../calls/queries.ts'
import { type Choice, organisationChoices, sitesOf } from '../organisations/queries.ts'
import { lineIn, regulationById } from '../regulation/queries.ts'
import { regulationOfSites } from '../sites/standing-queries.ts'
import { initiatorsFor } from './beginning.ts'

type Ground = { readonly call: Call | null; readonly stored: StoredRegulation }
/** Where an application may be begun now: for which organisations of the person, or on behalf of which parties that the paper names. */
export type Opening = Ground & { readonly schools: readonly Choice[]; readonly parties: readonly string[] }

/** Calls that are open to the person: to the organisations they head, or to a party they speak for; where a line has no calls, its regulation itself. (C-32, R-34) */
export async function openingsFor(tx: Tx, ctx: Ctx, regulations: readonly StoredRegulation[]): Promise<Opening[]> {
  const current = regulations.filter(({ inForce, regulation }) => inForce && initiatorsFor(ctx, regulation).length > 0)
  if (current.length === 0) return []
  const withCalls = current.filter(({ regulation }) => hasStep(regulation, 'call'))
  const without = current.filter((one) => !withCalls.includes(one))
  const calls = withCalls.length > 0 ? await callGrounds(tx, ctx) : []
  const grounds: Ground[] = [...calls, ...without.map((stored) => ({ call: null, stored }))]
  const schoolsOf = await schoolsToApply(tx, ctx, grounds)
  return grounds
    .map((ground) => ({ ...ground, schools: schoolsOf(ground), parties: partiesFor(ctx, ground) }))
    .filter(({ schools, parties }) => schools.length > 0 || parties.length > 0)
}

/** Those the person speaks for, besides organisations. */
function partiesFor(ctx: Ctx, { call, stored: { regulation } }: Ground): string[] {
  if (!takesApplications(regulation).value) return []
  const able = initiatorsFor(ctx, regulation).map(({ value }) => value)
  return able.filter((one) => one !== 'organisation' && call?.initiators.includes(one) !== false)
}

/** Organisations the person heads that have no site and no application there. */
async function schoolsToApply(tx: Tx, ctx: Ctx, grounds: readonly Ground[]): Promise<(ground: Ground) => Choice[]> {
  if (grounds.length === 0 || ctx.actor.headsOrganisations.length === 0) return () => []
  const [heads, taken, lives] = await Promise.all([
    organisationChoices(tx, ctx, ctx.actor.headsOrganisations),
    inHand(tx, ctx),
    regulationOfSites(tx, ctx),
  ])
  const schools = await withTheirSites(tx, ctx, heads)
  return ({ call, stored }) => {
    const { id: line } = stored.line
    const free = schools.filter(({ sites }) => !sites.some((site) => lives(site)?.line.id === line))
    const fit = mayApply({ call, regulation: stored.regulation }, free)
    const isTaken = (id: OrganisationId) =>
      taken.some((own) => own.id === id && own.callId === (call?.id ?? null) && own.lineId === line)
    return fit.filter(({ id }) => !isTaken(id))
  }
}

/** When applications are taken where no call says it. */
export function intakeSaid(regulation: Regulation, today: Day): { readonly why: string; readonly clause: string | undefined } {
  const { value, basis } = intakeOn(regulation, today)
  const { open, nearest } = value
  if (basis === null) return { why: 'Заявки принимают в любой день', clause: takesApplications(regulation).basis?.clause }
  const { clause } = basis
  if (nearest === null) return { why: 'Сейчас заявок не принимают', clause }
  const why = open
    ? `Заявки принимают по ${longDate(nearest.to)}`
    : `Сегодня заявок не принимают, отправить можно ${nearestWords(nearest)}`
  return { why, clause }
}

/** Those who may begin an application for themselves: of a kind that may host, where the regulation and the call leave it to them. */
export function mayApply<One extends Pick<Choice, 'kind'>>(
  { call, regulation }: { call: Pick<Call, 'initiators'> | null; regulation: Regulation },
  organisations: readonly One[],
): One[] {
  const isTheirs = takesApplications(regulation).value && mayInitiate(regulation, 'organisation').ok
  if (!isTheirs || call?.initiators.includes('organisation') === false) return []
  const kinds = hostKinds(regulation).value
  return organisations.filter(({ kind }) => kinds.includes(kind))
}

/** A call that is open goes on under the regulation by which it was opened. */
async function callGrounds(tx: Tx, ctx: Ctx): Promise<{ call: Call; stored: StoredRegulation }[]> {
  const calls = await callsNow(tx, ctx)
  const found = await Promise.all(
    calls.map(async (call) => ({
      call,
      stored: await regulationById(tx, ctx.territory.id, call.regulationId, ctx.today),
    })),
  )
  return found.flatMap(({ call, stored }) => (stored ? [{ call, stored }] : []))
}

/** With the sites of each, present or to come: under the same Положение it needs no other. */
async function withTheirSites(tx: Tx, ctx: Ctx, organisations: readonly Choice[]) {
  const ties = await Promise.all(organisations.map(({ id }) => sitesOf(tx, ctx, id)))
  return organisations.map((one, n) => ({
    ...one,
    sites: (ties[n] ?? []).flatMap(({ siteId, hosts, to }) => (hosts && (to === null || to >= ctx.today) ? [siteId] : [])),
  }))
}

type InHand = { id: OrganisationId; callId: CallId | null; lineId: RegulationLineId }

/** Calls in which organisations of the person have an application; without a call, those whose application is not decided yet. */
async function inHand(tx: Tx, { territory, actor }: Ctx): Promise<InHand[]> {
  const { rows } = await sql<InHand>`
    select o.organisation_id as id, a.call_id, ${lineIn('a')} as line_id from application_organisations o
    join applications a on a.territory_id = o.territory_id and a.id = o.application_id
    where o.territory_id = ${territory.id} and o.organisation_id = any(${[...actor.headsOrganisations]}::uuid[])
      and o.state <> 'declined' and a.state <> 'withdrawn' and (a.call_id is not null or a.state not in ('granted', 'declined'))`.execute(
    tx,
  )
  return rows
}

import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { CallId, OrganisationId, RegulationLineId } from '../../kernel/types.ts'
import { hostKinds, mayInitiate } from '../../regulation/hosts/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { hasStep, takesApplications } from '../../regulation/status/questions.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import type { Call } from '../calls/model.ts'
import { callsNow } from '../calls/queries.ts'
import { type Choice, organisationChoices, sitesOf } from '../organisations/queries.ts'
import { lineIn, regulationById } from '../regulation/queries.ts'
import { regulationOfSites } from '../sites/standing-queries.ts'

/** Where an application may be begun now, and for which organisations of the person. */
export type Opening = { readonly call: Call | null; readonly stored: StoredRegulation; readonly schools: readonly Choice[] }

/** Calls that are open to the organisations the person heads; where a line has no calls, its regulation itself. (C-32, R-34) */
export async function openingsFor(tx: Tx, ctx: Ctx, regulations: readonly StoredRegulation[]): Promise<Opening[]> {
  const current = regulations.filter(({ inForce }) => inForce)
  const withCalls = current.filter(({ regulation }) => hasStep(regulation, 'call'))
  const without = current.filter((one) => !withCalls.includes(one))
  const [heads, calls, taken] = await Promise.all([
    organisationChoices(tx, ctx, ctx.actor.headsOrganisations),
    withCalls.length > 0 ? callGrounds(tx, ctx) : [],
    inHand(tx, ctx),
  ])
  const grounds = [...calls, ...without.map((stored) => ({ call: null, stored }))]
  if (grounds.length === 0) return []
  const [lives, schools] = await Promise.all([regulationOfSites(tx, ctx), withTheirSites(tx, ctx, heads)])
  return grounds
    .map(({ call, stored }) => {
      const { id: line } = stored.line
      const free = schools.filter(({ sites }) => !sites.some((site) => lives(site)?.line.id === line))
      const schoolsOf = mayApply({ call, regulation: stored.regulation }, free)
      const isTaken = (id: OrganisationId) =>
        taken.some((own) => own.id === id && own.callId === (call?.id ?? null) && own.lineId === line)
      return { call, stored, schools: schoolsOf.filter(({ id }) => !isTaken(id)) }
    })
    .filter((opening) => opening.schools.length > 0)
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

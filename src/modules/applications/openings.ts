import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { CallId, OrganisationId } from '../../kernel/types.ts'
import { hostKinds, mayInitiate } from '../../regulation/hosts/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { hasStep, takesApplications } from '../../regulation/status/questions.ts'
import type { Call } from '../calls/model.ts'
import { callsNow } from '../calls/queries.ts'
import { type Choice, organisationChoices, sitesOf } from '../organisations/queries.ts'
import { regulationById } from '../regulation/queries.ts'

/** Where an application may be begun now, and for which organisations of the person. */
export type Opening = { readonly call: Call | null; readonly regulation: Regulation; readonly schools: readonly Choice[] }

/** Calls that are open to the organisations the person heads; without calls, the regulation itself. (C-32, R-34) */
export async function openingsFor(tx: Tx, ctx: Ctx, regulation: Regulation): Promise<Opening[]> {
  const [heads, grounds, taken] = await Promise.all([
    organisationChoices(tx, ctx, ctx.actor.headsOrganisations),
    hasStep(regulation, 'call') ? callGrounds(tx, ctx, regulation) : [{ call: null, regulation }],
    inHand(tx, ctx),
  ])
  if (grounds.length === 0) return []
  const schools = await withoutSite(tx, ctx, heads)
  return grounds
    .map((ground) => ({
      ...ground,
      schools: mayApply(ground, schools).filter(
        ({ id }) => !taken.some((own) => own.id === id && own.callId === (ground.call?.id ?? null)),
      ),
    }))
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
async function callGrounds(tx: Tx, ctx: Ctx, inForce: Regulation) {
  const calls = await callsNow(tx, ctx)
  return Promise.all(
    calls.map(async (call) => ({
      call,
      regulation: (await regulationById(tx, ctx.territory.id, call.regulationId, ctx.today))?.regulation ?? inForce,
    })),
  )
}

/** A site, present or to come, needs no application. */
async function withoutSite(tx: Tx, ctx: Ctx, organisations: readonly Choice[]): Promise<Choice[]> {
  const ties = await Promise.all(organisations.map(({ id }) => sitesOf(tx, ctx, id)))
  return organisations.filter((_, n) => !ties[n]?.some(({ hosts, to }) => hosts && (to === null || to >= ctx.today)))
}

/** Calls in which organisations of the person have an application; without a call, those whose application is not decided yet. */
async function inHand(tx: Tx, { territory, actor }: Ctx): Promise<{ id: OrganisationId; callId: CallId | null }[]> {
  const { rows } = await sql<{ id: OrganisationId; callId: CallId | null }>`
    select o.organisation_id as id, a.call_id from application_organisations o
    join applications a on a.territory_id = o.territory_id and a.id = o.application_id
    where o.territory_id = ${territory.id} and o.organisation_id = any(${[...actor.headsOrganisations]}::uuid[])
      and o.state <> 'declined' and a.state <> 'withdrawn' and (a.call_id is not null or a.state not in ('granted', 'declined'))`.execute(
    tx,
  )
  return rows
}

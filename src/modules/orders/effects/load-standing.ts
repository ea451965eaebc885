import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Effect } from '../effects.ts'
import type { AwaitedLine, HandedIn, KnownCase, KnownContract, KnownSuspension, Registers } from './registers.ts'

/** What the registers say of how sites stand: their suspensions, cases, plans and reports. Read only for sites whose status changes. */
export async function loadStanding(
  tx: Tx,
  ctx: Ctx,
  effects: readonly Effect[],
): Promise<Pick<Registers, 'suspensions' | 'cases' | 'awaited' | 'handedIn' | 'contracts'>> {
  const changing = effects.flatMap((effect) => (changesStanding(effect) ? [effect] : []))
  if (changing.length === 0) return { suspensions: [], cases: new Map(), awaited: [], handedIn: [], contracts: [] }
  const sites = [...new Set(changing.map((effect) => effect.siteId))]
  const cases = await loadCases(
    tx,
    ctx,
    changing.flatMap((effect) => effect.caseId ?? []),
  )
  return {
    suspensions: await loadSuspensions(tx, ctx, sites),
    cases: new Map(cases.map((one) => [one.id, one])),
    awaited: await loadAwaited(tx, ctx, sites),
    handedIn: await loadHandedIn(tx, ctx, sites),
    contracts: await loadContracts(tx, ctx, sites),
  }
}

const changesStanding = (
  effect: Effect,
): effect is Extract<Effect, { kind: 'extendStatus' | 'terminateStatus' | 'suspendStatus' | 'resumeStatus' }> =>
  effect.kind === 'extendStatus' ||
  effect.kind === 'terminateStatus' ||
  effect.kind === 'suspendStatus' ||
  effect.kind === 'resumeStatus'

async function loadSuspensions(tx: Tx, ctx: Ctx, sites: readonly string[]): Promise<KnownSuspension[]> {
  const { rows } = await sql<KnownSuspension>`
    select site_id, starts_on as "from", ends_on as "to" from suspensions
    where territory_id = ${ctx.territory.id} and site_id = any(${sites}::uuid[])`.execute(tx)
  return rows
}

async function loadCases(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<KnownCase[]> {
  const { rows } = await sql<KnownCase>`
    select id, site_id, kind, state, order_id, submitted_at is not null as is_proposed from status_cases
    where territory_id = ${ctx.territory.id} and id = any(${ids}::uuid[])`.execute(tx)
  return rows
}

async function loadAwaited(tx: Tx, ctx: Ctx, sites: readonly string[]): Promise<AwaitedLine[]> {
  const { rows } = await sql<AwaitedLine>`
    select p.site_id, l.activity, l.starts_on from plans p
      join plan_versions v on v.territory_id = p.territory_id and v.plan_id = p.id and v.state = 'approved'
      join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id
    where p.territory_id = ${ctx.territory.id} and p.site_id = any(${sites}::uuid[]) and not exists
      (select from executions e where e.territory_id = p.territory_id and e.plan_id = p.id and e.line_key = l.line_key)`.execute(
    tx,
  )
  return rows
}

async function loadHandedIn(tx: Tx, ctx: Ctx, sites: readonly string[]): Promise<HandedIn[]> {
  const { rows } = await sql<HandedIn>`
    select site_id, academic_year from reports where territory_id = ${ctx.territory.id} and site_id = any(${sites}::uuid[])
      and state in ('submitted', 'accepted')`.execute(tx)
  return rows
}

async function loadContracts(tx: Tx, ctx: Ctx, sites: readonly string[]): Promise<KnownContract[]> {
  const { rows } = await sql<KnownContract>`
    select site_id, number, ends_on from contracts
    where territory_id = ${ctx.territory.id} and site_id = any(${sites}::uuid[]) and state = 'inForce'`.execute(tx)
  return rows
}

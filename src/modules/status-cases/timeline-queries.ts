import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { localTime } from '../../kernel/clock.ts'
import type { Day, Instant } from '../../kernel/types.ts'
import type { CaseKind } from './machine.ts'

type OfOrder = { orderId: string; orderKind: 'order' | 'directive'; orderNumber: string; signedOn: Day; point: string }

/** A step of the life of a status, on its day, with what it can be read in. */
export type LifeStep =
  | { readonly what: 'call'; readonly on: Day; readonly callId: string; readonly title: string }
  | { readonly what: 'application'; readonly on: Day; readonly applicationId: string; readonly number: number | null }
  | ({ readonly what: 'granted'; readonly on: Day; readonly from: Day; readonly to: Day | null } & OfOrder)
  | ({ readonly what: 'extended'; readonly on: Day; readonly to: Day } & OfOrder)
  | ({ readonly what: 'suspended'; readonly on: Day; readonly reason: string } & OfOrder)
  | ({ readonly what: 'resumed'; readonly on: Day } & OfOrder)
  | ({ readonly what: 'terminated'; readonly on: Day; readonly ground: string | null } & OfOrder)
  | { readonly what: 'over'; readonly on: Day }
  | {
      readonly what: 'contract'
      readonly on: Day
      readonly contractId: string
      readonly number: string
      readonly to: Day
      readonly endedOn: Day | null
    }
  | {
      readonly what: 'case' | 'submission' | 'dropped'
      readonly on: Day
      readonly caseId: string
      readonly kind: CaseKind
      readonly reason: string
    }

type Where = Pick<Ctx, 'territory' | 'today'>

/** The whole life of a status, newest first: who may see which step is for the page to say. */
export async function lifeOfStatus(tx: Tx, ctx: Where, siteId: string): Promise<LifeStep[]> {
  const steps = [
    ...(await applicationSteps(tx, ctx, siteId)),
    ...(await orderSteps(tx, ctx, siteId)),
    ...(await suspensionSteps(tx, ctx, siteId)),
    ...(await contractSteps(tx, ctx, siteId)),
    ...(await caseSteps(tx, ctx, siteId)),
  ]
  return steps
    .map((step, index) => ({ step, index }))
    .sort((a, b) => b.step.on.localeCompare(a.step.on) || rank(b.step) - rank(a.step) || b.index - a.index)
    .map(({ step }) => step)
}

/** How steps of one day follow each other: a case comes before the order that decides it. */
const course = [
  'call',
  'application',
  'granted',
  'contract',
  'case',
  'submission',
  'dropped',
  'extended',
  'suspended',
  'resumed',
  'terminated',
  'over',
] as const satisfies readonly LifeStep['what'][]
const rank = ({ what }: LifeStep) => course.indexOf(what)

async function applicationSteps(tx: Tx, ctx: Where, siteId: string): Promise<LifeStep[]> {
  const { rows } = await sql<{
    applicationId: string
    number: number | null
    submittedAt: Instant | null
    callId: string | null
    title: string | null
    opensAt: Instant | null
  }>`
    select a.id as application_id, a.number, a.submitted_at, c.id as call_id, c.title, c.opens_at
    from applications a left join calls c on c.territory_id = a.territory_id and c.id = a.call_id
    where a.territory_id = ${ctx.territory.id} and a.site_id = ${siteId}`.execute(tx)
  const day = (at: Instant) => localTime(at, ctx.territory.timeZone).day
  return rows.flatMap(({ applicationId, number, submittedAt, callId, title, opensAt }): LifeStep[] => [
    ...(callId && title && opensAt ? [{ what: 'call', on: day(opensAt), callId, title } as const] : []),
    ...(submittedAt ? [{ what: 'application', on: day(submittedAt), applicationId, number } as const] : []),
  ])
}

const ofOrder = (alias: string) =>
  sql.raw(`${alias}.id as order_id, ${alias}.kind as order_kind, ${alias}.number_text as order_number, ${alias}.signed_on`)

async function orderSteps(tx: Tx, ctx: Where, siteId: string): Promise<LifeStep[]> {
  const territoryId = ctx.territory.id
  const granted = await sql<OfOrder & { from: Day; to: Day | null; endedEarly: boolean }>`
    select s.starts_on as "from", coalesce((select min(x.was_until) from site_extensions x
        where x.territory_id = s.territory_id and x.site_id = s.id), s.granted_until) as "to", s.point_number as point, ${ofOrder('o')}, s.ended_by_order_id is not null as ended_early
    from sites s join orders o on o.territory_id = s.territory_id and o.id = s.order_id
    where s.territory_id = ${territoryId} and s.id = ${siteId}`.execute(tx)
  const extended = await sql<OfOrder & { to: Day }>`
    select x.until as "to", x.point_number as point, ${ofOrder('o')}
    from site_extensions x join orders o on o.territory_id = x.territory_id and o.id = x.order_id
    where x.territory_id = ${territoryId} and x.site_id = ${siteId}`.execute(tx)
  const ended = await sql<OfOrder & { on: Day; ground: string | null }>`
    select s.ends_on as "on", s.end_ground as ground, s.ended_by_point as point, ${ofOrder('o')}
    from sites s join orders o on o.territory_id = s.territory_id and o.id = s.ended_by_order_id
    where s.territory_id = ${territoryId} and s.id = ${siteId}`.execute(tx)
  const [site] = granted.rows
  if (!site) return []
  const { endedEarly, ...grant } = site
  const last =
    extended.rows
      .map((row) => row.to)
      .sort()
      .at(-1) ?? site.to
  const isOver = !endedEarly && last !== null && last < ctx.today
  return [
    { what: 'granted', on: site.signedOn, ...grant },
    ...extended.rows.map((row): LifeStep => ({ what: 'extended', on: row.signedOn, ...row })),
    ...ended.rows.map((row): LifeStep => ({ what: 'terminated', ...row })),
    ...(isOver ? [{ what: 'over', on: last } as const] : []),
  ]
}

async function suspensionSteps(tx: Tx, ctx: Where, siteId: string): Promise<LifeStep[]> {
  const { rows: begun } = await sql<OfOrder & { on: Day; reason: string }>`
    select s.starts_on as "on", s.reason, s.point_number as point, ${ofOrder('o')}
    from suspensions s join orders o on o.territory_id = s.territory_id and o.id = s.order_id
    where s.territory_id = ${ctx.territory.id} and s.site_id = ${siteId}`.execute(tx)
  const { rows: ended } = await sql<OfOrder & { on: Day }>`
    select s.ends_on + 1 as "on", s.ended_by_point as point, ${ofOrder('o')}
    from suspensions s join orders o on o.territory_id = s.territory_id and o.id = s.ended_by_order_id
    where s.territory_id = ${ctx.territory.id} and s.site_id = ${siteId}`.execute(tx)
  return [
    ...begun.map((row): LifeStep => ({ what: 'suspended', ...row })),
    ...ended.map((row): LifeStep => ({ what: 'resumed', ...row })),
  ]
}

async function contractSteps(tx: Tx, ctx: Where, siteId: string): Promise<LifeStep[]> {
  const { rows } = await sql<{ on: Day; contractId: string; number: string; to: Day; endedOn: Day | null }>`
    select greatest(site_signed_on, operator_signed_on) as "on", id as contract_id, number, ends_on as "to", ended_on from contracts
    where territory_id = ${ctx.territory.id} and site_id = ${siteId} and state in ('inForce', 'ended')`.execute(tx)
  return rows.map((row) => ({ what: 'contract', ...row }))
}

async function caseSteps(tx: Tx, ctx: Where, siteId: string): Promise<LifeStep[]> {
  const { rows } = await sql<{
    caseId: string
    kind: CaseKind
    reason: string
    startedAt: Instant
    submittedAt: Instant | null
    dropReason: string | null
    closedAt: Instant | null
  }>`
    select id as case_id, kind, reason, started_at, submitted_at, drop_reason, closed_at from status_cases
    where territory_id = ${ctx.territory.id} and site_id = ${siteId} order by started_at`.execute(tx)
  const day = (at: Instant) => localTime(at, ctx.territory.timeZone).day
  return rows.flatMap(({ caseId, kind, reason, startedAt, submittedAt, dropReason, closedAt }): LifeStep[] => [
    { what: 'case', on: day(startedAt), caseId, kind, reason },
    ...(submittedAt ? [{ what: 'submission', on: day(submittedAt), caseId, kind, reason: '' } as const] : []),
    ...(dropReason && closedAt ? [{ what: 'dropped', on: day(closedAt), caseId, kind, reason: dropReason } as const] : []),
  ])
}

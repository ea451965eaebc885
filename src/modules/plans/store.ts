import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { newId } from '../../kernel/ids.ts'
import {
  academicYears,
  type Division,
  kindOfPeriod,
  type NamedPeriod,
  type PeriodKind,
  shortPeriodName,
} from '../../kernel/periods.ts'
import type {
  OrganisationId,
  Period,
  PersonId,
  PlanId,
  PlanVersionId,
  RegulationId,
  SiteId,
  TerritoryId,
} from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { planDivision } from '../../regulation/work/questions.ts'
import { type Procedure, procedureOf } from '../procedures/model.ts'
import { standsOf } from '../procedures/procedure-queries.ts'
import { regulationById, regulationsInForce, regulationVersions } from '../regulation/queries.ts'
import { atSite } from '../sites/decider-queries.ts'
import { standingSite } from '../sites/standing-queries.ts'
import type { Standing } from '../sites/standing-rules.ts'
import type { Execution, Line, Plan, PlanFrame, PlanPlace, PlanVersion } from './model.ts'
import { bounds } from './rules.ts'

/** A site as plans and reports know it. The regulation is the one under which the site was granted. */
export type PlannedSite = {
  readonly id: SiteId
  readonly theme: string
  readonly term: PlanFrame['term']
  readonly regulation: Regulation
  readonly organisations: readonly { readonly id: OrganisationId; readonly fullName: string; readonly shortName: string }[]
  /** Whether it may be written about. */
  readonly standing: Standing
}

/** A plan with all its versions, newest first. */
export type OpenPlan = {
  readonly procedure: Procedure
  readonly plan: Plan
  readonly one: PlanPlace
  readonly site: PlannedSite
  readonly regulation: Regulation
  readonly frame: PlanFrame
  readonly versions: readonly PlanVersion[]
  /** The version being prepared or decided about. */
  readonly open: PlanVersion | null
  /** The version in force. */
  readonly approved: PlanVersion | null
}

type Where = Pick<Ctx, 'territory' | 'today'>

/** What permissions on a plan are asked about. */
export const subjectOf = (territoryId: TerritoryId, siteId: SiteId): Subject => ({ territoryId, siteId })

/** The plan for reading; null when the territory has no such plan. */
export const openPlan = (tx: Tx, ctx: Where, id: PlanId): Promise<OpenPlan | null> => load(tx, ctx, id, false)

/** The plan locked until the end of the transaction: whoever comes second sees what the first has done. */
export const lockPlan = (tx: Tx, ctx: Where, id: PlanId): Promise<OpenPlan | null> => load(tx, ctx, id, true)

async function load(tx: Tx, ctx: Where, id: PlanId, lock: boolean): Promise<OpenPlan | null> {
  const row = await tx
    .selectFrom('plans')
    .select(['id', 'siteId', 'period as key', 'startsOn as from', 'endsOn as to'])
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) return null
  const { id: planId, siteId, ...period } = row
  const plan: Plan = { id: planId, siteId, period }
  const [site, versions, stands] = await Promise.all([
    plannedSite(tx, ctx, plan.siteId),
    versionsOf(tx, ctx.territory.id, plan.id),
    standsOf(tx, ctx, plan.id),
  ])
  if (!site) throw new Error(`plan ${id} has no site`)
  const open = versions.find(({ state }) => state === 'draft' || state === 'submitted') ?? null
  const approved = versions.find(({ state }) => state === 'approved') ?? null
  const { id: versionId, planId: _plan, ...current } = (open ?? approved ?? versions[0])!
  const { regulation } = site
  const subject = {
    kind: 'plan' as const,
    subjectId: versionId,
    caseId: planId,
    name: `план на ${shortPeriodName(period.key)}`,
    regulation,
    at: atSite(site),
  }
  return {
    plan,
    one: { ...current, id: planId, siteId: plan.siteId, versionId },
    procedure: procedureOf(subject, stands),
    site,
    regulation,
    frame: { period, term: site.term },
    versions,
    open,
    approved,
  }
}

/** The regulations of a territory that divide the time of plans as this one does: sites under others have plans of other periods. */
export async function regulationsWithPlansBy(tx: Tx, { territory, today }: Where, kind: PeriodKind): Promise<RegulationId[]> {
  const versions = await regulationVersions(tx, territory.id)
  const stored = await Promise.all(versions.map(({ id }) => regulationById(tx, territory.id, id, today)))
  return stored.flatMap((one) => (one && planDivision(one.regulation).kind === kind ? [one.id] : []))
}

/** A period as plans and reports keep it. A whole term goes with the status, so its last day is nobody's to keep. */
export const storedPeriod = ({ key, from, to }: NamedPeriod) => ({
  period: key,
  startsOn: from,
  endsOn: kindOfPeriod(key) === 'term' ? null : to,
})

/** How what is in force divides the time of plans, each way once, that of the first line first; academic years where there is none. */
export async function divisionsInForce(tx: Tx, ctx: Where): Promise<readonly [Division, ...Division[]]> {
  const all = (await regulationsInForce(tx, ctx)).map(({ regulation }) => planDivision(regulation))
  const [first = academicYears, ...others] = new Map(all.map((division) => [division.kind, division])).values()
  return [first, ...others]
}

/** A site with its organisations, the lead one first. */
export async function plannedSite(tx: Tx, ctx: Where, siteId: SiteId): Promise<PlannedSite | null> {
  const site = await standingSite(tx, ctx, siteId)
  return site && { ...site, term: { from: site.standing.from, to: site.standing.to }, organisations: site.hosts }
}

/** The versions of a plan, the newest first. */
export async function versionsOf(tx: Tx, territoryId: TerritoryId, planId: PlanId): Promise<PlanVersion[]> {
  const rows = await tx
    .selectFrom('planVersions')
    .select(['id', 'number', 'state', 'reason', 'submittedAt', 'approvedOn', 'createdAt', 'editVersion'])
    .where((is) => is.and({ territoryId, planId }))
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, planId }))
}

/** A line of a plan in force by its key, with its site and the days within which it may be held. */
export async function lineInForce(tx: Tx, ctx: Where, key: string) {
  const { territory } = ctx
  const line = await tx
    .selectFrom('planLines as l')
    .innerJoin('planVersions as v', (join) => join.onRef('v.territoryId', '=', 'l.territoryId').onRef('v.id', '=', 'l.versionId'))
    .innerJoin('plans as p', (join) => join.onRef('p.territoryId', '=', 'v.territoryId').onRef('p.id', '=', 'v.planId'))
    .leftJoin('executions as e', (join) =>
      join.onRef('e.territoryId', '=', 'p.territoryId').onRef('e.planId', '=', 'p.id').onRef('e.lineKey', '=', 'l.lineKey'),
    )
    .select(['l.lineKey as key', 'l.activity', 'l.form', 'l.startsOn', 'p.id as planId', 'p.siteId', 'e.outcome'])
    .select(['p.period as periodKey', 'p.startsOn as from', 'p.endsOn as to'])
    .where((is) => is.and({ 'l.territoryId': territory.id, 'l.lineKey': key, 'v.state': 'approved' }))
    .executeTakeFirst()
  const site = line && (await standingSite(tx, ctx, line.siteId))
  if (!line || !site) return null
  const { periodKey, from, to, siteId: _, ...one } = line
  const within = bounds({ period: { key: periodKey, from, to }, term: { from: site.standing.from, to: site.standing.to } })
  return { ...one, site, within }
}

/** The lines of a version in their order. */
export async function linesOf(tx: Tx, territoryId: TerritoryId, versionId: PlanVersionId): Promise<Line[]> {
  const rows = await tx
    .selectFrom('planLines as l')
    .leftJoin('planLinePeople as p', (join) => join.onRef('p.territoryId', '=', 'l.territoryId').onRef('p.lineId', '=', 'l.id'))
    .select(['l.lineKey as key', 'l.activity', 'l.form', 'l.startsOn', 'l.endsOn', 'l.direction', 'l.own', 'p.personId'])
    .where((is) => is.and({ 'l.territoryId': territoryId, 'l.versionId': versionId }))
    .orderBy('l.position')
    .orderBy('p.personId')
    .execute()
  const lines = new Map<string, Line & { personIds: PersonId[] }>()
  for (const { personId, ...row } of rows) {
    const line = lines.get(row.key) ?? { ...row, personIds: [] }
    if (personId !== null) line.personIds.push(personId)
    lines.set(row.key, line)
  }
  return [...lines.values()]
}

/** Puts these lines in place of whatever the version had. */
export async function replaceLines(
  tx: Tx,
  territoryId: TerritoryId,
  versionId: PlanVersionId,
  lines: readonly Line[],
): Promise<void> {
  await tx.deleteFrom('planLines').where('territoryId', '=', territoryId).where('versionId', '=', versionId).execute()
  if (lines.length === 0) return
  const rows = lines.map(({ personIds, key, ...line }, position) => ({
    personIds,
    stored: { ...line, own: JSON.stringify(line.own), territoryId, id: newId(), versionId, lineKey: key, position },
  }))
  await tx
    .insertInto('planLines')
    .values(rows.map(({ stored }) => stored))
    .execute()
  const people = rows.flatMap(({ personIds, stored }) =>
    [...new Set(personIds)].map((personId) => ({ territoryId, lineId: stored.id, personId })),
  )
  if (people.length > 0) await tx.insertInto('planLinePeople').values(people).execute()
}

/** What has been reported on the lines of a plan, by the key of the line. */
export async function executionsOf(tx: Tx, territoryId: TerritoryId, planId: PlanId): Promise<Map<string, Execution>> {
  const rows = await tx
    .selectFrom('executions')
    .select(['lineKey', 'outcome', 'heldOn', 'peopleCount', 'cameFrom', 'note', 'editVersion'])
    .where((is) => is.and({ territoryId, planId }))
    .execute()
  return new Map(rows.map(({ lineKey, ...row }) => [lineKey, row]))
}

/** Every key a line of this plan has ever had. */
export async function keysOf(tx: Tx, territoryId: TerritoryId, planId: PlanId): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('planLines as l')
    .innerJoin('planVersions as v', (join) => join.onRef('v.territoryId', '=', 'l.territoryId').onRef('v.id', '=', 'l.versionId'))
    .select('l.lineKey')
    .distinct()
    .where((is) => is.and({ 'l.territoryId': territoryId, 'v.planId': planId }))
    .execute()
  return new Set(rows.map((row) => row.lineKey))
}

/** A person who may answer for a line. */
export type Candidate = {
  readonly id: PersonId
  readonly familyName: string
  readonly givenName: string
  readonly patronymic: string | null
}

/** People who may answer for lines: appointed to the site or employed by its organisations at some time of the period. */
export function candidatesOf(tx: Tx, territoryId: TerritoryId, siteId: SiteId, within: Period): Promise<Candidate[]> {
  const appointed = tx
    .selectFrom('appointments as a')
    .select('a.personId')
    .where((is) => is.and({ 'a.territoryId': territoryId, 'a.siteId': siteId }))
    .$call((query) => (within.to === null ? query : query.where('a.startsOn', '<=', within.to)))
    .where((or) => or.or([or('a.endsOn', 'is', null), or('a.endsOn', '>=', within.from)]))
  const employed = tx
    .selectFrom('siteOrganisations as s')
    .innerJoin('posts as post', (join) =>
      join.onRef('post.territoryId', '=', 's.territoryId').onRef('post.organisationId', '=', 's.organisationId'),
    )
    .select('post.personId')
    .where((is) => is.and({ 's.territoryId': territoryId, 's.siteId': siteId }))
    .$call((query) => (within.to === null ? query : query.where('post.startsOn', '<=', within.to)))
    .where((or) => or.or([or('post.endsOn', 'is', null), or('post.endsOn', '>=', within.from)]))
  return tx
    .selectFrom('people as p')
    .select(['p.id', 'p.familyName', 'p.givenName', 'p.patronymic'])
    .where('p.territoryId', '=', territoryId)
    .where('p.id', 'in', appointed.union(employed))
    .orderBy(sql`p.family_name collate "ru-kn"`)
    .orderBy('p.givenName')
    .execute()
}

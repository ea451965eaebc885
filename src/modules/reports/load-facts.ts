import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { shortDate } from '../../kernel/dates.ts'
import type { NamedPeriod } from '../../kernel/periods.ts'
import type { PlanId, SiteId, TerritoryId } from '../../kernel/types.ts'
import { actNames } from '../../regulation/acts.ts'
import type { ReportKind } from '../../regulation/work/questions.ts'
import { adaptationsWithin } from '../adaptations/queries.ts'
import { issuedWithin } from '../certificates/queries.ts'
import { groupsWithin } from '../groups/queries.ts'
import { pairsWithin } from '../pairs/queries.ts'
import { namesOf } from '../people/name-queries.ts'
import { compare, executionsOf, linesOf, type PlannedSite, plansWithin, versionsOf } from '../plans/queries.ts'
import { dynamicsOfSite } from '../tryouts/measure-queries.ts'
import { dynamicsWords } from '../tryouts/measure-rules.ts'
import { isOfDays, type ReportFacts } from './assemble.ts'
import type { AssembledFile, AssembledSchool, AssembledVersion } from './model.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** Reads from the registers everything a report of a site is made from. A card of figures is made from nothing but the site itself. */
export async function loadFacts(
  tx: Tx,
  ctx: Where,
  site: PlannedSite,
  { kind, period }: { readonly kind: ReportKind | null; readonly period: NamedPeriod },
): Promise<ReportFacts> {
  const territoryId = ctx.territory.id
  const [plan, appointments, status, attachments, papers, dynamics, groups, pairs, adaptations] = await Promise.all([
    kind?.form === 'card' ? null : plansFacts(tx, ctx, site, period),
    appointmentsOf(tx, territoryId, site.id),
    statusOf(tx, territoryId, site.id),
    attachmentsOf(tx, territoryId, site.id),
    issuedWithin(tx, ctx, site.id, period),
    kind?.form === 'card' ? [] : dynamicsOfSite(tx, ctx, site.id, period),
    kind?.form === 'card' ? [] : groupsWithin(tx, ctx, site.id, period),
    kind?.form === 'card' ? null : pairsWithin(tx, ctx, site.id, period),
    kind?.form === 'card' ? null : adaptationsWithin(tx, ctx, site.id, period),
  ])
  const people = [...appointments.map((one) => one.personId), ...(plan?.lines ?? []).flatMap((line) => line.personIds)]
  return {
    site: { ...site, ...status },
    names: await namesOf(tx, ctx, people),
    ...{ period, plan, appointments, attachments },
    ...(papers.count > 0 && { papers }),
    groups: groups.map(({ theme, startsOn: from, endsOn, closedOn, people, result }) => ({
      ...{ theme, from, people, result },
      to: closedOn ?? endsOn,
    })),
    ...(pairs && { pairs }),
    adaptations,
    dynamics: dynamics.map((one) => ({ direction: one.direction, words: dynamicsWords(one) })),
  }
}

/** What the plans of these days hold of them: time may be divided otherwise for plans than for reports. */
async function plansFacts(tx: Tx, ctx: Where, site: PlannedSite, period: NamedPeriod): Promise<ReportFacts['plan']> {
  const found = await plansWithin(tx, ctx.territory.id, site.id, period)
  const plans = (await Promise.all(found.map((plan) => planFacts(tx, ctx, plan, period)))).filter((plan) => plan !== null)
  const [first] = plans
  if (first === undefined) return null
  return {
    id: first.id,
    lines: plans.flatMap(({ lines }) => lines),
    executions: new Map(plans.flatMap(({ executions }) => [...executions])),
    files: new Map(plans.flatMap(({ files }) => [...files])),
    versions: plans.flatMap(({ versions }) => versions),
  }
}

type PlanFound = Awaited<ReturnType<typeof plansWithin>>[number]
async function planFacts(
  tx: Tx,
  ctx: Where,
  { id, startsOn, endsOn }: PlanFound,
  period: NamedPeriod,
): Promise<ReportFacts['plan']> {
  const territoryId = ctx.territory.id
  const all = await versionsOf(tx, territoryId, id)
  if (!all.some(({ state }) => state === 'approved')) return null
  const passed = all.filter(({ state }) => state === 'approved' || state === 'superseded').toReversed()
  const [executions, files, ...linesOfPassed] = await Promise.all([
    executionsOf(tx, territoryId, id),
    filesOf(tx, territoryId, id),
    ...passed.map((version) => linesOf(tx, territoryId, version.id)),
  ])
  const versions: AssembledVersion[] = []
  let before: Awaited<ReturnType<typeof linesOf>> | null = null
  for (const [n, version] of passed.entries()) {
    const lines = linesOfPassed[n]!
    const changes = before === null ? [] : compare(before, lines)
    const count = (kind: 'added' | 'removed' | 'changed') => changes.filter((change) => change.kind === kind).length
    versions.push({
      plan: id,
      number: version.number,
      approvedOn: version.approvedOn,
      reason: version.reason,
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
    })
    before = lines
  }
  const isWhole = period.from <= startsOn && (period.to === null || (endsOn !== null && endsOn <= period.to))
  const lines = (before ?? []).filter((line) => isWhole || isOfDays(line, executions.get(line.key)?.heldOn ?? null, period))
  return { id, lines: lines.map((line) => ({ ...line, plan: id })), ...{ executions, files, versions } }
}

async function filesOf(tx: Tx, territoryId: TerritoryId, planId: PlanId): Promise<Map<string, AssembledFile[]>> {
  const rows = await tx
    .selectFrom('executionFiles as e')
    .innerJoin('files as f', (join) => join.onRef('f.territoryId', '=', 'e.territoryId').onRef('f.id', '=', 'e.fileId'))
    .select(['e.lineKey', 'f.id', 'f.name'])
    .where((is) => is.and({ 'e.territoryId': territoryId, 'e.planId': planId }))
    .orderBy('f.id')
    .execute()
  const files = Map.groupBy(rows, (row) => row.lineKey)
  return new Map([...files].map(([key, own]) => [key, own.map(({ id, name }) => ({ id, name }))]))
}

async function statusOf(
  tx: Tx,
  territoryId: TerritoryId,
  siteId: SiteId,
): Promise<Pick<ReportFacts['site'], 'direction' | 'order'>> {
  const row = await tx
    .selectFrom('sites as s')
    .innerJoin('orders as o', (join) => join.onRef('o.territoryId', '=', 's.territoryId').onRef('o.id', '=', 's.orderId'))
    .select(['s.direction', 's.pointNumber', 'o.id', 'o.kind', 'o.signedOn', 'o.numberText'])
    .where((is) => is.and({ 's.territoryId': territoryId, 's.id': siteId }))
    .executeTakeFirstOrThrow()
  const text = `${actNames[row.kind]} от ${shortDate(row.signedOn!)} № ${row.numberText}, п. ${row.pointNumber}`
  return { direction: row.direction, order: { id: row.id, text } }
}

async function appointmentsOf(tx: Tx, territoryId: TerritoryId, siteId: SiteId): Promise<ReportFacts['appointments']> {
  return tx
    .selectFrom('appointments')
    .select(['personId', 'kind', 'startsOn as from', 'endsOn as to'])
    .where((is) => is.and({ territoryId, siteId }))
    .execute()
}

function attachmentsOf(tx: Tx, territoryId: TerritoryId, siteId: SiteId): Promise<AssembledSchool[]> {
  return tx
    .selectFrom('attachments as a')
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.territoryId', '=', 'a.territoryId').onRef('o.id', '=', 'a.organisationId'),
    )
    .select(['o.id', 'o.shortName as name', 'a.startsOn as from', 'a.endsOn as to'])
    .where((is) => is.and({ 'a.territoryId': territoryId, 'a.siteId': siteId }))
    .orderBy('o.shortName')
    .orderBy('a.startsOn')
    .execute()
}

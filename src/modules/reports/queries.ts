import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { addDays, daysBetween } from '../../kernel/dates.ts'
import { createKeeping, whileUnchanged } from '../../kernel/keeping.ts'
import { byName } from '../../kernel/names.ts'
import { academicYears, kindOfPeriod, type NamedPeriod, type PeriodKey, periodAt, workingPeriod } from '../../kernel/periods.ts'
import type { Day, Instant, OrganisationId, Period, ReportId, SiteId, TerritoryId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import {
  acceptorOf,
  type ReportKind,
  reportBasis,
  reportDivision,
  reportKind,
  reportKinds,
} from '../../regulation/work/questions.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import type { AtSite } from '../sites/decider-queries.ts'
import { suspendedSites } from '../sites/standing-queries.ts'
import { type SiteTerm, siteTerms } from '../sites/term-queries.ts'
import type { ReportOf, ReportState } from './model.ts'
import { isAsked, periodKindsOf, periodsBegun, type Standing, standingOf } from './rules.ts'

/** Who accepts a report, and of which site. */
export type AcceptedBy = AtSite & ReportOf & { readonly regulation: Regulation; readonly acceptor: string }

type StoredReport = Period & {
  readonly id: ReportId
  readonly siteId: SiteId
  readonly kind: string
  readonly period: PeriodKey
  readonly title: string | null
  readonly practice: string | null
  readonly state: ReportState
  readonly dueOn: Day | null
  readonly submittedOn: Day | null
  readonly submittedAt: Instant | null
  readonly decidedOn: Day | null
  readonly remark: string | null
}

async function storedReports(tx: Tx, territoryId: TerritoryId, period: PeriodKey | null): Promise<StoredReport[]> {
  return tx
    .selectFrom('reports')
    .select(['kind', 'title', 'practice', 'startsOn as from', 'endsOn as to'])
    .select(['id', 'siteId', 'period', 'state', 'dueOn', 'submittedOn', 'submittedAt', 'decidedOn', 'remark'])
    .where('territoryId', '=', territoryId)
    .$call((query) => (period === null ? query : query.where('period', '=', period)))
    .execute()
}

/** A report of a site in a list: one begun, or one that is asked for. */
export type ReportRow = Standing & {
  readonly siteId: SiteId
  readonly organisationIds: readonly OrganisationId[]
  readonly siteName: string
  readonly theme: string
  readonly kind: string
  readonly period: PeriodKey
  /** The first day of what it is about. */
  readonly from: Day
  readonly title: string | null
  readonly practice: string | null
  readonly reportId: ReportId | null
  readonly submittedOn: Day | null
  readonly acceptedOn: Day | null
}

/** Every site of a period with its reports, and those on practices in it: overdue first, then by the name of the site. */
async function reportsOfPeriod(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, period: NamedPeriod): Promise<ReportRow[]> {
  const territoryId = ctx.territory.id
  const sites = await siteTerms(tx, territoryId, period)
  const reports = await storedReports(tx, territoryId, period.key)
  return sites
    .flatMap((site) => rowsOf(site, reports, ctx.today, () => [period]))
    .filter((row) => row.period === period.key)
    .sort(overdueFirst)
}

/** The reports of a site: those begun, and those asked for of the periods that are given; the first period first. */
function rowsOf(
  site: SiteTerm,
  reports: readonly StoredReport[],
  today: Day,
  periods: (kind: ReportKind) => readonly NamedPeriod[],
): ReportRow[] {
  const { regulation, term } = site
  const begun = reports.filter(({ siteId }) => siteId === site.id)
  const asked = periodKindsOf(regulation).flatMap((kind) =>
    periods(kind)
      // Another regulation may divide time otherwise.
      .filter((period) => kindOfPeriod(period.key) === kind.unit && isAsked(regulation, kind, period, term))
      .filter(({ key }) => !begun.some((one) => one.kind === kind.code && one.period === key && one.practice === null))
      .map((period) => rowOf(site, { report: null, kind, period }, today)),
  )
  const rows = begun.map((report) => {
    const period = { key: report.period, from: report.from, to: report.to }
    return rowOf(site, { report, kind: reportKind(regulation, report.kind), period }, today)
  })
  return [...asked, ...rows].sort((a, b) => a.from.localeCompare(b.from))
}

type Asked = { readonly report: StoredReport | null; readonly kind: ReportKind | null; readonly period: NamedPeriod }
function rowOf(site: SiteTerm, { report, kind, period }: Asked, today: Day): ReportRow {
  return {
    ...standingOf({ regulation: site.regulation, kind, period, term: site.term, today }, report),
    siteId: site.id,
    organisationIds: site.organisationIds,
    siteName: site.name,
    theme: site.theme,
    kind: report?.kind ?? kind?.code ?? '',
    period: period.key,
    from: period.from,
    title: report ? report.title : (kind?.title ?? null),
    practice: report?.practice ?? null,
    reportId: report?.id ?? null,
    submittedOn: report?.submittedOn ?? null,
    acceptedOn: report?.state === 'accepted' ? report.decidedOn : null,
  }
}

const overdueFirst = (a: ReportRow, b: ReportRow): number =>
  Number(b.overdue) - Number(a.overdue) ||
  byName(a.siteName, b.siteName) ||
  a.siteId.localeCompare(b.siteId) ||
  a.from.localeCompare(b.from)

/** The periods of which some site is asked for a report, newest first; always the present one, and the next when people work for it already. */
async function periodsOfReports(tx: Tx, ctx: When, { now, ahead }: Near): Promise<NamedPeriod[]> {
  const sites = await siteTerms(tx, ctx.territory.id, { from: '1900-01-01', to: ctx.today })
  const asked = sites.flatMap(({ regulation, term }) =>
    reportKinds(regulation).flatMap((kind) =>
      periodsBegun(regulation, kind, term, ctx.today).filter(
        (period) => kind.unit === 'practice' || isAsked(regulation, kind, period, term),
      ),
    ),
  )
  const known = new Map([ahead, now, ...asked].map((period) => [period.key, period]))
  return [...known.values()].sort((a, b) => b.from.localeCompare(a.from))
}

type When = Pick<Ctx, 'territory' | 'today' | 'changes'>
type Near = { readonly now: NamedPeriod; readonly ahead: NamedPeriod }

/** The period of reports that today belongs to, and the one people work for already. */
async function periodsNear(tx: Tx, ctx: When): Promise<Near> {
  const all = await regulationsInForce(tx, ctx)
  const [division = academicYears] = all.flatMap(({ regulation }) =>
    reportKinds(regulation).map((kind) => reportDivision(regulation, kind)),
  )
  const term = { from: ctx.today, to: null }
  return { now: periodAt(division, ctx.today, term), ahead: workingPeriod(division, ctx.today, term) }
}

const keptRows = createKeeping<readonly ReportRow[]>({ heaviest: 50_000, forMs: 600_000, weightOf: (rows) => 1 + rows.length })
const keptPeriods = createKeeping<readonly NamedPeriod[]>({ heaviest: 5000, forMs: 600_000, weightOf: () => 1 })
const rowsIn = (tx: Tx, ctx: When, period: NamedPeriod) =>
  whileUnchanged(keptRows, ctx, period.key, () => reportsOfPeriod(tx, ctx, period))

/** The period that lists and figures begin with: the present one, or the one people work for where nothing is asked of the present. */
export async function reportsNow(tx: Tx, ctx: When): Promise<{ period: NamedPeriod; rows: readonly ReportRow[] }> {
  const { now, ahead } = await periodsNear(tx, ctx)
  const rows = await rowsIn(tx, ctx, now)
  return rows.length > 0 ? { period: now, rows } : { period: ahead, rows: await rowsIn(tx, ctx, ahead) }
}

/** The periods one may choose from. */
export async function knownPeriods(tx: Tx, ctx: When): Promise<readonly NamedPeriod[]> {
  const near = await periodsNear(tx, ctx)
  return whileUnchanged(keptPeriods, ctx, '', () => periodsOfReports(tx, ctx, near))
}

/** The reports of a period that was asked for: the overdue come first, so the standing of every site has to be known before the first page is. */
export async function rowsOfPeriod(tx: Tx, ctx: When, key: PeriodKey | null): Promise<readonly ReportRow[]> {
  if (key === null) return (await reportsNow(tx, ctx)).rows
  const period = (await knownPeriods(tx, ctx)).find((one) => one.key === key)
  return period ? rowsIn(tx, ctx, period) : []
}

/** A report that has a due day and has not been handed in. `reportId` is null when nobody has started it. */
export type UnsubmittedReport = AcceptedBy & {
  readonly siteName: string
  /** Which of the reports of the site it is. */
  readonly key: string
  readonly reportId: ReportId | null
  readonly dueOn: Day
  /** Days left; negative once it is late. */
  readonly rest: number
  /** The clause that sets the day. */
  readonly clause: string
  /** Days before the due day on which the territory wants to be reminded of it, most first. */
  readonly reminders: readonly number[]
}

/** A site whose status is over still owes its last reports for so long. */
const owingDays = 365

/**
 * Reports not handed in yet, of every period begun since the status; the longest overdue first. Asked of sites at work today and of those
 * whose status ended within a year; a suspended site cannot write and is not asked.
 */
export async function unsubmittedReports(tx: Tx, territoryId: TerritoryId, today: Day): Promise<UnsubmittedReport[]> {
  const of = { territory: { id: territoryId }, today }
  const [suspended, reminders] = await Promise.all([suspendedSites(tx, of), settingOf(tx, of, settings.reportReminders)])
  const owing = await siteTerms(tx, territoryId, { from: addDays(today, -owingDays), to: today })
  const sites = owing.filter((site) => !suspended.has(site.id))
  const reports = await storedReports(tx, territoryId, null)
  return sites
    .flatMap((site) =>
      rowsOf(site, reports, today, (kind) => periodsBegun(site.regulation, kind, site.term, today)).flatMap((row) => {
        const kind = reportKind(site.regulation, row.kind)
        if (row.submittedOn !== null || row.due === null || kind === null) return []
        return [unsubmitted(site, { row, kind, due: row.due, today, reminders })]
      }),
    )
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || byName(a.siteName, b.siteName))
}

type Unsubmitted = { row: ReportRow; kind: ReportKind; due: Day; today: Day; reminders: readonly number[] }
function unsubmitted(site: SiteTerm, { row, kind, due, today, reminders }: Unsubmitted): UnsubmittedReport {
  const { siteId, siteName, period, title, practice, reportId } = row
  return {
    ...{ siteId, siteName, period, title, practice, reportId },
    key: [siteId, kind.code, period, practice ?? ''].join(' ').trim(),
    dueOn: due,
    rest: daysBetween(today, due),
    clause: reportBasis(site.regulation, kind).clause,
    reminders,
    regulation: site.regulation,
    organisationIds: site.organisationIds,
    acceptor: acceptorOf(kind),
  }
}

/** The sites at work whose regulation is `of` some sort, each with its reports that were or are late; a suspended site cannot write. */
export async function lateReports(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, of: (regulation: Regulation) => boolean) {
  const { territory, today } = ctx
  const [terms, suspended] = await Promise.all([siteTerms(tx, territory.id, { from: today, to: today }), suspendedSites(tx, ctx)])
  const sites = terms.filter(({ id, regulation }) => of(regulation) && !suspended.has(id))
  const reports = sites.length === 0 ? [] : await storedReports(tx, territory.id, null)
  return sites.map((site) => {
    const rows = rowsOf(site, reports, today, (kind) => periodsBegun(site.regulation, kind, site.term, today))
    return { site, late: rows.flatMap((row) => (row.late > 0 && row.due !== null ? [{ ...row, due: row.due }] : [])) }
  })
}

/** A report that waits for the head of its site: it came back with a remark, or was begun on a practice and has no day. */
export type ReportInHand = ReportOf & {
  readonly reportId: ReportId
  readonly siteId: SiteId
  readonly siteName: string
  readonly state: ReportState
  readonly clause: string
  readonly remark: string | null
}

/** Reports in the hands of their heads that no day calls for, longest waiting first. */
export async function reportsInHand(tx: Tx, territoryId: TerritoryId): Promise<ReportInHand[]> {
  const isInHand = ({ state, practice, dueOn }: StoredReport) =>
    state === 'returned' || (state === 'draft' && practice !== null && dueOn === null)
  const reports = (await storedReports(tx, territoryId, null)).filter(isInHand)
  if (reports.length === 0) return []
  const sites = new Map((await siteTerms(tx, territoryId, { from: '1900-01-01', to: null })).map((site) => [site.id, site]))
  return reports
    .toSorted((a, b) => (a.decidedOn ?? '').localeCompare(b.decidedOn ?? ''))
    .flatMap(({ id: reportId, siteId, period, title, practice, remark, ...report }) => {
      const site = sites.get(siteId)
      const kind = site && reportKind(site.regulation, report.kind)
      if (!kind) return []
      const { clause } = reportBasis(site.regulation, kind)
      return [{ reportId, siteId, siteName: site.name, state: report.state, period, title, practice, remark, clause }]
    })
}

/** The reports of one site, the newest first: of every period of its status that has begun, and on every practice begun. */
export async function reportsOfSite(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, siteId: SiteId): Promise<ReportRow[]> {
  const [site] = await siteTerms(tx, ctx.territory.id, { from: '1900-01-01', to: null }, [siteId])
  if (!site) return []
  const reports = await storedReports(tx, ctx.territory.id, null)
  const { regulation, term } = site
  return rowsOf(site, reports, ctx.today, (kind) => periodsBegun(regulation, kind, term, ctx.today)).reverse()
}

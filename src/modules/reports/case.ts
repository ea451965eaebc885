import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { type NamedPeriod, type PeriodKey, shortPeriodName } from '../../kernel/periods.ts'
import type { Day } from '../../kernel/types.ts'
import { caseOf } from '../../kit/case.ts'
import { thing, type Where } from '../../kit/thing.ts'
import { reportKind } from '../../regulation/work/questions.ts'
import { plannedSites } from '../plans/queries.ts'
import { procedureOf } from '../procedures/model.ts'
import { concernsOf, standsOf } from '../procedures/procedure-queries.ts'
import { atSite } from '../sites/decider-queries.ts'
import { siteIsNotSuspended } from '../sites/standing-rules.ts'
import { assemble } from './assemble.ts'
import { loadFacts } from './load-facts.ts'
import { isOpen, machine } from './machine.ts'
import { type Assembled, ofReport } from './model.ts'
import { paths } from './paths.ts'
import { standingOf } from './rules.ts'

/** A site that reports: also after its status is over, for the last year is still owed; not while it is suspended. */
export const reportingSites = thing({
  ...plannedSites,
  concerns: atSite,
  standing: ({ standing }, today) => siteIsNotSuspended(standing, today),
})

const periodOfReport = ({ period: key, startsOn: from, endsOn: to }: Row): NamedPeriod => ({ key, from, to })
type Row = { readonly period: PeriodKey; readonly startsOn: Day; readonly endsOn: Day | null }

/** The report of a site for a period or on a practice, under the regulation by which the site was granted. */
export const reports = caseOf({
  table: 'reports',
  machine,
  param: 'report',
  sees: 'report.view',
  home: paths.report,
  around: async (tx, ctx, one) => {
    const [site, stands] = await Promise.all([reportingSites.open(tx, ctx, one.siteId), standsOf(tx, ctx, one.id)])
    if (!site) return null
    const period = periodOfReport(one)
    const { regulation } = site
    const kind = reportKind(regulation, one.kind)
    const its = { kind: 'report' as const, subjectId: one.id, caseId: one.id, report: one.kind, regulation, at: atSite(site) }
    const procedure = procedureOf({ ...its, name: `отчёт ${ofReport(one, shortPeriodName)}` }, stands)
    return { site, kind, period, standing: standingOf({ ...site, kind, period, today: ctx.today }, one), procedure }
  },
  concerns: ({ procedure }) => concernsOf(procedure),
  standing: ({ site }, today) => siteIsNotSuspended(site.standing, today),
})

export type OpenReport = NonNullable<Awaited<ReturnType<typeof reports.open>>>
export type Report = OpenReport['one']

/** The short name of the lead organisation. */
export const nameOf = ({ site }: Pick<OpenReport, 'site'>): string => site.organisations[0]?.shortName ?? ''

/** What a report is about, as notices and history keep it. */
export const reportOf = ({ period, title, practice }: Pick<Report, 'period' | 'title' | 'practice'>) => ({
  ...{ period, title, practice },
})
export const aboutReport = (opened: OpenReport) => ({ site: nameOf(opened), ...reportOf(opened.one) })

/** What a report that is still written shows today. */
export const assembledNow = async (tx: Tx, ctx: Where, { site, kind, period }: OpenReport): Promise<Assembled> =>
  assemble(await loadFacts(tx, ctx, site, { kind, period }), { kind, regulation: site.regulation }, ctx.today)

/** What the report shows: as it was when sent, or live while the head is still writing. */
export const shownOf = async (tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, opened: OpenReport): Promise<Assembled> =>
  (!isOpen(opened.one.state) && opened.one.assembled) || assembledNow(tx, ctx, opened)

import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { academicYearPeriod } from '../../kernel/dates.ts'
import { caseOf } from '../../kit/case.ts'
import { thing, type Where } from '../../kit/thing.ts'
import { plannedSites } from '../plans/queries.ts'
import { siteIsNotSuspended } from '../sites/standing-rules.ts'
import { assemble } from './assemble.ts'
import { loadFacts } from './load-facts.ts'
import { isOpen, machine } from './machine.ts'
import type { Assembled } from './model.ts'
import { paths } from './paths.ts'
import { standingOf } from './rules.ts'

/** A site that reports: also after its status is over, for the last year is still owed; not while it is suspended. */
export const reportingSites = thing({
  ...plannedSites,
  standing: ({ standing }, today) => siteIsNotSuspended(standing, today),
})

/** The report of a site for an academic year, under the regulation by which the site was granted. */
export const reports = caseOf({
  table: 'reports',
  machine,
  param: 'report',
  sees: 'report.view',
  home: paths.report,
  around: async (tx, ctx, one) => {
    const site = await reportingSites.open(tx, ctx, one.siteId)
    if (!site) return null
    const { academicYear } = one
    return { site, standing: standingOf({ ...site, academicYear, today: ctx.today }, one) }
  },
  concerns: ({ site }) => ({ siteId: site.id }),
  standing: ({ site }, today) => siteIsNotSuspended(site.standing, today),
})

export type OpenReport = NonNullable<Awaited<ReturnType<typeof reports.open>>>
export type Report = OpenReport['one']

/** The short name of the lead organisation. */
export const nameOf = ({ site }: Pick<OpenReport, 'site'>): string => site.organisations[0]?.shortName ?? ''

/** What a report that is still written shows today. */
export const assembledNow = async (tx: Tx, ctx: Where, { one, site }: Pick<OpenReport, 'one' | 'site'>): Promise<Assembled> =>
  assemble(await loadFacts(tx, ctx, site, academicYearPeriod(one.academicYear)), site.regulation, ctx.today)

/** What the report shows: as it was when sent, or live while the head is still writing. */
export const shownOf = async (tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, opened: OpenReport): Promise<Assembled> =>
  (!isOpen(opened.one.state) && opened.one.assembled) || assembledNow(tx, ctx, opened)

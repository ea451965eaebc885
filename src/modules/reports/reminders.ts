import type { Tx } from '../../db/pool.ts'
import { contains } from '../../kernel/dates.ts'
import type { Day, PersonId, SiteId, TerritoryId } from '../../kernel/types.ts'
import { type ReminderSource, remindersOf, type Span } from '../../kit/reminders.ts'
import type { Notice } from '../../notices/kinds.ts'
import { holdersOf } from '../people/role-queries.ts'
import { ofReport } from './model.ts'
import { type UnsubmittedReport, unsubmittedReports } from './queries.ts'

/** Reminders of reports that have a day: to the heads before the day and after it, after it also to those who wait for the report. */
export async function reportNotices(tx: Tx, territoryId: TerritoryId, span: Span): Promise<Notice[]> {
  const due = (await notHandedIn(tx, territoryId, span)).flatMap((report) =>
    remindersOf(report.dueOn, report.reminders, span).map((reminder) => ({ report, ...reminder })),
  )
  if (due.length === 0) return []
  const heads = await headsOf(tx, territoryId, [...new Set(due.map(({ report }) => report.siteId))])
  const office = await officeOn(tx, territoryId, span.to)
  // One is told of a site once a day: reports due together are told of together.
  const together = Map.groupBy(due, ({ report, onDay, what }) => `${report.siteId} ${onDay} ${what}`)
  return [...together.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const { report, onDay, what } = first
    const also = others.map((other) => ofReport(other.report))
    const { siteName: site, period, title, practice, dueOn, clause, reportId } = report
    const told = { subjectId: report.siteId, onDay, params: { site, period, title, practice, dueOn, clause, reportId, also } }
    const toHeads = heads(report.siteId, onDay, dueOn).map(
      (personId): Notice => ({ ...told, personId, kind: `report.${what}` as const }),
    )
    if (what !== 'overdue') return toHeads
    return [...toHeads, ...office(report).map((personId): Notice => ({ ...told, personId, kind: 'report.notReceived' }))]
  })
}

/** Asked on both ends of the span: a site whose status ended inside it still owes its report. */
async function notHandedIn(tx: Tx, territoryId: TerritoryId, { after, to }: Span): Promise<UnsubmittedReport[]> {
  const found = [...(await unsubmittedReports(tx, territoryId, after)), ...(await unsubmittedReports(tx, territoryId, to))]
  return [...new Map(found.map((report) => [report.key, report])).values()]
}

/** Who heads a site on a day; once its status is over, who headed it on the day the report was due. */
async function headsOf(tx: Tx, territoryId: TerritoryId, siteIds: readonly SiteId[]) {
  const rows = await tx
    .selectFrom('appointments')
    .select(['siteId', 'personId', 'startsOn', 'endsOn'])
    .where((is) => is.and({ territoryId, kind: 'head' }))
    .where('siteId', 'in', [...siteIds])
    .execute()
  const on = (siteId: SiteId, day: Day) =>
    rows
      .filter((row) => row.siteId === siteId && contains({ from: row.startsOn, to: row.endsOn }, day))
      .map(({ personId }) => personId)
  return (siteId: SiteId, day: Day, dueOn: Day): PersonId[] => {
    const now = on(siteId, day)
    return now.length > 0 ? now : on(siteId, dueOn)
  }
}

/** Methodists of the operator, and the officials of the authority where it is the authority that accepts. */
async function officeOn(tx: Tx, territoryId: TerritoryId, day: Day) {
  const rows = await holdersOf(tx, territoryId, ['methodist', 'official'], day)
  return ({ acceptor }: UnsubmittedReport): PersonId[] => [
    ...new Set(rows.filter(({ role }) => role === 'methodist' || acceptor === 'authority').map(({ personId }) => personId)),
  ]
}

export const reminders: readonly ReminderSource[] = [reportNotices]

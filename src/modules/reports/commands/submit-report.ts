import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { record } from '../../../history/record.ts'
import { academicYearPeriod } from '../../../kernel/dates.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ReportId } from '../../../kernel/types.ts'
import type { Notice } from '../../../notices/kinds.ts'
import { tell } from '../../../notices/tell.ts'
import { decidersOf } from '../../plans/queries.ts'
import { siteIsNotSuspended } from '../../sites/standing-rules.ts'
import { assemble } from '../assemble.ts'
import { loadFacts } from '../load-facts.ts'
import { machine } from '../machine.ts'
import { subjectOf } from '../model.ts'
import { acceptorOf, daysLate, dueOn, missingConclusions } from '../rules.ts'
import { lockReport, type OpenReport } from '../store.ts'

/** Hands the report in with everything it shows at this moment. Being late does not forbid it; the days are kept. (U-42) */
export function submitReport(ctx: Acting, input: { reportId: ReportId; version: number }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockReport(tx, ctx, input.reportId)
    if (!opened) return refuse({ code: 'notFound' })
    const subject = subjectOf(ctx.territory.id, opened.report.siteId)
    if (!may(ctx, 'report.submit', subject)) return refuse({ code: 'forbidden', permission: 'report.submit' })
    if (opened.report.editVersion !== input.version) return refuse({ code: 'changedMeanwhile' })
    const sent = await submitOpened(tx, ctx, opened)
    if (!sent.ok) return sent
    await record(tx, ctx, sent.value)
    return ok(null)
  })
}

/** The part that saving and handing in share: the report is locked. Gives the fact to record. */
export async function submitOpened(tx: Tx, ctx: Ctx, opened: OpenReport): Promise<Result<Fact>> {
  const { report, site, regulation } = opened
  const { academicYear, siteId } = report
  if (!may(ctx, 'report.submit', subjectOf(ctx.territory.id, siteId)))
    return refuse({ code: 'forbidden', permission: 'report.submit' })
  const running = siteIsNotSuspended(site.standing, ctx.today)
  if (!running.ok) return running
  const next = move(machine, report.state, 'submit')
  if (!next.ok) return next
  const missing = missingConclusions(regulation, report.conclusions)
  if (missing.length > 0) return refuseAll(missing)

  const assembled = assemble(await loadFacts(tx, ctx, site, academicYearPeriod(academicYear)), regulation, ctx.today)
  const due = report.submittedOn === null ? dueOn(regulation, academicYear, site.term) : report.dueOn
  const submittedOn = report.submittedOn ?? ctx.today
  await tx
    .updateTable('reports')
    .set({
      state: next.value,
      assembled: JSON.stringify(assembled),
      dueOn: due,
      submittedBy: ctx.actor.personId,
      submittedAt: ctx.now,
      submittedOn,
      editVersion: report.editVersion + 1,
    })
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', report.id)
    .execute()

  await tell(tx, ctx, await toAcceptors(tx, ctx, opened, 'report.awaitsDecision'))
  const late = daysLate(due, submittedOn, ctx.today)
  return ok({ kind: 'report.submitted', subjectId: report.id, siteId, facts: { academicYear, due, late } })
}

/** The same told to everybody who may accept the report. */
export async function toAcceptors(
  tx: Tx,
  ctx: Ctx,
  opened: OpenReport,
  kind: 'report.awaitsDecision' | 'report.withdrawn',
): Promise<Notice[]> {
  const { report, regulation } = opened
  const acceptor = acceptorOf(regulation)
  const people = acceptor === null ? [] : await decidersOf(tx, ctx, report.siteId, acceptor)
  const params = { site: nameOf(opened), academicYear: report.academicYear }
  return people.map((personId) => ({ personId, kind, subjectId: report.id, params }))
}

/** The short name of the lead organisation. */
export const nameOf = ({ site }: Pick<OpenReport, 'site'>): string => site.organisations[0]?.shortName ?? ''

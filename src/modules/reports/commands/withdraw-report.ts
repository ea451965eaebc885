import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ReportId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { siteIsNotSuspended } from '../../sites/standing-rules.ts'
import { machine } from '../machine.ts'
import { subjectOf } from '../model.ts'
import { dayAfterWithdrawal } from '../rules.ts'
import { lockReport } from '../store.ts'
import { toAcceptors } from './submit-report.ts'

/** Takes a report back for changing, as long as nobody has decided about it. */
export function withdrawReport(ctx: Acting, input: { reportId: ReportId; version: number }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockReport(tx, ctx, input.reportId)
    if (!opened) return refuse({ code: 'notFound' })
    const { report } = opened
    const { academicYear, siteId } = report
    if (!may(ctx, 'report.submit', subjectOf(ctx.territory.id, siteId)))
      return refuse({ code: 'forbidden', permission: 'report.submit' })
    const running = siteIsNotSuspended(opened.site.standing, ctx.today)
    if (!running.ok) return running
    if (report.editVersion !== input.version) return refuse({ code: 'changedMeanwhile' })
    const next = move(machine, report.state, 'withdraw')
    if (!next.ok) return next

    await tx
      .updateTable('reports')
      .set({
        state: next.value,
        assembled: null,
        submittedBy: null,
        submittedAt: null,
        submittedOn: dayAfterWithdrawal(report),
        editVersion: report.editVersion + 1,
      })
      .where('territoryId', '=', ctx.territory.id)
      .where('id', '=', report.id)
      .execute()
    await tell(tx, ctx, await toAcceptors(tx, ctx, opened, 'report.withdrawn'))
    await record(tx, ctx, { kind: 'report.withdrawn', subjectId: report.id, siteId, facts: { academicYear } })
    return ok(null)
  })
}

import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ReportId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { headsOf } from '../../plans/queries.ts'
import { siteIsNotSuspended } from '../../sites/standing-rules.ts'
import { machine } from '../machine.ts'
import { permissionOf, subjectOf } from '../model.ts'
import { acceptorOf, wrongDecision } from '../rules.ts'
import { lockReport } from '../store.ts'
import { nameOf } from './submit-report.ts'

export type Decision = {
  readonly reportId: ReportId
  /** The version of the report that the person saw. */
  readonly version: number
  readonly outcome: 'accepted' | 'returned'
  readonly remark: string | null
}

/** Accepts a report for good or returns it with a remark. Only the one whom the regulation names decides. (T-45) */
export function decideReport(ctx: Acting, input: Decision): Promise<Result<Decision['outcome']>> {
  const { outcome, remark } = input
  return transact(ctx, async (tx) => {
    const opened = await lockReport(tx, ctx, input.reportId)
    if (!opened) return refuse({ code: 'notFound' })
    const { report, regulation } = opened
    const { academicYear, siteId } = report
    const acceptor = acceptorOf(regulation)
    if (acceptor === null) return refuse({ code: 'forbidden' })
    const permission = permissionOf(acceptor)
    if (!may(ctx, permission, subjectOf(ctx.territory.id, siteId))) return refuse({ code: 'forbidden', permission })
    const running = siteIsNotSuspended(opened.site.standing, ctx.today)
    if (!running.ok) return running
    if (report.editVersion !== input.version) return refuse({ code: 'changedMeanwhile' })
    const next = move(machine, report.state, outcome === 'accepted' ? 'accept' : 'return')
    if (!next.ok) return next
    const wrong = wrongDecision(outcome, remark)
    if (wrong.length > 0) return refuseAll(wrong)

    await tx
      .updateTable('reports')
      .set({
        state: next.value,
        remark,
        decidedBy: ctx.actor.personId,
        decidedAt: ctx.now,
        decidedOn: ctx.today,
        editVersion: report.editVersion + 1,
      })
      .where('territoryId', '=', ctx.territory.id)
      .where('id', '=', report.id)
      .execute()
    const kind = outcome === 'accepted' ? 'report.accepted' : 'report.returned'
    const about = { subjectId: report.id, params: { site: nameOf(opened), academicYear, remark: remark ?? '' } }
    const heads = await headsOf(tx, ctx, siteId)
    await tell(
      tx,
      ctx,
      heads.map((personId) => ({ personId, kind, ...about })),
    )
    await record(tx, ctx, { kind, subjectId: report.id, siteId, facts: { academicYear, remark } })
    return ok(outcome)
  })
}

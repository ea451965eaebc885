import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId, ReportId } from '../../kernel/types.ts'
import type { Notice } from '../../notices/kinds.ts'
import { tell } from '../../notices/tell.ts'

type ReportNotice = 'report.awaitsDecision' | 'report.accepted' | 'report.returned' | 'report.withdrawn'

/** Tells people about a report. */
export function notify(
  tx: Tx,
  ctx: Ctx,
  given: {
    kind: ReportNotice
    reportId: ReportId
    siteName: string
    academicYear: number
    to: readonly PersonId[]
    remark?: string | null
  },
): Promise<void> {
  const { kind, reportId, siteName, academicYear, remark } = given
  const params = { site: siteName, academicYear, remark: remark ?? '' }
  return tell(
    tx,
    ctx,
    given.to.map((personId): Notice => ({ personId, kind, subjectId: reportId, params })),
  )
}

import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { newId } from '../../kernel/ids.ts'
import type { PersonId, ReportId } from '../../kernel/types.ts'

export type ReportNotice = 'report.awaitsDecision' | 'report.accepted' | 'report.returned' | 'report.withdrawn'

/** Tells people about a report, each once a day and kind; the one who acts is not told of their own deed. */
export async function notify(
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
  const people = [...new Set(given.to)].filter((personId) => personId !== ctx.actor.personId)
  if (people.length === 0) return
  const params = { site: siteName, academicYear, ...(remark ? { remark } : {}) }
  await tx
    .insertInto('notices')
    .values(
      people.map((personId) => ({
        territoryId: ctx.territory.id,
        id: newId(),
        personId,
        kind,
        subjectId: reportId,
        onDay: ctx.today,
        params: JSON.stringify(params),
        createdAt: ctx.now,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute()
}

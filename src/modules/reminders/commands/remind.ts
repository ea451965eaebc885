import type { Tx } from '../../../db/pool.ts'
import { type Telling, tell } from '../../../notices/tell.ts'
import type { Span } from '../rules.ts'
import { callNotices } from '../sources/calls.ts'
import { informationNotices } from '../sources/information.ts'
import { assignmentNotices, readingNotices } from '../sources/orders.ts'
import { reportNotices } from '../sources/reports.ts'
import { reviewNotices } from '../sources/reviews.ts'
import { contractNotices, statusNotices } from '../sources/status.ts'

/**
 * Tells everybody what the calendar asks of them on the days of a span, each notice under its own day. What has been done by now is not
 * reminded of. Telling twice changes nothing. Notes how far the territory has come.
 */
export async function remind(tx: Tx, telling: Telling, span: Span): Promise<void> {
  const { id } = telling.territory
  const notices = [
    ...(await reportNotices(tx, id, span)),
    ...(await assignmentNotices(tx, id, span)),
    ...(await readingNotices(tx, id, span)),
    ...(await informationNotices(tx, id, span)),
    ...(await callNotices(tx, id, span)),
    ...(await reviewNotices(tx, id, span)),
    ...(await statusNotices(tx, id, span)),
    ...(await contractNotices(tx, id, span)),
  ]
  await tell(tx, telling, notices)
  await tx.updateTable('territories').set({ lastDayRun: span.to }).where('id', '=', id).execute()
}

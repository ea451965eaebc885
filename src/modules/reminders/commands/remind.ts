import type { Tx } from '../../../db/pool.ts'
import { noteDayRun } from '../../../db/territories.ts'
import { reminders } from '../../../kit/install.ts'
import type { Span } from '../../../kit/reminders.ts'
import type { Notice } from '../../../notices/kinds.ts'
import { type Telling, tell } from '../../../notices/tell.ts'

/**
 * Tells everybody what the calendar asks of them on the days of a span, each notice under its own day. What has been done by now is not
 * reminded of. Telling twice changes nothing. Notes how far the territory has come.
 */
export async function remind(tx: Tx, telling: Telling, span: Span): Promise<void> {
  const { id } = telling.territory
  const notices: Notice[] = []
  for (const source of reminders()) notices.push(...(await source(tx, id, span)))
  await tell(tx, telling, notices)
  await noteDayRun(tx, id, span.to)
}

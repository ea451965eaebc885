import type { Tx } from '../../../db/pool.ts'
import { addDays } from '../../../kernel/dates.ts'
import type { TerritoryId } from '../../../kernel/types.ts'
import type { Notice } from '../../../notices/kinds.ts'
import { applicantsOf } from '../../applications/operator/people-queries.ts'
import { requestsDue } from '../../applications/operator/request-queries.ts'
import { informationDays, informationReminders, type Span } from '../rules.ts'

/** Reminders of questions about applications: to the applicants before the day and after it, after it also to whoever asked. */
export async function informationNotices(tx: Tx, territoryId: TerritoryId, span: Span): Promise<Notice[]> {
  const open = await requestsDue(tx, territoryId, { from: span.after, to: addDays(span.to, informationDays) })
  const notices: Notice[] = []
  for (const { id, applicationId, number, question, dueOn, askedBy } of open) {
    const reminders = informationReminders(dueOn!, span)
    if (reminders.length === 0) continue
    const applicants = await applicantsOf(tx, { territory: { id: territoryId }, today: span.to }, applicationId)
    const params = { applicationId, number, question, dueOn: dueOn! }
    for (const { onDay, what } of reminders) {
      const told = { subjectId: id, onDay, params }
      notices.push(...applicants.map((personId): Notice => ({ ...told, personId, kind: `information.${what}` as const })))
      if (what === 'overdue') notices.push({ ...told, personId: askedBy, kind: 'information.notAnswered' })
    }
  }
  return notices
}

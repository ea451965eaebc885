import type { Tx } from '../../../db/pool.ts'
import type { TerritoryId } from '../../../kernel/types.ts'
import { remindersOf, type Span, spokenOfIn } from '../../../kit/reminders.ts'
import type { Notice } from '../../../notices/kinds.ts'
import { settings } from '../../settings/model.ts'
import { settingOf } from '../../settings/queries.ts'
import { applicantsOfOne } from '../applicant-queries.ts'
import { requestsDue } from './request-queries.ts'

/** Reminders of questions about applications: to the applicants before the day and after it, after it also to whoever asked. */
export async function informationNotices(tx: Tx, territoryId: TerritoryId, span: Span): Promise<Notice[]> {
  const informationDays = await settingOf(tx, { territory: { id: territoryId } }, settings.informationReminders)
  const open = await requestsDue(tx, territoryId, spokenOfIn(span, informationDays))
  const notices: Notice[] = []
  for (const { id, applicationId, number, question, dueOn, askedBy } of open) {
    const reminders = remindersOf(dueOn!, informationDays, span)
    if (reminders.length === 0) continue
    const applicants = await applicantsOfOne(tx, { territory: { id: territoryId }, today: span.to }, applicationId)
    const params = { applicationId, number, question, dueOn: dueOn! }
    for (const { onDay, what } of reminders) {
      const told = { subjectId: id, onDay, params }
      notices.push(...applicants.map((personId): Notice => ({ ...told, personId, kind: `information.${what}` as const })))
      if (what === 'overdue') notices.push({ ...told, personId: askedBy, kind: 'information.notAnswered' })
    }
  }
  return notices
}

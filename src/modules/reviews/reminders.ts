import type { Tx } from '../../db/pool.ts'
import { withInitials } from '../../kernel/names.ts'
import type { TerritoryId } from '../../kernel/types.ts'
import { type ReminderSource, remindersOf, type Span, spokenOfIn } from '../../kit/reminders.ts'
import type { Notice } from '../../notices/kinds.ts'
import { holdersOf } from '../people/role-queries.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import { reviewsDue } from './task-queries.ts'

/** Reminders of reviews: to the experts before the day, on it and once after it, after it also to those who lead the review. */
export async function reviewNotices(tx: Tx, territoryId: TerritoryId, span: Span): Promise<Notice[]> {
  const reviewDays = await settingOf(tx, { territory: { id: territoryId } }, settings.reviewReminders)
  const open = await reviewsDue(tx, territoryId, spokenOfIn(span, reviewDays))
  if (open.length === 0) return []
  const leaders = (await holdersOf(tx, territoryId, ['methodist'], span.to)).map(({ personId }) => personId)
  return open.flatMap(({ id, applicationId, expertId, number, dueOn, ...name }) =>
    remindersOf(dueOn, reviewDays, span).flatMap(({ onDay, what }): Notice[] => {
      const told = { subjectId: id, onDay }
      const own: Notice = { ...told, personId: expertId, kind: `review.${what}` as const, params: { number, dueOn } }
      if (what !== 'overdue') return [own]
      const params = { number, applicationId, expert: withInitials(name), dueOn }
      return [own, ...leaders.map((personId): Notice => ({ ...told, personId, kind: 'review.late', params }))]
    }),
  )
}

export const reminders: readonly ReminderSource[] = [reviewNotices]

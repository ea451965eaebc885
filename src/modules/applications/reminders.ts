import type { Tx } from '../../db/pool.ts'
import { localTime } from '../../kernel/clock.ts'
import { daysBetween } from '../../kernel/dates.ts'
import type { TerritoryId } from '../../kernel/types.ts'
import { type ReminderSource, type Span, warningsOf } from '../../kit/reminders.ts'
import type { Notice } from '../../notices/kinds.ts'
import { writersOf } from '../calls/audience-queries.ts'
import { type RunningCall, runningCalls } from '../calls/queries.ts'
import { momentWords } from '../calls/rules.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import { informationNotices } from './operator/reminders.ts'

/** To those who have begun an application of a call and not sent it: that the call ends. */
export async function unsentNotices(tx: Tx, territoryId: TerritoryId, span: Span): Promise<Notice[]> {
  const notices: Notice[] = []
  for (const call of await runningCalls(tx, territoryId)) notices.push(...(await closing(tx, territoryId, call, span)))
  return notices
}

async function closing(tx: Tx, territoryId: TerritoryId, call: RunningCall, span: Span): Promise<Notice[]> {
  const day = localTime(call.closesAt, call.timeZone).day
  const days = await settingOf(tx, { territory: { id: territoryId } }, settings.draftReminders)
  const onDays = warningsOf(day, days, span)
  if (onDays.length === 0 || day < span.to) return []
  const writers = await writersOf(tx, territoryId, [call.id], span.to)
  return onDays.flatMap((onDay) =>
    writers.map(({ personId, applicationId }) => ({
      personId,
      kind: 'application.unsent' as const,
      subjectId: applicationId,
      onDay,
      params: { title: call.title, closes: momentWords(call.closesAt, call), days: daysBetween(onDay, day) },
    })),
  )
}

export const reminders: readonly ReminderSource[] = [unsentNotices, informationNotices]

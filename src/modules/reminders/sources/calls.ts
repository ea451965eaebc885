import type { Tx } from '../../../db/pool.ts'
import { localTime } from '../../../kernel/clock.ts'
import { daysBetween } from '../../../kernel/dates.ts'
import type { TerritoryId } from '../../../kernel/types.ts'
import type { Notice } from '../../../notices/kinds.ts'
import { audienceOf, peopleOf, writersOf } from '../../calls/audience-queries.ts'
import { type RunningCall, runningCalls } from '../../calls/queries.ts'
import { clockWords, draftReminderDays, momentWords } from '../../calls/rules.ts'
import { isIn, type Span } from '../rules.ts'

/** Reminders of calls: that one begins today, and, to those who have begun an application and not sent it, that it ends. */
export async function callNotices(tx: Tx, territoryId: TerritoryId, span: Span): Promise<Notice[]> {
  const notices: Notice[] = []
  for (const call of await runningCalls(tx, territoryId))
    notices.push(...(await opening(tx, territoryId, call, span)), ...(await closing(tx, territoryId, call, span)))
  return notices
}

/** A call that begins on the day its order is signed has just been announced to the same people. */
async function opening(tx: Tx, territoryId: TerritoryId, call: RunningCall, span: Span): Promise<Notice[]> {
  const day = localTime(call.opensAt, call.timeZone).day
  if (!isIn(span, day) || call.announcedOn >= day) return []
  const params = { title: call.title, opens: clockWords(call.opensAt, call), closes: momentWords(call.closesAt, call) }
  return peopleOf(await audienceOf(tx, territoryId, { ...call, day })).map((personId) => ({
    personId,
    kind: 'call.opened',
    subjectId: call.id,
    onDay: day,
    params,
  }))
}

async function closing(tx: Tx, territoryId: TerritoryId, call: RunningCall, span: Span): Promise<Notice[]> {
  const day = localTime(call.closesAt, call.timeZone).day
  const onDays = draftReminderDays(day).filter((one) => isIn(span, one))
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

import type { Tx } from '../../db/pool.ts'
import { localTime } from '../../kernel/clock.ts'
import type { TerritoryId } from '../../kernel/types.ts'
import { isIn, type ReminderSource, type Span } from '../../kit/reminders.ts'
import type { Task, TaskSource } from '../../kit/tasks.ts'
import type { Notice } from '../../notices/kinds.ts'
import { callRule } from '../../regulation/intake/questions.ts'
import { paths } from '../../web/paths.ts'
import { writesFor } from '../orders/office-queries.ts'
import { audienceOf, peopleOf } from './audience-queries.ts'
import { callsAhead, type RunningCall, runningCalls } from './queries.ts'
import { clockWords, momentWords } from './rules.ts'

/** Where the regulation has calls and none is open or announced, those who prepare orders may open one. (R-34) */
const callToOpen: TaskSource = {
  serves: ['official', 'signatory', 'methodist', 'bodyMember'],
  find: async ({ tx, ctx, regulations }) => {
    const several = regulations.length > 1
    const found = await Promise.all(
      regulations.map(async ({ inForce, line, regulation }): Promise<readonly Task[]> => {
        const { value: rule, basis } = callRule(regulation)
        if (!inForce || rule === null || !writesFor(ctx, rule.setBy) || (await callsAhead(tx, ctx, line.id))) return []
        return [
          {
            key: several ? `openCall:${line.code}` : 'openCall',
            offers: true,
            what: `Подготовить ${rule.act} о приёме заявок`,
            why: `Сейчас приём заявок не идёт и не объявлен${several ? `: ${line.name}` : ''}`,
            clause: basis?.clause ?? null,
            href: paths.newOrder(
              { territory: ctx.territory.code },
              { template: 'openCall', ...(several ? { line: line.code } : {}) },
            ),
            action: 'Подготовить',
          },
        ]
      }),
    )
    return found.flat()
  },
}

export const tasks: readonly TaskSource[] = [callToOpen]

/** Reminders of calls: that one begins today. (R-34) */
export async function callNotices(tx: Tx, territoryId: TerritoryId, span: Span): Promise<Notice[]> {
  const notices: Notice[] = []
  for (const call of await runningCalls(tx, territoryId)) notices.push(...(await opening(tx, territoryId, call, span)))
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

export const reminders: readonly ReminderSource[] = [callNotices]

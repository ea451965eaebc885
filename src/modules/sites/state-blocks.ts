import { longDate } from '../../kernel/dates.ts'
import { lower } from '../../kernel/names.ts'
import type { Day, OrderId } from '../../kernel/types.ts'
import type { IconName, Tone } from '../../ui/content.ts'
import { type SiteState, stateWords } from './rules.ts'
import { type Standing, suspensionOn } from './standing-rules.ts'

const looks: Readonly<Record<SiteState, readonly [Tone, IconName]>> = {
  notStarted: ['calm', 'next'],
  active: ['ok', 'ok'],
  expiring: ['wait', 'wait'],
  suspended: ['late', 'end'],
  ended: ['calm', 'end'],
  terminated: ['calm', 'cross'],
}

/** The state of a status as a tag: tint, icon, word. */
export function stateTag(state: SiteState): { tone: Tone; icon: IconName; word: string } {
  const [tone, icon] = looks[state]
  return { tone, icon, word: stateWords[state] }
}

/** What stands over the pages of a site that may only be read: since when, why and by which order. Null while it is at work. */
export function standingBanner(site: Standing, today: Day): { title: string; text: string; orderId: OrderId | null } | null {
  if (site.to !== null && today > site.to)
    return {
      title: `Статус площадки кончился ${longDate(site.to)}`,
      text: `${site.endOrder === null ? '' : `Так решил ${lower(site.endOrder)}. `}Планы и назначения можно только читать; отчёт за последний год ещё можно сдать и принять.`,
      orderId: null,
    }
  const pause = suspensionOn(site.suspensions, today)
  if (pause === null) return null
  return {
    title: `Деятельность площадки приостановлена с ${longDate(pause.from)}`,
    text: `Причина: ${pause.reason.replace(/\.$/, '')}. Планы, отчёты и назначения можно только читать, пока деятельность не возобновят.`,
    orderId: pause.orderId,
  }
}

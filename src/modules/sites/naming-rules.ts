import { longDate, shortDate } from '../../kernel/dates.ts'
import type { Day, Period } from '../../kernel/types.ts'
import type { SiteState, StateFilter } from './rules.ts'

/** What a state is called in a list. */
export const stateWords: Readonly<Record<SiteState, string>> = {
  notStarted: 'Ещё не начала',
  active: 'Действует',
  expiring: 'Истекает',
  suspended: 'Приостановлена',
  ended: 'Завершена',
  terminated: 'Прекращена',
}

/** «Действующие» and so on, for the choice in a register. */
export const stateFilterWords: Readonly<Record<StateFilter, string>> = {
  current: 'Действуют и ещё не начали',
  active: 'Действуют',
  expiring: 'Истекают в ближайшие 90 дней',
  suspended: 'Приостановлены',
  notStarted: 'Ещё не начали',
  ended: 'Завершены в срок',
  terminated: 'Прекращены раньше срока',
  all: 'Все',
}

/** «МОУ «Заозёрная СОШ» и МОУ «Приладожская СОШ»» */
export function joined(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} и ${names.at(-1)}`
}

/** The day that matters about a status: the first one of a status to come, otherwise the last one. */
export function termWords({ from, to }: Period, day: Day, write = shortDate): string {
  if (day < from) return `с ${longDate(from)}`
  return to === null ? `с ${write(from)}` : `по ${write(to)}`
}

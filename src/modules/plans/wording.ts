import { daysBetween, shortDate, shortPeriod } from '../../kernel/dates.ts'
import { capital } from '../../kernel/names.ts'
import { type NamedPeriod, periodName } from '../../kernel/periods.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { planWords } from '../../regulation/work/questions.ts'
import type { CameFrom, Execution, Line, LineState } from './model.ts'

/** «План-график на 2021/22 учебный год» — by the territory's own word. */
export const planTitle = (regulation: Regulation, { key }: NamedPeriod): string =>
  `${capital(planWords(regulation).nominative)} на ${periodName(key)}`

/** «18.10.2021 – 29.10.2021», one day alone, or what is known so far. */
export function datesOf({ startsOn, endsOn }: Pick<Line, 'startsOn' | 'endsOn'>): string {
  if (startsOn !== null && endsOn !== null) return shortPeriod({ from: startsOn, to: endsOn })
  const known = startsOn ?? endsOn
  return known === null ? '' : shortDate(known)
}

export const formOf = ({ forms }: Regulation, code: string | null): string =>
  forms.catalogue.find((form) => form.code === code)?.label ?? ''

export const directionOf = ({ directions }: Regulation, code: string | null): string =>
  directions?.list.find((direction) => direction.code === code)?.label ?? ''

/** «Проведено», «Через 3 дня», «Нет отметки» — the word of the tag. */
export function stateWord(state: LineState, { startsOn }: Pick<Line, 'startsOn'>, today: Day): string {
  if (state === 'held') return 'Проведено'
  if (state === 'cancelled') return 'Отменено'
  if (state === 'overdue') return 'Нет отметки'
  if (state === 'ahead' || startsOn === null) return 'Впереди'
  const days = daysBetween(today, startsOn)
  if (days < 0) return 'Идёт'
  return days === 0 ? 'Сегодня' : days === 1 ? 'Завтра' : `Через ${counted(days, 'день', 'дня', 'дней')}`
}

/** «7 человек из 4 школ»; «11 человек, из них 7 из 4 школ» where others were there too; the number alone where nobody has kept lists. */
export function cameWords(people: number, from: CameFrom | null): string {
  const all = counted(people, 'человек', 'человека', 'человек')
  if (from === null || from.organisations === 0) return all
  const where =
    from.schools === from.organisations
      ? counted(from.schools, 'школы', 'школ', 'школ')
      : counted(from.organisations, 'организации', 'организаций', 'организаций')
  return from.people === people ? `${all} из ${where}` : `${all}, из них ${from.people} из ${where}`
}

/** The second line under the tag. */
export function stateMore(state: LineState, { endsOn }: Pick<Line, 'endsOn'>, execution: Execution | null, today: Day): string {
  if (state === 'overdue' && endsOn !== null) {
    const days = daysBetween(endsOn, today)
    return `срок прошёл ${counted(days, 'день', 'дня', 'дней')} назад`
  }
  if (state === 'held') {
    if (execution?.peopleCount != null) return cameWords(execution.peopleCount, execution.cameFrom)
    return execution?.heldOn ? shortDate(execution.heldOn) : ''
  }
  return state === 'cancelled' ? (execution?.note ?? '') : ''
}

/** The report on a line as the paper tells it. */
export function reportOf(execution: Execution | null): string {
  if (execution === null) return ''
  if (execution.outcome === 'cancelled') return `Отменено: ${execution.note ?? ''}`
  const people = execution.peopleCount === null ? '' : `, ${cameWords(execution.peopleCount, execution.cameFrom)}`
  return `Проведено ${execution.heldOn === null ? '' : shortDate(execution.heldOn)}${people}${execution.note ? `. ${execution.note}` : ''}`
}

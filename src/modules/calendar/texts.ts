import type { CalendarKind } from '../../regulation/calendar/school-year.ts'
import type { TagProps } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { CalendarState } from './machine.ts'

export const ruleTexts: RuleTexts = {
  'calendar.endsBeforeStart': 'Поставьте последний день не раньше первого',
  'calendar.tooLong': ({ most }) => `Проверьте год: вышло больше ${most} дней подряд`,
  'calendar.isThere': 'Поправьте название или дни: такая строка в календаре уже есть',
}

export const kindWords: Readonly<Record<CalendarKind, string>> = {
  holidays: 'Каникулы',
  exam: 'Экзамен',
  dayOff: 'Нерабочий день',
  workDay: 'Рабочий день вместо выходного',
}

export const stateTags: Readonly<Record<CalendarState, TagProps>> = {
  kept: { tone: 'ok', word: 'В календаре' },
  removed: { tone: 'calm', icon: 'end', word: 'Убрано' },
}

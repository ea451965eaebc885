import { ok, refuseAll, refuseRule } from '../../kernel/result.ts'
import { deed } from '../../kit/deed.ts'
import { day, line, optionalDay, period, radios, type ValueOf } from '../../kit/form/fields.ts'
import { opening } from '../../kit/opening.ts'
import { type CalendarDays, calendarKinds } from '../../regulation/calendar/school-year.ts'
import { calendarDays, type OpenDays, theCalendar } from './case.ts'
import { paths } from './paths.ts'
import { isInCalendar } from './queries.ts'
import { notThere, wrongSpan } from './rules.ts'
import { kindWords } from './texts.ts'

const form = {
  kind: radios('Что это', { of: calendarKinds, named: (kind) => kindWords[kind], what: 'что это за дни' }),
  title: line('Название', { most: 300, hint: 'Например: осенние каникулы; ОГЭ, математика, 9 класс' }),
  ...period(
    'Когда',
    { startsOn: day('Первый день'), endsOn: optionalDay('Последний день') },
    'Оба дня включительно; второй можно оставить пустым, если день один',
  ),
}

/** One day is a period too. */
const spanOf = ({ endsOn, ...typed }: ValueOf<typeof form>): CalendarDays => ({ ...typed, endsOn: endsOn ?? typed.startsOn })
const told = ({ kind, title, startsOn: from, endsOn: to }: CalendarDays) => ({ kind, title, from, to })
const daysOf = ({ one: { kind, title, startsOn, endsOn } }: OpenDays): CalendarDays => ({ kind, title, startsOn, endsOn })

/** Writes days into the calendar of the territory. */
export const addDays = opening(calendarDays, theCalendar, {
  at: paths.newCalendarDays,
  permits: 'calendar.keep',
  form,
  begins: () => ({ kind: 'holidays' }),
  rule: ({ input }) => wrongSpan(spanOf(input)),
  also: async (tx, { ctx, input }) => {
    const wrong = notThere(await isInCalendar(tx, ctx, spanOf(input), null))
    return wrong.length > 0 ? refuseAll(wrong) : ok(null)
  },
  values: ({ input }) => spanOf(input),
  fact: ({ input }) => ({ kind: 'calendar.added', facts: told(spanOf(input)) }),
  done: 'Дни внесены в календарь',
  ask: { title: 'Внести в календарь', button: 'Внести' },
})

/** Corrects what the days are called, or which they are. */
export const changeDays = deed(calendarDays, 'change', {
  at: paths.calendarDaysEdit,
  permits: 'calendar.keep',
  form,
  begins: ({ one }) => one,
  rule: ({ input }) => wrongSpan(spanOf(input)),
  also: async (tx, { ctx, one, input }) => {
    const wrong = notThere(await isInCalendar(tx, ctx, spanOf(input), one.id))
    return wrong.length > 0 ? refuseAll(wrong) : ok(null)
  },
  set: ({ input }) => spanOf(input),
  fact: ({ input }) => ({ kind: 'calendar.changed', facts: told(spanOf(input)) }),
  done: 'Календарь исправлен',
  ask: { title: 'Исправить', opens: 'Исправить название и дни' },
})

/** Takes days out that were written by mistake. */
export const removeDays = deed(calendarDays, 'remove', {
  at: paths.calendarDaysRemoval,
  permits: 'calendar.keep',
  fact: (given) => ({ kind: 'calendar.removed', facts: told(daysOf(given)) }),
  done: 'Дни убраны из календаря',
  ask: { title: 'Убрать из календаря', folded: true, button: 'Убрать из календаря', kind: 'warning' },
})

/** Puts them back. */
export const putDaysBack = deed(calendarDays, 'putBack', {
  at: paths.calendarDaysReturn,
  permits: 'calendar.keep',
  also: async (tx, given) =>
    (await isInCalendar(tx, given.ctx, daysOf(given), given.one.id)) ? refuseRule('calendar.isThere') : ok(null),
  fact: (given) => ({ kind: 'calendar.putBack', facts: told(daysOf(given)) }),
  done: 'Дни возвращены в календарь',
  ask: { title: 'Вернуть в календарь', button: 'Вернуть в календарь' },
})

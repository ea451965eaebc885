const rules = new Intl.PluralRules('ru')

/** The form of a word that goes with a number: `plural(2, 'дело', 'дела', 'дел')` is «дела». */
export function plural(count: number, one: string, few: string, many: string): string {
  const kind = rules.select(Math.abs(count))
  return kind === 'one' ? one : kind === 'few' ? few : many
}

/** «2 дела» */
export const counted = (count: number, one: string, few: string, many: string): string =>
  `${count} ${plural(count, one, few, many)}`

/** «осталось 12 дней», «сегодня до 23:59», «опоздание 2 дня» — the rest of a deadline, whole local days. */
export function restOfDays(days: number): string {
  if (days === 0) return 'сегодня до 23:59'
  if (days < 0) return `опоздание ${counted(-days, 'день', 'дня', 'дней')}`
  return `${plural(days, 'остался', 'осталось', 'осталось')} ${counted(days, 'день', 'дня', 'дней')}`
}

/** «36 академических часов», «1,5 академического часа»: the one measure of what people have learnt. */
export const academicHoursText = (hours: number): string =>
  `${String(hours).replace('.', ',')} ${Number.isInteger(hours) ? plural(hours, 'академический час', 'академических часа', 'академических часов') : 'академического часа'}`

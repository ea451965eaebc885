import { counted } from '../../kernel/plural.ts'

/** «12 часов», «1,5 часа» */
export function hoursText(hours: number): string {
  return Number.isInteger(hours) ? counted(hours, 'час', 'часа', 'часов') : `${numberText(hours)} часа`
}

/** «12 академических часов», «1,5 академического часа» */
export function academicHours(hours: number): string {
  return Number.isInteger(hours)
    ? counted(hours, 'академический час', 'академических часа', 'академических часов')
    : `${numberText(hours)} академического часа`
}

/** «1,5» */
export const numberText = (hours: number): string => String(hours).replace('.', ',')

/** «25 %» of the whole, «0 %» of nothing. */
export const shareText = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((part / whole) * 100)} %`

import { z } from 'zod'
import { addDays, addMonths } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { addWorkingDays } from './working-days.ts'

export const spanUnit = z.enum(['day', 'workingDay', 'month'])
/** So many days, working days or months. */
export type Span = { readonly count: number; readonly unit: z.infer<typeof spanUnit> }

const words = {
  day: ['день', 'дня', 'дней'],
  workingDay: ['рабочий день', 'рабочих дня', 'рабочих дней'],
  month: ['месяц', 'месяца', 'месяцев'],
} as const
const adds = { day: addDays, workingDay: addWorkingDays, month: addMonths }

/** «10 рабочих дней» */
export function spanWords({ count, unit }: Span): string {
  const [one, few, many] = words[unit]
  return counted(count, one, few, many)
}

/** The day that long after another one; before it, where the count is below nought. */
export const addSpan = (day: Day, { count, unit }: Span): Day => adds[unit](day, count)

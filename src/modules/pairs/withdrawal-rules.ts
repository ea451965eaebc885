import { longDate } from '../../kernel/dates.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import { addWorkingDays } from '../../regulation/calendar/working-days.ts'

/** Whoever withdraws says so so many working days before. */
export const noticeDays = 3

/** The first day that may be the last one a mentor leads a pair, said today. */
export const firstLastDay = (today: Day): Day => addWorkingDays(today, noticeDays)

/** A mentor leads on for the days of the notice, and withdraws before the pair ends by itself. */
export function wrongWithdrawal({ endsOn }: { readonly endsOn: Day }, leadsUntil: Day, today: Day): RuleRefusal[] {
  const first = firstLastDay(today)
  if (leadsUntil < first) return [no('pair.noticeIsShort', { field: 'leadsUntil', params: { day: longDate(first) } })]
  return leadsUntil >= endsOn ? [no('pair.endsSooner', { field: 'leadsUntil', params: { day: longDate(endsOn) } })] : []
}

/** The first day of article 351.8 of the Labour Code: written consent, and the notice of three working days, are its words from then on. */
const lawSince: Day = '2025-03-01'
export const isByLaw = (day: Day): boolean => day >= lawSince

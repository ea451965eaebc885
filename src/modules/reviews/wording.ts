import type { Ctx } from '../../authz/ctx.ts'
import { localTime } from '../../kernel/clock.ts'
import { longDate } from '../../kernel/dates.ts'
import type { Day, Instant } from '../../kernel/types.ts'
import type { Recommendation, ReviewState, SummaryRow } from './model.ts'

/** «84,5» */
export const points = (value: number): string => String(value).replace('.', ',')

/** «84,5 %» */
export const percent = (value: number | null): string => (value === null ? '—' : `${points(value)}\u00a0%`)

/** «12,5 п. п.» */
export const spreadWords = (value: number | null): string => (value === null ? '—' : `${points(value)}\u00a0п.\u00a0п.`)

export const recommendationNames: Readonly<Record<Recommendation, string>> = {
  support: 'Поддержать',
  supportWithRemarks: 'Поддержать с замечаниями',
  reject: 'Не поддерживать',
}

/** How the office reads a state. */
export const stateNames: Readonly<Record<ReviewState, string>> = {
  assigned: 'Ждёт ответа эксперта',
  accepted: 'Эксперт читает',
  sent: 'Отправлено',
  declined: 'Эксперт отказался',
  replaced: 'Передано другому',
  closed: 'Прервано',
}

/** How the expert reads it. */
export const expertStateNames: Readonly<Record<ReviewState, string>> = {
  assigned: 'Ждёт вашего заявления',
  accepted: 'Пишете заключение',
  sent: 'Отправлено',
  declined: 'Вы отказались',
  replaced: 'Передано другому',
  closed: 'Прервано',
}

/** «поддержать — 2, не поддерживать — 1» */
export function recommendationWords({ figures: { recommendations } }: Pick<SummaryRow, 'figures'>): string {
  const parts = Object.entries(recommendations).filter(([, count]) => count > 0)
  return parts.map(([code, count]) => `${recommendationNames[code as Recommendation].toLowerCase()} — ${count}`).join(', ')
}

/** The local day of a moment. */
export const localDay = (at: Instant, { territory }: Pick<Ctx, 'territory'>): Day => localTime(at, territory.timeZone).day

/** «14 мая 2026 г., 09:30» by the clock of the territory. */
export function momentWords(at: Instant, { territory }: Pick<Ctx, 'territory'>): string {
  const { day, time } = localTime(at, territory.timeZone)
  return `${longDate(day)}, ${time.slice(0, 5)}`
}

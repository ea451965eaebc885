import { shortDate } from '../kernel/dates.ts'
import { academicYear, isPeriodKey, type PeriodKey, periodName } from '../kernel/periods.ts'
import type { Value as Known } from './facts.ts'

/** Words that sentences of history are put together from; each is null when the fact does not say it. */
export type Value = Known | undefined

export const text = (value: Value): string | null => (typeof value === 'string' && value !== '' ? value : null)
export const day = (value: Value): string | null => (text(value) === null ? null : shortDate(String(value)))
export const quoted = (value: Value): string | null => (text(value) === null ? null : `«${text(value)}»`)
export const numbered = (value: Value): string | null => (typeof value === 'number' ? `№ ${value}` : null)
export const from = (value: Value) => day(value) && `с ${day(value)}`
export const until = (value: Value) => day(value) && `по ${day(value)}`
export const period = (first: Value, to: Value) => [from(first), until(to)].filter((part) => part !== null).join(' ') || null
export const last = (value: Value) => day(value) && `последний день ${day(value)}`
export const remark = (value: Value) => text(value) && `замечание: ${text(value)}`
/** What is of a period; facts of earlier days name an academic year by its first. */
export type OfPeriod = { period: PeriodKey; academicYear?: number }
export const ofPeriod = ({ period: key, academicYear: first }: { readonly period?: Value; readonly academicYear?: Value }) => {
  if (typeof first === 'number') return periodName(academicYear(first))
  return typeof key === 'string' && isPeriodKey(key) ? periodName(key) : null
}
export const version = (value: Value) => (typeof value === 'number' && value > 1 ? `редакция ${value}` : null)
export const joined = (...parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null).join(', ') || null
export const named = (names: Readonly<Record<string, string>>, value: Value): string | null =>
  typeof value === 'string' ? (names[value] ?? null) : null
export const ofTitle = ({ title }: { readonly title?: Value }) => quoted(title)

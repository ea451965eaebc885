import { z } from 'zod'
import { cleanLine } from '../kernel/clean.ts'
import { parseDay, shortDate } from '../kernel/dates.ts'
import { asId } from '../kernel/ids.ts'
import { isPeriodKey } from '../kernel/periods.ts'
import type { Day } from '../kernel/types.ts'

/** One value of an address; anything else counts as not given. An address is never refused, it falls back to the usual. */
export const asked = z.preprocess((value) => {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? cleanLine(one) : one
}, z.string().max(200).optional().catch(undefined))

/** The value when it is one of those known. */
export const oneOf = <const Value extends string>(values: readonly Value[], value: string | undefined): Value | null =>
  values.find((one) => one === value) ?? null

export const idOf = <Id extends string = string>(value: string | undefined): Id | null => asId<Id>(value ?? '')

/** The number of a page of a list, from 1. */
export const pageOf = (value: string | undefined): number => {
  const page = Number(value)
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}

/** The number of a page of a list as it stands in an address. */
export const askedPage = asked.transform(pageOf)

/** A period by its key; null when none is asked for. */
export const askedPeriod = asked.transform((value) => (value !== undefined && isPeriodKey(value) ? value : null))

/** The number of an edition; null when none is asked for. */
export const askedNumber = asked.transform(numberOf)
export function numberOf(value: string | undefined): number | null {
  return wholeOf(value, 1, 1000)
}

function wholeOf(value: string | undefined, least: number, most: number): number | null {
  const number = Number(value)
  return Number.isInteger(number) && number >= least && number <= most ? number : null
}

/** A day typed into an address, and what to say when it is no day. */
export function dayAsked(value: string | undefined, today: Day): { on: Day; problem: string | null } {
  if (!value) return { on: today, problem: null }
  const on = parseDay(value)
  return on
    ? { on, problem: null }
    : { on: today, problem: `Напишите день, месяц и год, например ${shortDate(today)}: такой даты нет` }
}

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { addDays, shortDate } from '../kernel/dates.ts'
import type { Day } from '../kernel/types.ts'

/** The idempotency key of the page's forms; the layout provides it, so that no form has to be handed one. */
export const FormKey = createContext('')

/** Makes a second press of the button the same act. */
export function HiddenKey({ value }: { value?: string }) {
  const provided = useContext(FormKey)
  const key = value ?? provided
  return key === '' ? null : <input type="hidden" name="_key" value={key} />
}

/**
 * The version a person was editing when the form was refused (422). Shown again, the form keeps it: the newer version of someone else must not
 * slip in unseen between two tries.
 */
export const SentVersion = createContext<number | null>(null)

/** The day of the territory whose page it is: an example of a date is near it. */
export const Today = createContext<Day>('2022-06-15')

/** A day as it is typed, and two of a year: «15.06.2022», «с 15.06.2022 по 14.06.2023». */
export function useExamples(): { readonly day: string; readonly period: string } {
  const today = useContext(Today)
  return { day: shortDate(today), period: `с ${shortDate(today)} по ${shortDate(addDays(today, 364))}` }
}

import { longDate, shortDate } from '../kernel/dates.ts'

export type DateForm = 'long' | 'full' | 'digits'

/** A date as orders write it: «15 июня 2022 г.», «15 июня 2022 года», «15.06.2022». */
export function orderDate(day: string, form: DateForm = 'long'): string {
  if (form === 'digits') return shortDate(day)
  return form === 'full' ? longDate(day).replace(/г\.$/, 'года') : longDate(day)
}

/** «от 15 июня 2022 г. № 33» — how one paper names another. */
export const ofDateAndNumber = (day: string, number: string, form: DateForm = 'long'): string =>
  `от ${orderDate(day, form)} № ${number}`

import { dayAndMonth, shortDate } from '../../kernel/dates.ts'
import { partOf } from '../../kernel/records.ts'
import { wordForms } from '../words.ts'
import type { Input, Parts } from './inputs.ts'

type Values = Record<string, string | string[]>
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** «15.06» of a day that has no year. */
export const shortMonthDay = (value: string): string => value.split('-').toReversed().join('.')
/** «15 июня» */
export const longMonthDay = (value: string): string => (/^\d\d-\d\d$/.test(value) ? dayAndMonth(`2023-${value}`) : value)

/** A stored value as the text of its form, by the names of the fields: what `valueTyped` reads back. */
export function writtenAs(input: Input, value: unknown, name: string): Values {
  switch (input.as) {
    case 'day':
      return { [name]: typeof value === 'string' ? shortDate(value) : '' }
    case 'monthDay':
      return { [name]: typeof value === 'string' ? shortMonthDay(value) : '' }
    case 'yesNo':
      return value === undefined || value === null ? {} : { [name]: value === true || value === 'true' ? 'yes' : 'no' }
    case 'several':
    case 'parties':
      return { [`${name}[]`]: itemsOf(value).map(String) }
    case 'clauses':
      return { [name]: clausesWritten(value) }
    case 'lines':
      return { [name]: itemsOf(value).join('\n') }
    case 'numbers':
      return { [name]: itemsOf(value).join(', ') }
    case 'words':
      return Object.fromEntries(wordForms.map((form) => [`${name}.${form}`, textOf(partOf(value, form))]))
    case 'group':
      return groupWritten(input.of, value, name)
    case 'rows':
      return Object.assign({}, ...itemsOf(value).map((row, index) => groupWritten(input.of, row, `${name}.${index}`)))
    case 'shapes': {
      const which = textOf(partOf(value, input.by))
      const parts = input.of[which]
      return {
        [`${name}.${input.by}`]: which,
        ...(parts && groupWritten(parts, value, `${name}.${which}`)),
        [`${name}.clause`]: clausesWritten(partOf(value, 'clause')),
      }
    }
    default:
      return { [name]: textOf(value) }
  }
}

const clausesWritten = (value: unknown): string => itemsOf(value).map(String).join('; ')

const groupWritten = (parts: Parts, value: unknown, name: string): Values =>
  Object.assign({}, ...Object.entries(parts).map(([part, input]) => writtenAs(input, partOf(value, part), `${name}.${part}`)))

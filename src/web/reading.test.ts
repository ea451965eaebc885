// Proves that what is possible and hardly true is asked about once more, and that a day without a year takes that of its form.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { day, optionalDay, optionalWhole } from './fields.ts'
import { knownOf, problemsIn, readWith } from './reading.ts'

const form = z.object({
  on: day('первый день'),
  until: optionalDay('последний день'),
  people: optionalWhole('людей', 0, 10_000, 500),
})
const read = (sent: Record<string, string>, own: Record<string, string> = {}) => {
  const parsed = readWith(knownOf(own, '2022-06-01'), form, sent)
  return parsed.success ? parsed.data : problemsIn(parsed.error).map(({ field, asks }) => [field, asks])
}

test('a day too far ahead or back and a crowd are asked about, each with the text that was typed', () => {
  expect(read({ on: '31.12.2035', people: '9999' })).toEqual([
    ['on', '31.12.2035'],
    ['people', '9999'],
  ])
  expect(read({ on: '01.09.1921' })).toEqual([['on', '01.09.1921']])
  expect(read({ on: '01.06.2028', until: '01.06.1972', people: '500' })).toEqual({
    on: '2028-06-01',
    until: '1972-06-01',
    people: 500,
  })
})

test('said to be meant so, it is taken; another text of the same field is asked about again', () => {
  expect(read({ on: '31.12.2035' }, { '_sure.on': '31.12.2035' })).toMatchObject({ on: '2035-12-31' })
  expect(read({ on: '31.12.2036' }, { '_sure.on': '31.12.2035' })).toEqual([['on', '31.12.2036']])
})

test('a draft that keeps itself is asked about nothing, and neither is what is read outside of a form', () => {
  expect(read({ on: '31.12.2035', people: '9999' }, { _stay: '1' })).toMatchObject({ on: '2035-12-31', people: 9999 })
  expect(form.safeParse({ on: '31.12.2035', people: '9999' }).success).toBe(true)
})

test('what is wrong is not only asked about', () => {
  expect(read({ on: '31.02.2022' })).toEqual([['on', undefined]])
})

test('a day without a year takes the only one of the period of its form; without a period the year is asked for', () => {
  const within = { _within: '2021-09-01/2022-08-31' }
  expect(read({ on: '15.09', until: '15 мая' }, within)).toMatchObject({ on: '2021-09-15', until: '2022-05-15' })
  expect(read({ on: '15.09' })).toEqual([['on', undefined]])
  expect(read({ on: '15.09' }, { _within: 'nonsense' })).toEqual([['on', undefined]])
})

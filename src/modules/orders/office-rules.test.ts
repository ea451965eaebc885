import { expect, test } from 'vitest'
import { letterheadOf, numberFormatOf } from './office-rules.ts'

test.each([
  ['N', '{n}'],
  ['№ N-о', '{n}-о'],
  ['01-05/N', '01-05/{n}'],
  ['17', null],
  ['N/N', null],
  ['{n}', null],
])('numbers written «%s» are kept as %s', (typed, kept) => {
  expect(numberFormatOf(typed)).toBe(kept)
})

test('a letterhead has a row for each line, and is the name of the body where nothing is typed', () => {
  expect(letterheadOf(' Комитет \n\nобразования', 'Совет')).toEqual(['Комитет', 'образования'])
  expect(letterheadOf(' \n', 'Совет')).toEqual(['Совет'])
})

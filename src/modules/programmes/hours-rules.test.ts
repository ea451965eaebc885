import { expect, test } from 'vitest'
import { academicHours, hoursText, numberText, shareText } from './hours-rules.ts'

test('hours are said as people say them', () => {
  expect([1, 2, 12, 1.5].map(hoursText)).toEqual(['1 час', '2 часа', '12 часов', '1,5 часа'])
  expect([1, 3, 12, 1.5].map(academicHours)).toEqual([
    ...['1 академический час', '3 академических часа', '12 академических часов', '1,5 академического часа'],
  ])
  expect(numberText(10.5)).toBe('10,5')
})
test('a share of nothing is nothing', () => {
  expect([shareText(1, 4), shareText(2, 3), shareText(0, 0)]).toEqual(['25 %', '67 %', '0 %'])
})

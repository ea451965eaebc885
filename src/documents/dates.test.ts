import { expect, test } from 'vitest'
import { ofDateAndNumber, orderDate } from './dates.ts'

test('dates as orders write them', () => {
  expect(orderDate('2022-06-15')).toBe('15 июня 2022 г.')
  expect(orderDate('2022-06-15', 'full')).toBe('15 июня 2022 года')
  expect(ofDateAndNumber('2021-01-28', '33', 'digits')).toBe('от 28.01.2021 № 33')
})

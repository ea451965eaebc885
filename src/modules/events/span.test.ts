import { expect, test } from 'vitest'
import { weeksOf } from '../../ui/content.ts'
import { endOf, monthLink, monthOf, monthsBetween, nextMonth, spanOf } from './span.ts'

test('an address names a month or a day of it, and nothing else', () => {
  expect(spanOf('2021-11')).toEqual({ typed: '2021-11', from: '2021-11-01', to: '2021-11-30' })
  expect(spanOf('2021-11-09')).toEqual({ typed: '2021-11-09', from: '2021-11-09', to: '2021-11-09' })
  for (const wrong of [undefined, '', '2021', '2021-13', '2021-02-30', '9999-01', 'ноябрь']) expect(spanOf(wrong)).toBeNull()
})

test('a span ends before the day after its last one; months follow each other over a year', () => {
  expect(endOf(monthOf('2021-12-15'))).toBe('2022-01-01')
  expect(monthLink(nextMonth(monthOf('2021-12-15'), 1))).toBe('Январь 2022')
  expect(monthLink(nextMonth(monthOf('2022-01-15'), -1))).toBe('Декабрь 2021')
  expect(monthsBetween('2021-11-15', '2022-01-01').map(({ typed }) => typed)).toEqual(['2021-11', '2021-12', '2022-01'])
  expect(monthsBetween('2021-11-15', '2021-10-01')).toEqual([])
})

test('the weeks of a month begin on Mondays and hold its days alone', () => {
  const weeks = weeksOf('2021-11-01')
  expect(weeks).toHaveLength(5)
  expect(weeks[0]).toEqual(['01', '02', '03', '04', '05', '06', '07'].map((day) => `2021-11-${day}`))
  expect(weeks.at(-1)).toEqual(['2021-11-29', '2021-11-30', null, null, null, null, null])
  const august = weeksOf('2021-08-01')
  expect(august).toHaveLength(6)
  expect(august[0]).toEqual([null, null, null, null, null, null, '2021-08-01'])
  expect(weeksOf('2021-12-01').flat().filter(Boolean)).toHaveLength(31)
})

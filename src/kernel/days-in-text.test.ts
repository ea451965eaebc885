import { expect, test } from 'vitest'
import { daysIn } from './days-in-text.ts'

const days = (text: string) => daysIn(text).map(({ day }) => day)

test('days are found however papers write them', () => {
  expect(days('до 15 июня 2022 г. или 16.06.2022, но не 31.06.2022')).toEqual(['2022-06-15', '2022-06-16'])
  expect(days('15\u00a0июня 2022 года')).toEqual(['2022-06-15'])
  expect(days('с 1 по 30 сентября 2021 г.')).toEqual(['2021-09-01', '2021-09-30'])
  expect(days('с 1 сентября по 15 июня 2022 г.')).toEqual(['2021-09-01', '2022-06-15'])
})

test('numbers that are no days are left alone', () => {
  expect(days('читают 2 эксперта, п. 3.2, № 37-о, 18:00, 1 июня')).toEqual([])
})

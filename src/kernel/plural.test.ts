import { expect, test } from 'vitest'
import { counted, restOfDays } from './plural.ts'

test('words follow numbers', () => {
  expect([1, 2, 5, 11, 21, 112].map((n) => counted(n, 'дело', 'дела', 'дел'))).toEqual([
    '1 дело',
    '2 дела',
    '5 дел',
    '11 дел',
    '21 дело',
    '112 дел',
  ])
})

test('the rest of a deadline is told in whole days', () => {
  expect([12, 1, 21, 0, -2].map(restOfDays)).toEqual([
    'осталось 12 дней',
    'остался 1 день',
    'остался 21 день',
    'сегодня до 23:59',
    'опоздание 2 дня',
  ])
})

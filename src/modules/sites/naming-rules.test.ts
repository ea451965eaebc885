import { expect, test } from 'vitest'
import { longDate } from '../../kernel/dates.ts'
import { joined, stateFilterWords, stateWords, termWords } from './rules.ts'

test('names are joined as a sentence joins them', () => {
  expect([joined([]), joined(['А']), joined(['А', 'Б']), joined(['А', 'Б', 'В'])]).toEqual(['', 'А', 'А и Б', 'А, Б и В'])
})
test('every state and every choice has words of its own', () => {
  for (const words of [stateWords, stateFilterWords]) expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
})

test('a status to come is told by its first day, one that has begun by its last', () => {
  const period = { from: '2026-09-01', to: '2029-08-31' }
  expect(termWords(period, '2026-08-31')).toBe('с 1 сентября 2026 г.')
  expect(termWords(period, '2026-09-01')).toBe('по 31.08.2029')
  expect(termWords(period, '2030-01-01', longDate)).toBe('по 31 августа 2029 г.')
  expect(termWords({ from: '2026-09-01', to: null }, '2026-09-01')).toBe('с 01.09.2026')
})

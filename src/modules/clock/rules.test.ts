import { expect, test } from 'vitest'
import { dayToMoveTo, type Wish } from './rules.ts'

const moved = (wish: Wish) => {
  const day = dayToMoveTo('2021-01-28', wish)
  return day.ok ? day.value : (day.refusal as { rule: string }).rule
}

test('a demonstration goes a day, a week, or to a day', () => {
  expect(moved({ move: 'day', to: null })).toBe('2021-01-29')
  expect(moved({ move: 'week', to: null })).toBe('2021-02-04')
  expect(moved({ move: 'to', to: '2021-09-01' })).toBe('2021-09-01')
})

test('never back, never nowhere, and two years at most', () => {
  expect(moved({ move: 'to', to: null })).toBe('clock.noDay')
  expect(moved({ move: 'to', to: '2021-01-28' })).toBe('clock.onlyForward')
  expect(moved({ move: 'to', to: '2021-01-27' })).toBe('clock.onlyForward')
  expect(moved({ move: 'to', to: '2023-01-29' })).toBe('2023-01-29')
  expect(moved({ move: 'to', to: '2023-01-30' })).toBe('clock.tooFar')
})

import { expect, test } from 'vitest'
import { joined, stateFilterWords, stateWords } from './naming-rules.ts'

test('names are joined as a sentence joins them', () => {
  expect([joined([]), joined(['А']), joined(['А', 'Б']), joined(['А', 'Б', 'В'])]).toEqual(['', 'А', 'А и Б', 'А, Б и В'])
})
test('every state and every choice has words of its own', () => {
  for (const words of [stateWords, stateFilterWords]) expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
})

import { expect, test } from 'vitest'
import { onlyOf, pageWithin } from './lists.ts'

test('there is something to take without asking only when there is just one', () => {
  expect(onlyOf([])).toBeUndefined()
  expect(onlyOf(['a'])).toBe('a')
  expect(onlyOf(['a', 'b'])).toBeUndefined()
})

test('beyond the last page stands the last one; of nothing there is one page', () => {
  expect([1, 2, 3, 999].map((asked) => pageWithin(asked, 51, 25))).toEqual([1, 2, 3, 3])
  expect([pageWithin(2, 50, 25), pageWithin(3, 50, 25), pageWithin(7, 0, 25)]).toEqual([2, 2, 1])
})

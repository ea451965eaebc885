import { expect, test } from 'vitest'
import { onlyOf } from './lists.ts'

test('there is something to take without asking only when there is just one', () => {
  expect(onlyOf([])).toBeUndefined()
  expect(onlyOf(['a'])).toBe('a')
  expect(onlyOf(['a', 'b'])).toBeUndefined()
})

import { expect, test } from 'vitest'
import { pauseAfter } from './supervisor.ts'

test('a server that is gone is started at once; one that goes again and again is waited for ever longer, up to half a minute', () => {
  expect([-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 100].map(pauseAfter)).toEqual([
    0, 0, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
  ])
})

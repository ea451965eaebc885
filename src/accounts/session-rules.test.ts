import { expect, test } from 'vitest'
import { absoluteSeconds, after, before, idleSeconds, noteUseSeconds } from './session-rules.ts'

test('a session left alone ends before the longest one does, and its use is noted well within that', () => {
  expect([absoluteSeconds, idleSeconds].map((seconds) => seconds / 3600)).toEqual([12, 2])
  expect(noteUseSeconds).toBeLessThan(idleSeconds / 10)
})

test('moments before and after are so many seconds away', () => {
  const now = new Date('2021-01-28T10:00:00Z')
  expect(before(now, 90).toISOString()).toBe('2021-01-28T09:58:30.000Z')
  expect(after(now, 90).toISOString()).toBe('2021-01-28T10:01:30.000Z')
})

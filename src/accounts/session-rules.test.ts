import { expect, test } from 'vitest'
import { absoluteSeconds, after, before, endOf, idleSeconds, noteUseSeconds } from './session-rules.ts'

test('a session left alone ends before the longest one does, and its use is noted well within that', () => {
  expect([absoluteSeconds, idleSeconds].map((seconds) => seconds / 3600)).toEqual([12, 2])
  expect(noteUseSeconds).toBeLessThan(idleSeconds / 10)
})

test('a session is over after its last hour or two hours unused, whichever comes first', () => {
  const signedIn = new Date('2021-01-28T08:00:00Z')
  const ends = (usedAt: string) => endOf({ expiresAt: after(signedIn, absoluteSeconds), usedAt: new Date(usedAt) }).toISOString()
  expect(ends('2021-01-28T09:00:00Z')).toBe('2021-01-28T11:00:00.000Z')
  expect(ends('2021-01-28T19:30:00Z')).toBe('2021-01-28T20:00:00.000Z')
})

test('moments before and after are so many seconds away', () => {
  const now = new Date('2021-01-28T10:00:00Z')
  expect(before(now, 90).toISOString()).toBe('2021-01-28T09:58:30.000Z')
  expect(after(now, 90).toISOString()).toBe('2021-01-28T10:01:30.000Z')
})

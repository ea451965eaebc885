import { expect, test } from 'vitest'
import { type Attempts, countAttempt, minutesUntil } from './attempt-rules.ts'

const start = new Date('2026-03-01T09:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

function triesOf(kind: 'account' | 'address', count: number): { taken: number; last: Attempts | undefined } {
  let last: Attempts | undefined
  let taken = 0
  for (let i = 0; i < count; i++) {
    const counted = countAttempt(kind, last, start)
    if (!counted.ok) continue
    last = counted.value
    taken++
  }
  return { taken, last }
}

test('an account takes ten tries in a quarter of an hour', () => {
  const { taken, last } = triesOf('account', 50)
  expect(taken).toBe(10)
  expect(countAttempt('account', last, later(14))).toEqual({ ok: false, until: later(15) })
})

test('the eleventh is taken when the quarter of an hour is over, and counting begins anew', () => {
  const { last } = triesOf('account', 50)
  expect(countAttempt('account', last, later(15))).toEqual({ ok: true, value: { attempts: 1, endsAt: later(30) } })
})

test('an address, which a whole school shares, takes sixty', () => {
  expect(triesOf('address', 500).taken).toBe(60)
})

test('the wait is said in whole minutes, at least one', () => {
  expect(minutesUntil(later(15), start)).toBe(15)
  expect(minutesUntil(later(15), new Date(later(14).getTime() + 59_000))).toBe(1)
  expect(minutesUntil(start, later(1))).toBe(1)
})

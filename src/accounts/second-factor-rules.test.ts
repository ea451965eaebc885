import { expect, test } from 'vitest'
import { periodOf, periodsTaken, recoveryAlphabet, recoveryCode, recoveryHash, typedCode } from './second-factor-rules.ts'

const at = (seconds: number) => new Date(seconds * 1000)

test('a period is half a minute', () => {
  expect(periodOf(at(59))).toBe(1)
  expect(periodOf(at(60))).toBe(2)
  // RFC 6238, appendix B: 1111111109 lies in period 23523EC (hex).
  expect(periodOf(at(1_111_111_109))).toBe(0x23523ec)
})

test('a clock half a minute off is let in, a code is taken once and never an older one', () => {
  expect(periodsTaken(at(300), 0)).toEqual([10, 9, 11])
  expect(periodsTaken(at(300), 9)).toEqual([10, 11])
  expect(periodsTaken(at(300), 10)).toEqual([11])
  expect(periodsTaken(at(300), 11)).toEqual([])
})

test('a recovery code is read as it is typed', () => {
  const code = recoveryCode(new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30]))
  expect(code).toBe('2345-6789-ABCZ')
  expect(typedCode(' 2345–6789 abcz ')).toBe('23456789ABCZ')
  expect(recoveryHash('2345 6789 abcz')).toBe(recoveryHash(code))
  expect(recoveryHash('2345-6789-ABCY')).not.toBe(recoveryHash(code))
  expect(recoveryAlphabet).not.toMatch(/[01OIL]/)
})

import { expect, test } from 'vitest'
import { freshUntil, isDue, outlived } from './retention-rules.ts'

const at = (text: string) => new Date(`${text}:00Z`)
const now = at('2026-11-29T10:00')

test('the next copy is due after so many hours, within the hour of the run', () => {
  expect(isDue(null, now, 24)).toBe(true)
  expect(isDue(at('2026-11-28T10:00'), now, 24)).toBe(true)
  expect(isDue(at('2026-11-28T10:30'), now, 24)).toBe(true)
  expect(isDue(at('2026-11-28T10:31'), now, 24)).toBe(false)
})

test('a copy is fresh until the one after the next is due', () => {
  expect(freshUntil(now, 24)).toEqual(at('2026-12-01T10:00'))
})

test('copies older than their days go, on the last day they stay, and the latest always stays', () => {
  const [old, last, young] = [at('2026-10-29T09:59'), at('2026-10-30T10:00'), at('2026-11-29T09:00')]
  expect(outlived([old, last, young], now, 30)).toEqual([old])
  expect(outlived([old], now, 30)).toEqual([])
  expect(outlived([], now, 30)).toEqual([])
})

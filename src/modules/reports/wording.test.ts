import { expect, test } from 'vitest'
import { adaptationsWords } from './wording.ts'

test('what became of what was brought home is said by number; what nobody answered is not said', () => {
  const outcomes = { introduced: 3, adapted: 0, didNotFit: 1 }
  expect(adaptationsWords({ introduced: 5, outcomes, reasons: [] })).toBe('начали — 5, внедрено — 3, не подошло — 1')
  const none = { introduced: 0, adapted: 0, didNotFit: 0 }
  expect(adaptationsWords({ introduced: 2, outcomes: none, reasons: [] })).toBe('начали — 2, ответов пока нет')
})

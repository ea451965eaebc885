import { expect, test } from 'vitest'
import { laterRules } from './later.ts'

test('a document without a later rule is silent of it, one that has it keeps it', () => {
  expect(laterRules({ plan: {} })).toMatchObject({ plan: {}, intakeDays: null, consequences: null })
  const said = { plan: {}, intakeDays: { clause: ['3.1'], windows: [] } }
  expect(laterRules(said)).toMatchObject(said)
  expect(laterRules(laterRules(said))).toEqual(laterRules(said))
  expect(laterRules('x')).toBe('x')
})

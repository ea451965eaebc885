import { expect, test } from 'vitest'
import { lastDayOfName } from './naming-rules.ts'

const asked = { naming: 'change', nameSince: '2022-09-01', changed: true, formerUntil: null, today: '2022-10-01' } as const
const told = (more: Partial<Parameters<typeof lastDayOfName>[0]>) => {
  const result = lastDayOfName({ ...asked, ...more })
  return result.ok ? result.value : result.refusal.code === 'rule' && `${result.refusal.rule} ${result.refusal.field}`
}

test('a new name ends the one before it the day before', () => {
  expect(told({})).toBe('2022-08-31')
})

test('a slip of the pen is put right without a day', () => {
  expect(told({ naming: 'correction', nameSince: null })).toBe(null)
})

test('whoever types another name is asked which of both it is', () => {
  expect(told({ naming: null })).toBe('name.whichChange naming')
  expect(told({ naming: null, changed: false })).toBe(null)
  expect(told({ changed: false })).toBe('name.sameAsBefore naming')
  expect(told({ naming: 'correction', changed: false })).toBe(null)
})

test('a new name has a first day, today at the latest, later than that of the present name', () => {
  expect(told({ nameSince: null })).toBe('name.sinceNeeded nameSince')
  expect(told({ nameSince: '2022-10-01' })).toBe('2022-09-30')
  expect(told({ nameSince: '2022-10-02' })).toBe('name.notYet nameSince')
  expect(told({ formerUntil: '2022-08-31' })).toBe('name.changedLater nameSince')
  expect(told({ formerUntil: '2022-08-30' })).toBe('2022-08-31')
})

import { expect, test } from 'vitest'
import { lastDayOfName, movedLastDay } from './naming-rules.ts'

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

test('a wrong day of a change is put right: on its side of the change before it, today at the latest', () => {
  const moved = (
    nameSince: string | null,
    former: string[] = ['2021-12-31', '2022-08-31'],
    naming: 'day' | 'correction' = 'day',
  ) => {
    const result = movedLastDay({ naming, nameSince, former, today: '2022-10-01' })
    return result.ok ? result.value : result.refusal.code === 'rule' && `${result.refusal.rule} ${result.refusal.field}`
  }
  expect(moved('2022-07-01')).toEqual({ from: '2022-08-31', to: '2022-06-30' })
  expect(moved('2022-09-01')).toBe(null)
  expect(moved('2022-01-01')).toBe('name.changedLater nameSince')
  expect(moved('2022-01-02')).toEqual({ from: '2022-08-31', to: '2022-01-01' })
  expect(moved('2022-10-02')).toBe('name.notYet nameSince')
  expect(moved(null)).toBe('name.sinceNeeded nameSince')
  expect(moved('2022-07-01', [])).toBe('name.neverChanged naming')
  expect(moved('2022-07-01', [], 'correction')).toBe(null)
  expect(told({ naming: 'day', changed: false })).toBe(null)
})

import { expect, test } from 'vitest'
import { chebula } from '../../../test/regulations.ts'
import type { Regulation } from '../schema.ts'
import { limitProblems } from './check.ts'
import { brokenLimits } from './limits.ts'

const limited = (...list: NonNullable<Regulation['limits']>['list']): Regulation => ({
  ...chebula,
  limits: { clause: ['3.1'], list },
})
const atMost = { what: 'sitesOfTheme' as const, least: null, most: 2, clause: ['3.3'] }

test('a limit is broken beyond it and not at it, with its own clause and both numbers', () => {
  expect(brokenLimits(limited(atMost), { sitesOfTheme: 2 })).toEqual([])
  expect(brokenLimits(limited(atMost), { sitesOfTheme: 3, sites: 90 })).toMatchObject([
    { what: 'sitesOfTheme', reason: 'площадок с одной темой — не больше 2, а станет 3', basis: { clause: '3.3' } },
  ])
})

test('a least is a limit too, and what is not counted breaks none', () => {
  const attached = limited({ what: 'attachedSchools', least: 2, most: 4, clause: ['2.1'] })
  expect(brokenLimits(attached, { attachedSchools: 1 })).toMatchObject([
    { reason: 'школ, закреплённых за площадкой — не меньше 2 и не больше 4, а станет 1', basis: { clause: '2.1' } },
  ])
  expect(brokenLimits(attached, { attachedSchools: 2 })).toEqual([])
  expect(brokenLimits(attached, {})).toEqual([])
  expect(brokenLimits(chebula, { attachedSchools: 100 })).toEqual([])
})

test('a limit without a number, turned round or said twice is told', () => {
  expect(limitProblems(limited({ ...atMost, most: null }))).toHaveLength(1)
  expect(limitProblems(limited({ ...atMost, what: 'attachedSchools', least: 3 }))).toHaveLength(1)
  expect(limitProblems(limited(atMost, atMost))).toHaveLength(1)
  expect(limitProblems(limited(atMost))).toEqual([])
})

test('an organisation waits after a status that was ended early: the whole number of months is enough, one less is not', () => {
  const waiting = limited({ what: 'monthsSinceEnd', least: 12, most: null, clause: ['7.1'] })
  expect(brokenLimits(waiting, { monthsSinceEnd: 12 })).toEqual([])
  expect(brokenLimits(waiting, {})).toEqual([])
  expect(brokenLimits(waiting, { monthsSinceEnd: 11 })).toMatchObject([
    {
      reason: 'месяцев от досрочного прекращения статуса организации до нового — не меньше 12, а пройдёт 11',
      basis: { clause: '7.1' },
    },
  ])
  expect(limitProblems(waiting)).toEqual([])
  expect(limitProblems(limited({ what: 'monthsSinceEnd', least: 12, most: 24, clause: ['7.1'] }))).toHaveLength(1)
})

test('the least of what comes site by site hinders no single deed and is not taken', () => {
  const least = limited({ what: 'sites', least: 5, most: null, clause: ['3.1'] })
  expect(brokenLimits(least, { sites: 1 })).toEqual([])
  expect(limitProblems(least)).toHaveLength(1)
})

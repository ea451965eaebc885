import { describe, expect, test } from 'vitest'
import { addDays, contains } from './dates.ts'
import {
  academicYear,
  type Division,
  inPeriod,
  isPeriodKey,
  kindOfPeriod,
  periodAfter,
  periodAt,
  periodKey,
  periodName,
  periodOf,
  periodsOf,
  shortPeriodName,
} from './periods.ts'

const term = { from: '2021-02-10', to: '2024-02-09' }
const open = { from: '2021-02-10', to: null }
const divisions: readonly Division[] = [
  { kind: 'academicYear', yearBegins: '09-01' },
  { kind: 'academicYear', yearBegins: '08-15' },
  { kind: 'academicYear', yearBegins: '01-31' },
  { kind: 'academicYear', yearBegins: '12-31' },
  { kind: 'calendarYear', yearBegins: '09-01' },
  { kind: 'half', yearBegins: '09-01' },
  { kind: 'quarter', yearBegins: '09-01' },
]

describe('keys', () => {
  test.each([
    ['2021/22', 'academicYear'],
    ['1999/00', 'academicYear'],
    ['2023', 'calendarYear'],
    ['2023-1пг', 'half'],
    ['2023-4кв', 'quarter'],
    ['срок', 'term'],
  ])('«%s» is a period of the kind %s', (key, kind) => {
    expect(kindOfPeriod(periodKey(key))).toBe(kind)
  })

  test.each(['2021/23', '2021/2', '2023-3пг', '2023-5кв', '2023-0кв', '', '202', 'год', '2021/22 '])('«%s» is none', (text) => {
    expect(isPeriodKey(text)).toBe(false)
    expect(() => periodKey(text)).toThrow()
  })

  test('an academic year is named by its first', () => {
    expect([academicYear(2021), academicYear(1999)]).toEqual(['2021/22', '1999/00'])
  })
})

describe('borders', () => {
  test.each([
    [divisions[0], '2022-08-31', '2021/22', '2021-09-01', '2022-08-31'],
    [divisions[0], '2022-09-01', '2022/23', '2022-09-01', '2023-08-31'],
    [divisions[1], '2022-08-15', '2022/23', '2022-08-15', '2023-08-14'],
    [divisions[1], '2022-08-14', '2021/22', '2021-08-15', '2022-08-14'],
    [divisions[4], '2024-02-29', '2024', '2024-01-01', '2024-12-31'],
    [divisions[5], '2023-06-30', '2023-1пг', '2023-01-01', '2023-06-30'],
    [divisions[5], '2023-07-01', '2023-2пг', '2023-07-01', '2023-12-31'],
    [divisions[6], '2024-02-29', '2024-1кв', '2024-01-01', '2024-03-31'],
    [divisions[6], '2023-12-31', '2023-4кв', '2023-10-01', '2023-12-31'],
  ] as const)('%o on %s is %s', (division, day, key, from, to) => {
    expect(periodAt(division!, day, term)).toEqual({ key, from, to })
  })

  test('a term lies as the status does, with an end or without one, and nothing comes after it', () => {
    const division: Division = { kind: 'term', yearBegins: '09-01' }
    expect(periodAt(division, '2022-01-01', term)).toEqual({ key: 'срок', ...term })
    expect(periodsOf(division, { from: '2022-01-01', to: '2030-01-01' }, open)).toEqual([{ key: 'срок', ...open }])
    expect(periodAfter(periodAt(division, '2022-01-01', open), division)).toBeNull()
  })

  test.each(divisions)('%o: four years of days, each in one period, none between two', (division) => {
    const within = { from: '2023-01-01', to: '2026-12-31' }
    const periods = periodsOf(division, within, term)
    for (let day = within.from; day <= within.to; day = addDays(day, 1)) {
      const found = periods.filter((period) => contains(period, day))
      expect(found).toHaveLength(1)
      expect(periodAt(division, day, term)).toEqual(found[0])
    }
    for (const [index, period] of periods.entries()) {
      expect(periodOf(period.key, division, term)).toEqual(period)
      const next = periods[index + 1]
      if (next) expect(addDays(period.to!, 1)).toBe(next.from)
    }
  })

  test('no period lies in no time', () => {
    expect(periodsOf(divisions[6]!, { from: '2023-02-02', to: '2023-02-01' }, term)).toEqual([])
  })
})

test('a period is named in every case it is needed in', () => {
  const names = ['2021/22', '2023', '2023-1пг', '2023-4кв', 'срок'].map((key) => {
    const period = periodKey(key)
    return [periodName(period), inPeriod(period), shortPeriodName(period)]
  })
  expect(names).toEqual([
    ['2021/22 учебный год', '2021/22 учебном году', '2021/22'],
    ['2023 год', '2023 году', '2023 год'],
    ['I полугодие 2023 года', 'I полугодии 2023 года', 'I полугодие 2023 г.'],
    ['IV квартал 2023 года', 'IV квартале 2023 года', 'IV кв. 2023 г.'],
    ['весь срок статуса', 'весь срок статуса', 'весь срок статуса'],
  ])
})

import { describe, expect, test } from 'vitest'
import { dayOff, exam, holidays } from '../../regulation/calendar/school-year.ts'
import { daysWords, isWorked, namedWords, notThere, oddities, oddityWords, onDay, spanWords, wrongSpan } from './rules.ts'

const autumn = holidays('Осенние каникулы', '2021-11-01', '2021-11-07')
const maths = exam('ОГЭ, математика', '2021-11-02')
const moved = { kind: 'workDay' as const, title: 'Рабочая суббота', startsOn: '2021-11-13', endsOn: '2021-11-13' }
const own = dayOff('Радоница', '2021-11-15')

const rulesOf = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule)

describe('what may be written', () => {
  test('one day is a period; the last one is not before the first', () => {
    expect(wrongSpan(maths)).toEqual([])
    expect(rulesOf(wrongSpan({ ...maths, endsOn: '2021-11-01' }))).toEqual(['calendar.endsBeforeStart'])
  })
  test('so many days as there are of a kind, and not one more: a year was typed wrong', () => {
    expect(wrongSpan({ ...own, endsOn: '2021-11-28' })).toEqual([])
    expect(rulesOf(wrongSpan({ ...own, endsOn: '2021-11-29' }))).toEqual(['calendar.tooLong'])
    expect(wrongSpan({ ...autumn, endsOn: '2021-11-29' })).toEqual([])
  })
  test('the same stands there once', () => {
    expect(notThere(false)).toEqual([])
    expect(rulesOf(notThere(true))).toEqual(['calendar.isThere'])
  })
})

test('days are found from the first to the last, both inclusive', () => {
  const found = (day: string) => onDay([autumn], day).length
  expect(['2021-10-31', '2021-11-01', '2021-11-07', '2021-11-08'].map(found)).toEqual([0, 1, 1, 0])
})

test('what a day is, is said once', () => {
  expect([autumn, maths, own, moved].map(daysWords)).toEqual([
    'осенние каникулы',
    'экзамен: ОГЭ, математика',
    'нерабочий день: Радоница',
    'рабочая суббота',
  ])
  expect(spanWords(autumn)).toBe('осенние каникулы, 01.11.2021 – 07.11.2021')
})

test('a name that begins with an abbreviation keeps it', () => {
  expect(daysWords({ kind: 'exam', title: 'ОГЭ, пробный экзамен по математике' })).toBe('ОГЭ, пробный экзамен по математике')
})

test('holidays, exams and days off speak against a day; a plain Sunday and a day that is worked do not', () => {
  const all = [autumn, maths, moved, own]
  expect(oddities(all, '2021-11-02')).toEqual(['осенние каникулы', 'экзамен: ОГЭ, математика'])
  expect(oddities(all, '2021-11-15')).toEqual(['нерабочий день: Радоница'])
  expect(oddities(all, '2021-11-13')).toEqual([])
  expect(oddities(all, '2021-11-14')).toEqual([])
  expect(oddities([autumn], '2021-11-04')).toEqual(['осенние каникулы', 'праздничный день или перенесённый выходной'])
  expect(oddities([], '2021-11-04')).toEqual(['праздничный день или перенесённый выходной'])
  expect(oddities([{ ...moved, startsOn: '2021-11-04', endsOn: '2021-11-04' }], '2021-11-04')).toEqual([])
  expect(oddityWords(all, '2021-11-10')).toBeNull()
  expect(oddityWords(all, '2021-11-15')).toBe('15 ноября 2021 г. — нерабочий день: Радоница')
})

test('people work as the territory has moved the days', () => {
  const all = [autumn, moved, own]
  expect(['2021-11-03', '2021-11-13', '2021-11-14', '2021-11-15', '2021-11-04'].map((day) => isWorked(all, day))).toEqual([
    ...[true, true, false],
    ...[false, false],
  ])
  expect(isWorked([own, { ...maths, startsOn: '2021-11-15', endsOn: '2021-11-15' }], '2021-11-15')).toBe(false)
  expect(isWorked([moved, { ...maths, startsOn: '2021-11-13', endsOn: '2021-11-13' }], '2021-11-13')).toBe(true)
})

test('the nearest four are named, of more it is said how many', () => {
  expect(namedWords([moved])).toBeNull()
  expect(namedWords([moved, own])).toBe('Учтите календарь территории: нерабочий день: Радоница, 15.11.2021')
  const four = Array.from({ length: 4 }, () => own)
  expect(namedWords(four)).not.toContain('ещё')
  expect(namedWords([...four, autumn, maths])).toMatch(/15\.11\.2021; и ещё 2$/)
})

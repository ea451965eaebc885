import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import type { PersonId, TraineeshipId, TraineeshipRowId } from '../../kernel/types.ts'
import { dayOff, exam, holidays } from '../../regulation/calendar/school-year.ts'
import type { TraineeshipState } from './machine.ts'
import type { PlanRow } from './plan-queries.ts'
import { daysAwayFromLessons, oddDay, releaseDays } from './release-rules.ts'

const row = (title: string, plannedOn: string | null, more: Partial<PlanRow> = {}): PlanRow => ({
  ...{ id: newId<TraineeshipRowId>(), traineeshipId: newId<TraineeshipId>(), personId: newId<PersonId>(), itemId: newId() },
  ...{ kind: 'session', topic: '', title, hours: 2, plannedOn, eventId: null, leftOut: false, heldOn: null, given: false },
  ...more,
})

const going = { state: 'running' as const, startsOn: '2021-10-01', endsOn: '2022-05-31' }

test('the days to come, each once, without what was held, is not in the plan or is done at home', () => {
  const rows = [
    ...[row('Практикум', '2021-12-09'), row('Семинар', '2021-10-21'), row('Разбор', '2021-12-09'), row('Прошло', '2021-09-30')],
    ...[row('Без дня', null), row('Не нужно', '2021-10-22', { leftOut: true }), row('Было', '2021-10-23', { given: true })],
    row('Проба', '2021-10-24', { kind: 'tryOut' }),
  ]
  expect(releaseDays(rows, going, '2021-10-01')).toEqual([
    { day: '2021-10-21', titles: ['Семинар'] },
    { day: '2021-12-09', titles: ['Практикум', 'Разбор'] },
  ])
})

test('only while it is agreed or goes on, and only within its period, the first and the last day too', () => {
  const days = ['2021-09-30', '2021-10-01', '2022-05-31', '2022-06-01'].map((day) => row(day, day))
  const found = (state: TraineeshipState, today = '2021-09-01') =>
    releaseDays(days, { ...going, state }, today).map(({ day }) => day)
  expect([found('agreed'), found('running')]).toEqual([
    ['2021-10-01', '2022-05-31'],
    ['2021-10-01', '2022-05-31'],
  ])
  expect([found('running', '2021-10-01'), found('running', '2021-10-02')]).toEqual([['2021-10-01', '2022-05-31'], ['2022-05-31']])
  for (const state of ['asked', 'offered', 'finished', 'left', 'transferred', 'declined'] as const)
    expect(found(state)).toEqual([])
})

test('of days off nobody is let go', () => {
  const rows = [row('Семинар', '2021-10-21'), row('Суббота', '2021-10-23')]
  expect(daysAwayFromLessons([], rows, going, '2021-10-01').map(({ day }) => day)).toEqual(['2021-10-21'])
})

test('a day off is said, also one that was moved by the calendar of the year; a Saturday of work is none', () => {
  expect(oddDay([], '2021-10-21')).toBeNull()
  expect(oddDay([], '2021-11-04')).toContain('четверг, выходной')
  expect(oddDay([], '2021-11-05')).toContain('выходной')
  expect(oddDay([], '2021-02-20')).toBeNull()
  expect(oddDay([], '2035-10-18')).toContain('не известны')
})

test('the calendar of the territory warns of a day, takes a day off out and brings a moved one in', () => {
  const calendar = [
    exam('ОГЭ, математика, 9 класс', '2021-10-21'),
    dayOff('Радоница', '2021-10-22'),
    holidays('Осенние каникулы', '2021-10-25', '2021-10-31'),
    { kind: 'workDay' as const, title: 'Рабочая суббота', startsOn: '2021-10-23', endsOn: '2021-10-23' },
  ]
  expect(oddDay(calendar, '2021-10-20')).toBeNull()
  expect(oddDay(calendar, '2021-10-21')).toBe('экзамен: ОГЭ, математика, 9 класс')
  expect(oddDay(calendar, '2021-10-22')).toBe('нерабочий день: Радоница: освобождать от уроков не нужно')
  expect(oddDay(calendar, '2021-10-23')).toBeNull()
  expect(oddDay(calendar, '2021-10-26')).toBe('осенние каникулы')
  const days = ['2021-10-21', '2021-10-22', '2021-10-23'].map((day) => row('Семинар', day))
  expect(daysAwayFromLessons(calendar, days, going, '2021-10-01').map(({ day }) => day)).toEqual(['2021-10-21', '2021-10-23'])
})

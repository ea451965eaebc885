// Proves.
import { expect, test } from 'vitest'
import { lenobl } from '../../../test/regulations.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { courseOf } from './course-rules.ts'
import type { Call, CallState } from './model.ts'

const call = {
  opensAt: new Date('2021-02-01T06:00:00Z'),
  closesAt: new Date('2021-03-01T14:00:00Z'),
  reviewDueOn: '2021-03-20',
  timeZone: 'Europe/Moscow',
  localTime: 'по московскому времени',
} as unknown as Call
const course = (state: CallState, regulation: Regulation = lenobl) => courseOf(call, state, regulation)
const states = (state: CallState) => course(state).map((step) => step.state)

test('every step the regulation has is said, with whose it is', () => {
  expect(course('open').map(({ title }) => title)).toEqual([
    'Подача заявок',
    'Проверка документов',
    'Экспертиза программы',
    'Представление к статусу',
    'Решение',
    'Договор с площадкой',
  ])
  expect(course('open')[2]).toMatchObject({ when: 'до 20 марта 2021 г.', who: lenobl.bodies.operator.short.nominative })
})

test('a regulation with fewer steps has a shorter course', () => {
  const plain = { ...lenobl, status: { ...lenobl.status, steps: ['call', 'application', 'order'] } } as Regulation
  expect(course('open', plain).map(({ title }) => title)).toEqual(['Подача заявок', 'Проверка документов', 'Решение'])
})

test('what is done, what goes on and what is ahead', () => {
  expect(states('announced')).toEqual(['next', 'next', 'next', 'next', 'next', 'next'])
  expect(states('open').slice(0, 2)).toEqual(['now', 'next'])
  expect(states('closingSoon').slice(0, 2)).toEqual(['now', 'next'])
  expect(states('closed').slice(0, 3)).toEqual(['done', 'now', 'next'])
})

test('a call to come says when it begins, a running one until when', () => {
  expect(course('announced')[0]!.when).toMatch(/^с .*1 февраля/)
  expect(course('open')[0]!.when).toMatch(/^до .*1 марта/)
})

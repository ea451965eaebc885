import { expect, test } from 'vitest'
import { chebula, lenobl, luga, turochak } from '../../test/regulations.ts'
import { academicYear, academicYears, periodOf } from '../kernel/periods.ts'
import type { Period } from '../kernel/types.ts'
import type { Regulation } from './schema.ts'
import { ruleStep, rulesOfClause, type Step, whyLastDay, whyPlanSteps, whyReportDue } from './why.ts'
import { reportKinds } from './work/questions.ts'

const said = (steps: readonly Step[]) => steps.map(({ text, basis }) => (basis === null ? text : `${text} (${basis.text})`))

const year = periodOf(academicYear(2021), academicYears, { from: '2021-01-28', to: null })

test('the last day of a status is led back to its order, its rule with the value, and the count', () => {
  expect(said(whyLastDay(chebula, { from: '2021-08-24', to: '2024-05-31' }, 'приказ от 24.08.2021 № 37-о'))).toEqual([
    'Статус начался 24 августа 2021 г.: приказ от 24.08.2021 № 37-о',
    'Срок статуса: до трёх лет (п. 3.3 Положения)',
    'Последний возможный день — 23 августа 2024 г. (месяцы считают от числа до числа; где такого числа нет, берут последний день месяца)',
    'Последний день по документу — 31 мая 2024 г.',
  ])
})

test('where the paper is silent the chain says so and names no clause', () => {
  expect(whyLastDay(turochak, { from: '2023-09-04', to: null }, 'приказ').slice(1)).toEqual([
    { text: 'Срок статуса: Положение об этом молчит', basis: null },
    { text: 'Последнего возможного дня нет', basis: null },
  ])
  expect(ruleStep(chebula, 'attachments')).toEqual({ text: 'Закреплённые школы: Положение об этом молчит', basis: null })
})

test('what is forbidden is said to be, with its clause', () => {
  const forbids = { ...chebula, provisions: { attachments: { state: 'forbidden' as const, clause: ['3.4'] } } }
  expect(ruleStep(forbids, 'attachments')).toEqual({
    text: 'Закреплённые школы: Положение это запрещает',
    basis: { clause: '3.4', text: 'п. 3.4 Положения' },
  })
})

const whyDue = (regulation: Regulation, term: Period, due: string | null) =>
  whyReportDue(regulation, reportKinds(regulation)[0]!, year, { term, due, of: 'Отчёт за 2021/22 учебный год' })

test('the day of a report is led back to the paper, and to the end of the status where that comes first', () => {
  const whole = said(whyDue(chebula, { from: '2021-08-24', to: '2024-08-23' }, '2022-06-15'))
  expect(whole[0]).toContain('15 июня')
  expect(whole[0]).toContain('(пп. 4.3, 6.2 Положения)')
  expect(whole.slice(1, 3)).toEqual([
    '2021/22 учебный год — с 1 сентября 2021 г. по 31 августа 2022 г.',
    '15 июня в нём — 15 июня 2022 г.',
  ])
  expect(whole.slice(3)).toEqual(['Отчёт за 2021/22 учебный год нужен к 15 июня 2022 г.'])
  expect(said(whyDue(chebula, { from: '2021-08-24', to: '2022-03-01' }, '2022-03-01')).at(-1)).toBe(
    'Статус кончается раньше, 1 марта 2022 г.: отчёт нужен к этому дню',
  )
  expect(said(whyDue(luga, { from: '2021-01-28', to: null }, null)).at(-1)).toContain('День не назван')
})

test('who decides about a plan, each step with its clause', () => {
  expect(said(whyPlanSteps(lenobl))).toEqual([
    'Площадка работает по плану (п. 4.6 Положения; приложение 3 к Положению)',
    'Утверждает руководитель организации (приложение 3 к Положению)',
  ])
})

test('a clause is led back to every rule that rests on it', () => {
  expect(rulesOfClause(chebula, '3.3').map(({ text }) => text.split(':')[0])).toEqual(['Присвоение статуса', 'Срок статуса'])
  expect(rulesOfClause(chebula, '2.1')).toEqual([])
})

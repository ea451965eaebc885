import { describe, expect, test } from 'vitest'
import { chebula, luga } from '../../../test/regulations.ts'
import type { Regulation } from '../schema.ts'
import { consequenceProblems, consequenceWords, type Missed, proposalsFor } from './consequences.ts'

type Consequence = NonNullable<Regulation['consequences']>['list'][number]
const ending: Consequence = {
  ...{ missed: 'report', times: 2, days: 10, follows: 'termination', clause: ['7.1'] },
  ground: 'программа выполнена, так рекомендовал ЦИМС',
}
const withRule = (over: Partial<Consequence> = {}, of: Regulation = chebula): Regulation => ({
  ...of,
  consequences: { clause: ['7.1'], list: [{ ...ending, ...over }] },
})
const report = (due: string, late: number): Missed => ({ what: 'report', name: `Отчёт к ${due}`, due, late })

describe('what follows from a missed day', () => {
  test('is proposed once the days and the times of the paper are reached, with the facts, the ground and the clause', () => {
    const twice = [report('2023-06-15', 10), report('2022-06-15', 40)]
    expect(proposalsFor(withRule(), twice)).toMatchObject([
      {
        ...{ follows: 'termination', ground: 'completedByOperator', since: '2023-06-25', basis: { clause: '7.1' } },
        reason:
          'Отчёт к 2022-06-15: срок 15 июня 2022 г., опоздание 40 дней; Отчёт к 2023-06-15: срок 15 июня 2023 г., опоздание 10 дней',
      },
    ])
    expect(proposalsFor(withRule(), [report('2023-06-15', 9), report('2022-06-15', 40)])).toEqual([])
    expect(proposalsFor(withRule({ missed: 'plan' }), twice)).toEqual([])
    expect(proposalsFor(withRule({ times: 1, follows: 'question' }), twice.slice(0, 1))).toMatchObject([{ follows: 'question' }])
  })

  test('is nothing where the paper is silent', () => {
    expect(proposalsFor(chebula, [report('2022-06-15', 400)])).toEqual([])
  })

  test('is said beside its clause', () => {
    expect(consequenceWords(ending)).toBe(
      'Если отчёт не сдан в срок 2 раза и прошло 10 дней, среди дел появится: прекратить статус; решает человек',
    )
    expect(consequenceWords({ ...ending, missed: 'plan', times: 1, days: 1, follows: 'question' })).toBe(
      'Если период начался, а плана нет, среди дел появится: спросить площадку; решает человек',
    )
  })

  test('is refused where no report has a day, or the paper knows no such ground', () => {
    expect(consequenceProblems(withRule())).toEqual([])
    expect(consequenceProblems(withRule({ ground: 'лень' })).join()).toContain('основание прекращения — одно из названных')
    expect(consequenceProblems(withRule({}, luga))).toEqual([
      'правило «consequences»: ни у одного отчёта нет срока, пропустить нечего',
    ])
  })
})

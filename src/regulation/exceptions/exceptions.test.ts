import { describe, expect, test } from 'vitest'
import { chebula } from '../../../test/regulations.ts'
import { problemsOf } from '../check.ts'
import { describeRegulation } from '../describe.ts'
import { changedRules } from '../editor/compared.ts'
import { tryExamples } from '../examples/run.ts'
import type { Regulation } from '../schema.ts'
import { checkTerm, lastDayOfStatus } from '../status/questions.ts'
import { ruledFor } from './questions.ts'
import type { Exception } from './schema.ts'

const months = (count: number, clause = ['3.4']) => ({ kind: 'longest', clause, months: count })
const ofYear: Exception = { when: { kind: 'theme', theme: 'Тема года' }, over: false, value: months(12) }
const ofSchools: Exception = { when: { kind: 'organisation', kinds: ['school'] }, over: false, value: months(24) }
const ofSeveral: Exception = { when: { kind: 'joint' }, over: false, value: months(30) }
const withExceptions = (...term: Exception[]): Regulation => ({ ...chebula, exceptions: { term } })

describe('a general rule and its exceptions', () => {
  const regulation = withExceptions(ofYear)

  test('the exception holds in its case, by its own clause; the general rule everywhere else', () => {
    const ofTheme = ruledFor(regulation, { theme: '«тема года»' })
    expect(lastDayOfStatus(ofTheme, '2021-09-01')).toMatchObject({ value: '2022-08-31', basis: { clause: '3.4' } })
    expect(checkTerm(ofTheme, { from: '2021-09-01', to: '2022-09-01' })).toMatchObject({ ok: false, basis: { clause: '3.4' } })
    const other = ruledFor(regulation, { theme: 'Чтение' })
    expect(lastDayOfStatus(other, '2021-09-01')).toMatchObject({ value: '2024-08-31', basis: { clause: '3.3' } })
  })

  test.each<[string, Exception, object, number]>([
    ['kinds of all its organisations', ofSchools, { kinds: ['school', 'school'] }, 24],
    ['a kind one of them is not', ofSchools, { kinds: ['school', 'kindergarten'] }, 36],
    ['no organisation known', ofSchools, { kinds: [] }, 36],
    ['several organisations', ofSeveral, { organisations: 2 }, 30],
    ['one organisation', ofSeveral, { organisations: 1 }, 36],
  ])('%s', (_what, exception, facts, count) => {
    expect(ruledFor(withExceptions(exception), facts).term).toMatchObject({ months: count })
  })

  test('of two that hold at once the one that goes before others', () => {
    const both = withExceptions(ofYear, { ...ofSchools, over: true })
    expect(ruledFor(both, { theme: 'Тема года', kinds: ['school'] }).term).toMatchObject({ months: 24 })
  })

  test('it stands beside its clause and among what an edition changes', () => {
    const text = 'для названной темы «Тема года» — как сказано о сроке: не дольше стольких месяцев; не дольше, месяцев: 12'
    expect((describeRegulation(regulation).get('3.4') ?? []).map((line) => line.text)).toContain(
      `Исключение, срок статуса: ${text}`,
    )
    const [changed] = changedRules(chebula, regulation)
    expect(changed?.after).toContainEqual({ label: 'Исключение', text: `${text} (п. 3.4 Положения)` })
  })

  test('an example asks of it', () => {
    const example = { kind: 'themeTerm', theme: 'Тема года', from: '2021-09-01', to: '2023-08-31' } as const
    const [tried] = tryExamples({ ...regulation, examples: [{ ...example, expected: 'refused', clause: ['3.4'] }] })
    expect(tried?.holds).toBe(true)
  })
})

describe('what keeps it from being approved', () => {
  test('two that may hold at once, of which none goes first: a contradiction, told with both', () => {
    expect(problemsOf(withExceptions(ofYear, ofSchools))).toEqual([
      'правило «term»: исключение: могут сойтись два, и не сказано, какое сильнее: «для названной темы «Тема года» — как сказано о сроке: не дольше стольких месяцев; не дольше, месяцев: 12» и «для организаций этих видов (школа) — как сказано о сроке: не дольше стольких месяцев; не дольше, месяцев: 24»',
    ])
    expect(problemsOf(withExceptions(ofYear, { ...ofSchools, over: true }))).toEqual([])
    expect(problemsOf({ ...chebula, exceptions: { report: [{ ...ofYear, value: chebula.report }] } })).toEqual([
      'правило «report»: исключение: у этого правила исключений система не различает',
    ])
    expect(problemsOf(withExceptions(ofYear, { ...ofYear, when: { kind: 'theme', theme: 'Другая' } }))).toEqual([])
  })

  test('no clause, a clause that is not there, another form than the rule, no such rule', () => {
    const only = (value: unknown) => problemsOf(withExceptions({ ...ofYear, value }))
    expect(only(months(12, []))).toEqual(['правило «term»: исключение: не назван пункт Положения'])
    expect(only(months(12, ['9.9']))).toEqual(['правило «term»: исключение: пункт 9.9 не найден в тексте Положения'])
    expect(only({ months: 12 })).toEqual(['правило «term»: исключение записано не до конца'])
    expect(problemsOf({ ...chebula, exceptions: { nothing: [ofYear] } })).toEqual([
      'правило «nothing»: исключение: такого правила нет',
    ])
  })
})

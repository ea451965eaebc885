import { expect, test } from 'vitest'
import type { Known } from './rules.ts'
import { outcomeWords } from './texts.ts'
import { traceOf } from './trace.ts'

const seen = [
  { title: 'Проба', day: '2021-11-20', tried: true },
  { title: 'Открытый урок', day: '2021-10-05', tried: false },
]
const described: Known & { plannedOn: string; firstOn: string | null; secondOn: string | null } = {
  state: 'described',
  introducedOn: null,
  firstCheckOn: null,
  secondCheckOn: null,
  firstOutcome: null,
  secondOutcome: null,
  plannedOn: '2022-01-15',
  firstOn: null,
  secondOn: null,
}
const introduced = {
  ...described,
  state: 'introduced' as const,
  introducedOn: '2022-01-17',
  firstCheckOn: '2022-02-16',
  secondCheckOn: '2022-04-17',
}
const trace = (one: typeof described) =>
  traceOf(seen, one, { describedOn: '2021-12-01', words: outcomeWords }).map(
    ({ what, day, done }) => `${day} ${what}${done ? '' : '?'}`,
  )

test('first what was seen and tried, by days, then what is meant for the own school', () => {
  expect(trace(described)).toEqual([
    '2021-10-05 Открытый урок',
    '2021-11-20 Проба',
    '2021-12-01 Описано для своей школы',
    '2022-01-15 Внедрено у себя?',
    'null Первый ответ?',
    'null Второй ответ?',
  ])
  const kinds = traceOf(seen, described, { describedOn: '2021-12-01', words: outcomeWords }).map(({ kind }) => kind)
  expect(kinds).toEqual(['seen', 'tried', 'described', 'introduced', 'checked', 'checked'])
  expect(trace({ ...described, state: 'takenBack' }).at(-1)).toBe('2021-12-01 Описано для своей школы')
})

test('what was answered stands by its word and day, what is to come by the day it is asked', () => {
  expect(trace(introduced).slice(3)).toEqual([
    '2022-01-17 Внедрено у себя',
    '2022-02-16 Первый ответ?',
    '2022-04-17 Второй ответ?',
  ])
  const first = { ...introduced, state: 'checked' as const, firstOutcome: 'adapted' as const, firstOn: '2022-02-20' }
  expect(trace(first).slice(4)).toEqual(['2022-02-20 Приспособлено', '2022-04-17 Второй ответ?'])
  expect(trace({ ...first, firstOutcome: 'didNotFit' }).slice(4), 'nothing more is asked').toEqual(['2022-02-20 Не подошло'])
  const late = { ...introduced, state: 'ended' as const, secondOutcome: 'introduced' as const, secondOn: '2022-05-01' }
  expect(trace(late).slice(4), 'the first question fell away').toEqual(['2022-05-01 Внедрено'])
})

import { describe, expect, test } from 'vitest'
import { chebula, luga, turochak } from '../../../test/regulations.ts'
import { addDays, lastDayOfMonths } from '../../kernel/dates.ts'
import type { Regulation } from '../schema.ts'
import { termProblems } from './check.ts'
import { maySuspend } from './questions.ts'
import { checkExtension, checkTerm, hasFixedTerm, lastDayOfExtension, lastDayOfStatus, termSpan } from './terms.ts'

const under = (term: object, more: Partial<Regulation> = {}): Regulation => ({
  ...chebula,
  term: { clause: ['3.3'], ...term } as Regulation['term'],
  ...more,
})
const said = (regulation: Regulation, from: string, to: string) => {
  const verdict = checkTerm(regulation, { from, to })
  return verdict.ok ? 'ok' : [verdict.reason, verdict.basis?.clause]
}

describe('a term', () => {
  test('of so many months exactly', () => {
    const exact = under({ kind: 'exact', length: 24 })
    expect(said(exact, '2026-09-01', '2028-08-31')).toBe('ok')
    expect(said(exact, '2026-09-01', '2028-08-30')).toEqual([
      'Статус дают на срок 2 года: последний день — 31 августа 2028 г.',
      '3.3',
    ])
    expect(said(exact, '2026-09-01', '2028-09-01')).not.toBe('ok')
  })

  test('between two spans', () => {
    const between = under({ kind: 'between', least: 12, months: 60 })
    expect(said(between, '2026-09-01', '2027-08-31')).toBe('ok')
    expect(said(between, '2026-09-01', '2031-08-31')).toBe('ok')
    expect(said(between, '2026-09-01', '2027-08-30')).toEqual([
      'Статус дают на срок не меньше одного года: самый ранний последний день — 31 августа 2027 г.',
      '3.3',
    ])
    expect(said(between, '2026-09-01', '2031-09-01')).toEqual([
      'Статус дают на срок до пяти лет: последний возможный день — 31 августа 2031 г.',
      '3.3',
    ])
  })

  test('to a named day, for whoever gets it whenever', () => {
    const until = under({ kind: 'until', to: '2028-12-31' })
    expect(said(until, '2026-09-01', '2028-12-31')).toBe('ok')
    expect(said(until, '2026-09-01', '2028-12-30')).toEqual(['Статус дают по 31 декабря 2028 г.', '3.3'])
    expect(hasFixedTerm(until)).toBe(true)
  })

  test('confirmed each year: it lasts to the next day of confirmation, and is confirmed from there', () => {
    const yearly = under({ kind: 'yearly', day: '12-31' })
    expect(lastDayOfStatus(yearly, '2026-09-01').value).toBe('2026-12-31')
    expect(lastDayOfStatus(yearly, '2026-12-31').value).toBe('2026-12-31')
    expect(lastDayOfStatus(under({ kind: 'yearly', day: '06-01' }), '2026-09-01').value).toBe('2027-06-01')
    const status = { from: '2026-09-01', to: '2026-12-31', times: 7 }
    expect(checkExtension(yearly, status, { until: '2027-12-31', asked: '2026-12-01' }).ok).toBe(true)
    expect(checkExtension(yearly, status, { until: '2028-01-01', asked: '2026-12-01' }).ok).toBe(false)
  })

  test('what cannot be is told when the regulation is checked', () => {
    expect(termProblems(under({ kind: 'between', least: 24, months: 12 }))).toHaveLength(1)
    expect(termProblems(under({ kind: 'fixed', from: '2026-09-01', to: '2026-08-31' }))).toHaveLength(1)
    expect(termProblems(under({ kind: 'yearly', day: '02-30' }))).toHaveLength(1)
    expect(termProblems(under({ kind: 'longest', months: 120 }))).toEqual([])
  })

  test('a span is said in years where it is years', () =>
    expect([termSpan(12), termSpan(60), termSpan(18)]).toEqual(['1 год', '5 лет', '18 месяцев']))
})

test('on each day of four years a term of a year ends the day before the same day, at the end of February on its last', () => {
  for (let day = '2023-03-01'; day < '2027-03-01'; day = addDays(day, 1)) {
    const last = lastDayOfStatus(under({ kind: 'longest', months: 12 }), day).value!
    expect(last).toBe(lastDayOfMonths(day, 12))
    const same = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
    expect([addDays(last, 1), last]).toContain(day.endsWith('02-29') ? `${same.slice(0, 4)}-02-28` : same)
    expect(addDays(last, 1) > day).toBe(true)
  }
  for (const [from, months, last] of [
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2024-03-31', 1, '2024-04-30'],
    ['2024-04-30', 1, '2024-05-29'],
  ] as const)
    expect(lastDayOfMonths(from, months)).toBe(last)
})

describe('an extension', () => {
  const rule = { clause: ['7.1'], times: 1, months: 12, daysBefore: 30, conditions: [] }
  const regulation = under({ kind: 'longest', months: 36 }, { extension: rule })
  const status = { from: '2023-09-01', to: '2026-08-31', times: 0 }
  const ask = (more: Partial<typeof status>, until: string, asked: string, under = regulation) => {
    const verdict = checkExtension(under, { ...status, ...more }, { until, asked })
    return verdict.ok ? 'ok' : [verdict.reason, verdict.basis?.clause]
  }
  test('goes beyond the longest term where the paper says for how long, and cites its own clause', () => {
    expect(ask({}, '2027-08-31', '2026-08-01')).toBe('ok')
    expect(ask({}, '2027-09-01', '2026-08-01')).toEqual(['Статус продлевают не дольше чем по 31 августа 2027 г.', '7.1'])
  })
  test('comes so many times and is asked for in time', () => {
    expect(ask({ times: 1 }, '2027-08-31', '2026-08-01')).toEqual(['Статус продлевают не больше 1 раза, это уже сделано', '7.1'])
    expect(ask({}, '2027-08-31', '2026-08-02')).toEqual(['О продлении просят не позднее 1 августа 2026 г.', '7.1'])
    // Asked in time and signed later: the order does not judge it once more.
    expect(checkExtension(regulation, status, { until: '2027-08-31', asked: null }).ok).toBe(true)
  })
  test('has no last day where the paper lets it be and does not say for how long', () => {
    const open = under({ kind: 'exact', length: 36 }, { extension: { ...rule, months: null } })
    expect(ask({}, '2027-08-31', '2026-08-01', open)).toBe('ok')
    expect(lastDayOfExtension(open, status).value).toBeNull()
    expect(ask({ times: 1 }, '2027-08-31', '2026-08-01', open)).toEqual([
      'Статус продлевают не больше 1 раза, это уже сделано',
      '7.1',
    ])
  })
  test('keeps to the term where no rule of its own says more, and is refused where the paper forbids it', () => {
    expect(ask({}, '2027-08-31', '2026-08-01', chebula)).toEqual([
      'Статус дают на срок до трёх лет: последний возможный день — 31 августа 2026 г.',
      '3.3',
    ])
    expect(ask({}, '2036-08-31', '2026-08-01', turochak)).toBe('ok')
    const forbidding = { ...turochak, provisions: { extension: { state: 'forbidden' as const, clause: ['1.5'] } } }
    expect(ask({}, '2027-08-31', '2026-08-01', forbidding)).toEqual(['Статус не продлевают: Положение это запрещает', '1.5'])
    expect(hasFixedTerm(luga)).toBe(true)
    expect(hasFixedTerm({ ...luga, extension: { ...rule, clause: ['2.2'] } })).toBe(false)
  })
})

describe('a suspension', () => {
  const days = (to: string | null) => ({ from: '2026-09-01', to })
  const clauseOf = (regulation: Regulation, to: string | null, whereSilent = true) => {
    const verdict = maySuspend(regulation, days(to), whereSilent)
    return verdict.ok ? ['ok', verdict.basis?.clause] : ['no', verdict.basis?.clause]
  }
  test('is a matter of the setting where the paper is silent, and names no clause', () => {
    expect(clauseOf(chebula, null)).toEqual(['ok', undefined])
    expect(clauseOf(chebula, null, false)).toEqual(['no', undefined])
  })
  test('keeps to the months of the paper, whatever the setting', () => {
    const known = { ...chebula, suspension: { clause: ['7.1'], months: 3, stopsTerm: false } }
    expect(clauseOf(known, '2026-11-30', false)).toEqual(['ok', '7.1'])
    expect(clauseOf(known, '2026-12-01')).toEqual(['no', '7.1'])
    expect(clauseOf(known, null)).toEqual(['no', '7.1'])
    const forbidding = { ...chebula, provisions: { suspension: { state: 'forbidden' as const, clause: ['7.1'] } } }
    expect(clauseOf(forbidding, null)).toEqual(['no', '7.1'])
  })
})

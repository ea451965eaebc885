// Proves C-43, C-61a.
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { academicYear, academicYears, periodOf } from '../../kernel/periods.ts'
import { no } from '../../kernel/result.ts'
import type { Day, Period } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { acceptorOf, type ReportKind, reportKinds } from '../../regulation/work/questions.ts'
import { ruleText } from '../../web/refusals.ts'
import {
  brokenConclusions,
  changedTexts,
  criteriaOf,
  dayAfterWithdrawal,
  daysLate,
  dueOn,
  isAsked,
  missingConclusions,
  periodKindsOf,
  periodsBegun,
  practicePeriod,
  someoneAccepts,
  standingOf,
  whyNotOfPractice,
  whyNotStart,
} from './rules.ts'
import { ruleTexts } from './texts.ts'

const regulations = new Map(loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation]))
const of = (code: string) => regulations.get(code)!
const chebula = of('chebula')
const reportOf = (regulation: Regulation): ReportKind => reportKinds(regulation)[0]!
const annual = reportOf(chebula)
const ofYear = (first: number) => ({ kind: 'report', period: academicYear(first) })
const year = (first: number) => periodOf(academicYear(first), academicYears, long)
const begun = (term: Period, today: Day) => periodsBegun(chebula, annual, term, today).map(({ key }) => key)
const long = { from: '2021-01-01', to: '2024-12-31' }

describe('the five regulations', () => {
  test.each([
    ['chebula', '2022-06-15', 'operator'],
    ['ustishim', '2022-06-01', 'authority'],
    ['luga', null, 'operator'],
    ['lenobl', null, 'operator'],
    ['turochak', null, 'coordinator'],
  ] as const)('%s: due %s, accepted by the %s', (code, due, acceptor) => {
    expect(dueOn(of(code), reportOf(of(code)), year(2021), long)).toBe(due)
    expect(acceptorOf(reportOf(of(code)))).toBe(acceptor)
  })

  test('only Chebula asks for conclusions by criteria, each with its clause', () => {
    expect(criteriaOf(chebula, annual).map(({ code, clause }) => [code, clause])).toEqual([
      ['goals', '6.1'],
      ['dynamics', '6.1'],
    ])
    for (const code of ['ustishim', 'luga', 'lenobl', 'turochak']) expect(criteriaOf(of(code), reportOf(of(code)))).toEqual([])
  })
})

describe('the due day', () => {
  test('is not later than the end of the status', () => {
    expect(dueOn(chebula, annual, year(2021), { from: '2021-08-24', to: '2022-05-31' })).toBe('2022-05-31')
    expect(dueOn(chebula, annual, year(2021), { from: '2021-08-24', to: '2022-08-31' })).toBe('2022-06-15')
  })

  test('does not bind a status that began after it', () => {
    expect(dueOn(chebula, annual, year(2021), { from: '2022-06-16', to: null })).toBeNull()
    expect(dueOn(chebula, annual, year(2021), { from: '2022-06-15', to: null })).toBe('2022-06-15')
  })

  test('late is counted in whole days after it', () => {
    expect(daysLate('2022-06-15', null, '2022-06-15')).toBe(0)
    expect(daysLate('2022-06-15', null, '2022-06-16')).toBe(1)
    expect(daysLate('2022-06-15', '2022-06-18', '2023-01-01')).toBe(3)
    expect(daysLate('2022-06-15', '2022-06-10', '2023-01-01')).toBe(0)
    expect(daysLate(null, null, '2023-01-01')).toBe(0)
  })
})

describe('starting', () => {
  const term = { from: '2021-09-15', to: '2022-12-31' }

  test('only in academic years the status covers', () => {
    expect(whyNotStart(chebula, ofYear(2020), term, '2022-01-10')).toMatchObject({
      rule: 'report.siteNotAtWork',
      clause: '3.3',
    })
    expect(whyNotStart(chebula, ofYear(2021), term, '2022-01-10')).toBeNull()
  })

  test('not of a year whose due day had passed when the status began', () => {
    const late = { from: '2021-08-24', to: '2022-08-31' }
    expect(whyNotStart(chebula, ofYear(2020), late, '2021-08-25')).toMatchObject({
      rule: 'report.beganAfterDue',
      clause: '4.3',
    })
    expect(isAsked(chebula, annual, year(2020), late)).toBe(false)
    expect(isAsked(chebula, annual, year(2021), late)).toBe(true)
    expect(isAsked(of('luga'), reportOf(of('luga')), year(2020), { from: '2021-01-28', to: null })).toBe(true)
  })

  test('not before the year has begun', () => {
    expect(whyNotStart(chebula, ofYear(2022), term, '2022-08-31')).toMatchObject({ rule: 'report.periodAhead' })
    expect(whyNotStart(chebula, ofYear(2022), term, '2022-09-01')).toBeNull()
  })

  test('not where the regulation asks for no report', () => {
    expect(whyNotStart({ ...chebula, report: null }, ofYear(2021), term, '2022-01-10')).toMatchObject({
      rule: 'report.notAsked',
    })
  })

  test('the years of a status run from its first to today or to its end', () => {
    expect(begun(term, '2021-10-01')).toEqual(['2021/22'])
    expect(begun(term, '2025-10-01')).toEqual(['2021/22', '2022/23'])
    expect(begun({ from: '2021-08-24', to: null }, '2022-09-01')).toEqual(['2020/21', '2021/22', '2022/23'])
    expect(begun(term, '2021-08-01')).toEqual([])
  })
})

describe('handing in', () => {
  test('needs a conclusion by every criterion and names the clause', () => {
    const missing = missingConclusions(chebula, annual, {
      conclusions: { goals: 'Цели достигнуты', dynamics: '  ' },
      extra: null,
    })
    expect(missing).toMatchObject([{ rule: 'report.needsConclusion', field: 'conclusions.dynamics', clause: '6.1' }])
    expect(ruleText(ruleTexts, missing[0]!)).toBe(
      'Напишите вывод: «Динамика результатов участников по направлениям стажировки» (п. 6.1 Положения)',
    )
    expect(missingConclusions(chebula, annual, { conclusions: { goals: 'Да', dynamics: 'Да' }, extra: null })).toEqual([])
    const luga = of('luga')
    expect(missingConclusions(luga, reportOf(luga), { conclusions: {}, extra: 'Год прошёл' })).toEqual([])
    expect(missingConclusions(luga, reportOf(luga), { conclusions: {}, extra: ' ' })).toEqual([
      no('report.needsWords', { field: 'extra' }),
    ])
  })

  test('takes no conclusions by criteria the regulation does not know', () => {
    expect(brokenConclusions(chebula, annual, { goals: 'Да' })).toEqual([])
    expect(brokenConclusions(of('luga'), reportOf(of('luga')), { goals: 'Да' })).toMatchObject([
      { rule: 'report.unknownCriterion' },
    ])
  })

  test('nobody decides where no report is asked for', () => {
    expect(someoneAccepts(annual)).toEqual([])
    expect(someoneAccepts(null)).toMatchObject([{ rule: 'report.notAsked' }])
  })

  test('what was typed differs text by text; an empty text is no text', () => {
    const stored = { conclusions: { goals: 'Да' }, extra: null }
    expect(changedTexts(stored, { conclusions: { goals: 'Да', dynamics: '' }, extra: '' })).toEqual([])
    expect(changedTexts(stored, { conclusions: { dynamics: 'Растёт' }, extra: 'Ещё' })).toEqual(['goals', 'dynamics', 'extra'])
  })

  test('taking it back unmakes the day, unless it has been decided about before', () => {
    expect(dayAfterWithdrawal({ submittedOn: '2022-06-10', decidedOn: null })).toBeNull()
    expect(dayAfterWithdrawal({ submittedOn: '2022-06-10', decidedOn: '2022-06-12' })).toBe('2022-06-10')
  })
})

describe('a report on a practice', () => {
  const turochak = of('turochak')
  const term = { from: '2023-09-04', to: '2025-08-31' }
  const practice = { from: '2023-11-01', to: '2023-11-10' }
  const why = (days: Period & { to: Day }, today: Day, regulation = turochak) =>
    whyNotOfPractice(regulation, days, term, today)?.rule ?? null

  test('is begun once the practice is over, by its clause; not before, nor of days the site had no status in', () => {
    expect(why(practice, '2023-11-10')).toBeNull()
    expect(whyNotOfPractice(turochak, practice, term, '2023-11-09')).toMatchObject({
      ...{ rule: 'report.practiceNotOver', clause: '4.5', field: 'to' },
    })
    expect(why({ from: '2023-11-10', to: '2023-11-09' }, '2023-12-01')).toBe('report.practiceReversed')
    expect(why({ from: '2023-05-10', to: '2023-05-20' }, '2023-12-01')).toBe('report.practiceOutside')
    expect(why(practice, '2023-12-01', chebula)).toBe('report.notAsked')
  })

  test('lies in the period of plans in which the practice ended, and nobody waits for one of a year', () => {
    expect(practicePeriod(turochak, { from: '2024-08-20', to: '2024-09-03' }, term)).toEqual({
      ...{ key: '2024/25', from: '2024-08-20', to: '2024-09-03' },
    })
    expect(whyNotStart(turochak, ofYear(2023), term, '2023-12-01')).toMatchObject({ rule: 'report.notAsked' })
    expect(periodKindsOf(turochak)).toEqual([])
    expect(periodKindsOf(chebula)).toEqual([annual])
  })

  test('is due so long after the practice where the paper says so', () => {
    const due = { kind: 'after', count: 10, unit: 'day', event: 'practiceFinished' } as const
    expect(dueOn(turochak, { ...reportOf(turochak), due }, practicePeriod(turochak, practice, term), term)).toBe('2023-11-20')
  })
})

describe('how a report stands', () => {
  const given = { regulation: chebula, kind: annual, period: year(2021), term: long, today: '2022-06-18' }
  const report = (state: 'draft' | 'returned' | 'accepted', submittedOn: string | null) => ({
    state,
    submittedOn,
    dueOn: '2022-06-15',
  })

  test('not handed in after its day it is overdue, started or not', () => {
    expect(standingOf(given, null)).toEqual({ state: 'none', due: '2022-06-15', late: 3, overdue: true })
    expect(standingOf(given, report('draft', null))).toMatchObject({ state: 'draft', late: 3, overdue: true })
    expect(standingOf({ ...given, today: '2022-06-15' }, null)).toMatchObject({ late: 0, overdue: false })
  })

  test('handed in late it stays late by as many days, but is not overdue', () => {
    expect(standingOf({ ...given, today: '2022-09-01' }, report('accepted', '2022-06-17'))).toMatchObject({
      late: 2,
      overdue: false,
    })
  })

  test('returned after being handed in on time it is not late', () => {
    expect(standingOf(given, report('returned', '2022-06-14'))).toMatchObject({ late: 0, overdue: false })
  })
})

test('a report is asked of years in which the site works', () => {
  expect(isAsked(chebula, annual, year(2021), long)).toBe(true)
  expect(isAsked(chebula, annual, year(2030), long)).toBe(false)
})

test('one conclusion by a criterion of another regulation spoils the rest', () => {
  const [known] = criteriaOf(chebula, annual)
  expect(brokenConclusions(chebula, annual, { [known!.code]: 'да' } as never)).toEqual([])
  expect(brokenConclusions(chebula, annual, { [known!.code]: 'да', stranger: 'нет' } as never)).toMatchObject([
    { rule: 'report.unknownCriterion' },
  ])
})

test('a report may be a card of figures: what is no number is told at its field, and what may be left out is not missing', () => {
  const figure = { options: [], clause: ['6.1'] }
  const card: ReportKind = {
    ...annual,
    form: 'card',
    criteria: [
      { ...figure, code: 'trained', caption: 'Сколько обучено', kind: 'number', required: true },
      { ...figure, code: 'plans', caption: 'Что дальше', kind: 'text', required: false },
    ],
  }
  expect(brokenConclusions(chebula, card, { trained: 'много' })).toMatchObject([
    { rule: 'field.noNumber', field: 'conclusions.trained', params: { caption: 'Сколько обучено' } },
  ])
  expect(brokenConclusions(chebula, card, { trained: '12,5' })).toEqual([])
  expect(missingConclusions(chebula, card, { conclusions: {}, extra: null })).toMatchObject([
    { rule: 'report.needsFigure', field: 'conclusions.trained', clause: '6.1' },
  ])
  const free = { ...card, criteria: card.criteria.map((one) => ({ ...one, required: false })) }
  expect(missingConclusions(chebula, free, { conclusions: {}, extra: null })).toEqual([
    no('report.needsFigures', { field: 'conclusions.trained' }),
  ])
  expect(missingConclusions(chebula, free, { conclusions: { trained: '0' }, extra: null })).toEqual([])
})

// Proves R-31.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReviewCriterion } from '../calls/model.ts'
import type { Recommendation, ReviewState, Score } from './model.ts'
import {
  atOdds,
  brokenScores,
  figuresOf,
  isComplete,
  isWide,
  meanOf,
  medianOf,
  missingForSending,
  needsComment,
  needsExtra,
  spreadOf,
  totalOf,
  wrongEarlyEnd,
  wrongPaper,
} from './rules.ts'

const levels = [
  { points: 0, text: 'нет' },
  { points: 1, text: 'частично' },
  { points: 3, text: 'полностью' },
]
const criterion = (code: string, weight: number, comment: ReviewCriterion['comment'] = 'edges'): ReviewCriterion => ({
  code,
  title: `Критерий ${code}`,
  weight,
  levels,
  comment,
})
const criteria = [criterion('a', 1), criterion('b', 2)]
const score = (code: string, points: number | null, comment = ''): Score => ({ code, points, comment })

describe('the total', () => {
  test('is weighted points in percent of the longest scale', () => {
    // (1·3 + 2·1) ÷ (1·3 + 2·3) = 5 ÷ 9
    expect(totalOf(criteria, [score('a', 3), score('b', 1)])).toBe(55.56)
    expect(totalOf(criteria, [score('a', 3), score('b', 3)])).toBe(100)
    expect(totalOf(criteria, [score('a', 0), score('b', 0)])).toBe(0)
  })

  test('is not there while a criterion has no points', () => {
    expect(totalOf(criteria, [score('a', 3), score('b', null)])).toBeNull()
    expect(totalOf(criteria, [score('a', 3)])).toBeNull()
    expect(totalOf([], [])).toBeNull()
  })

  test('lies between 0 and 100 and grows with every criterion', () => {
    const points = fc.constantFrom(0, 1, 3)
    fc.assert(
      fc.property(points, points, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (a, b, wa, wb) => {
        const own = [criterion('a', wa), criterion('b', wb)]
        const total = totalOf(own, [score('a', a), score('b', b)])!
        expect(total).toBeGreaterThanOrEqual(0)
        expect(total).toBeLessThanOrEqual(100)
        expect(totalOf(own, [score('a', 3), score('b', b)])!).toBeGreaterThanOrEqual(total)
      }),
    )
  })
})

test('median, mean and spread', () => {
  expect([medianOf([]), meanOf([]), spreadOf([]), spreadOf([70])]).toEqual([null, null, null, null])
  expect([medianOf([70]), meanOf([70])]).toEqual([70, 70])
  expect([medianOf([90, 60, 75]), meanOf([90, 60, 75]), spreadOf([90, 60, 75])]).toEqual([75, 75, 30])
  expect([medianOf([90, 60]), meanOf([33.33, 33.34, 33.34])]).toEqual([75, 33.34])
})

const review = (
  state: ReviewState,
  total: number | null = null,
  more: { isExtra?: boolean; recommendation?: Recommendation } = {},
) => ({ state, total, isExtra: more.isExtra ?? false, recommendation: more.recommendation ?? null })
const call = { expertsPerApplication: 2, spreadLimit: 20 }

test('figures are made of sent reviews only', () => {
  const figures = figuresOf([
    review('sent', 80, { recommendation: 'support' }),
    review('sent', 60, { recommendation: 'reject' }),
    review('accepted', 10),
    review('replaced', 0),
  ])
  expect(figures).toEqual({
    sent: 2,
    median: 70,
    mean: 70,
    spread: 20,
    recommendations: { support: 1, supportWithRemarks: 0, reject: 1 },
  })
})

describe('an extra expert', () => {
  test('is needed when the spread is over the limit, not at it', () => {
    expect(needsExtra([review('sent', 80), review('sent', 60)], call)).toBe(false)
    expect(needsExtra([review('sent', 80.01), review('sent', 60)], call)).toBe(true)
    expect(isWide({ spread: null }, call)).toBe(false)
  })

  test('is not needed while somebody writes, nor after an extra one has sent', () => {
    const wide = [review('sent', 95), review('sent', 40)]
    expect(needsExtra([...wide, review('assigned', null, { isExtra: true })], call)).toBe(false)
    expect(needsExtra([...wide, review('sent', 60, { isExtra: true })], call)).toBe(false)
    expect(needsExtra([...wide, review('declined', null, { isExtra: true })], call)).toBe(true)
    expect(needsExtra([review('sent', 95), review('sent', 40), review('replaced')], call)).toBe(true)
  })

  test('the review is over when enough are sent, nobody writes, and no extra one is called for', () => {
    expect(isComplete([], call)).toBe(false)
    expect(isComplete([review('sent', 80)], call)).toBe(false)
    expect(isComplete([review('sent', 80), review('accepted')], call)).toBe(false)
    expect(isComplete([review('sent', 80), review('declined')], call)).toBe(false)
    expect(isComplete([review('sent', 80), review('sent', 70)], call)).toBe(true)
    expect(isComplete([review('sent', 80), review('sent', 70), review('accepted')], call)).toBe(false)
    expect(isComplete([review('sent', 80), review('sent', 70), review('declined')], call)).toBe(true)
    expect(isComplete([review('sent', 95), review('sent', 40)], call)).toBe(false)
    expect(isComplete([review('sent', 95), review('sent', 40), review('sent', 60, { isExtra: true })], call)).toBe(true)
  })
})

describe('what is written beside the points', () => {
  test('a reason at the ends of the scale, always, or never', () => {
    const points = [0, 1, 3]
    expect(points.map((one) => needsComment(criterion('a', 1, 'edges'), one))).toEqual([true, false, true])
    expect(points.map((one) => needsComment(criterion('a', 1, 'always'), one))).toEqual([true, true, true])
    expect(points.map((one) => needsComment(criterion('a', 1, 'free'), one))).toEqual([false, false, false])
    expect(needsComment(criterion('a', 1, 'edges'), null)).toBe(false)
  })

  test('everything missing is named at its field', () => {
    const missing = missingForSending(
      criteria,
      { scores: [score('a', 3), score('b', null)], conclusion: ' ', recommendation: null },
      '3.1',
    )
    expect(missing.map(({ rule, field }) => [rule, field])).toEqual([
      ['review.needsEdgeComment', 'scores.a.comment'],
      ['review.needsPoints', 'scores.b.points'],
      ['review.needsConclusion', 'conclusion'],
      ['review.needsRecommendation', 'recommendation'],
    ])
    expect(missing[0]!.clause).toBe('3.1')
  })

  test('a complete review lacks nothing', () => {
    const scores = [score('a', 3, 'Полно'), score('b', 1)]
    expect(missingForSending(criteria, { scores, conclusion: 'Поддержать', recommendation: 'support' }, '3.1')).toEqual([])
  })

  test('a call without criteria cannot be reviewed', () => {
    expect(
      missingForSending([], { scores: [], conclusion: 'Да', recommendation: 'support' }, '3.1').map(({ rule }) => rule),
    ).toEqual(['review.noCriteria'])
  })

  test('points that no level gives and unknown criteria are refused even in a draft', () => {
    expect(brokenScores(criteria, [score('a', 2), score('x', 1), score('b', null)]).map(({ rule }) => rule)).toEqual([
      'review.unknownLevel',
      'review.unknownCriterion',
    ])
    expect(brokenScores(criteria, [score('a', 0), score('b', 3)])).toEqual([])
  })
})

test('a review on paper has a day that has come and its picture', () => {
  const wrong = (paperOn: string, files: number) =>
    wrongPaper({ paperOn, today: '2021-11-01', files }).map(({ rule, field }) => [rule, field])
  expect(wrong('2021-11-01', 1)).toEqual([])
  expect(wrong('2021-10-31', 2)).toEqual([])
  expect(wrong('2021-11-02', 0)).toEqual([
    ['review.paperInFuture', 'paperOn'],
    ['review.needsPaper', 'paper'],
  ])
})

test('a review ends early when nobody is writing and somebody has sent', () => {
  const wrong = (...states: ReviewState[]) => wrongEarlyEnd(states.map((state) => ({ state }))).map(({ rule }) => rule)
  expect(wrong('sent', 'declined')).toEqual([])
  expect(wrong('sent', 'accepted')).toEqual(['review.stillWriting'])
  expect(wrong('declined', 'replaced')).toEqual(['review.nothingSent'])
})

describe('points and recommendation at odds', () => {
  const written = (points: number, recommendation: Recommendation | null) => ({
    scores: criteria.map(({ code }) => score(code, points)),
    conclusion: 'Текст',
    recommendation,
  })
  const asked = (points: number, recommendation: Recommendation | null, sure = false) =>
    atOdds(criteria, written(points, recommendation), sure).map(({ rule, params }) => [rule, params?.total])

  test('full points not supported, no points supported: asked about', () => {
    expect(asked(3, 'reject')).toEqual([['review.atOdds', 100]])
    expect(asked(0, 'support')).toEqual([['review.atOdds', 0]])
    expect(asked(0, 'supportWithRemarks')).toEqual([['review.atOdds', 0]])
  })

  test('what agrees is not asked about, nor what is meant so, nor what is not chosen yet', () => {
    expect([asked(3, 'support'), asked(0, 'reject'), asked(1, 'reject'), asked(3, null)]).toEqual([[], [], [], []])
    expect([asked(3, 'reject', true), asked(0, 'support', true)]).toEqual([[], []])
  })

  test('the bounds are 70 and 30 percent of the longest scale', () => {
    const ten = [{ ...criterion('a', 1), levels: [0, 3, 4, 6, 7, 10].map((points) => ({ points, text: '' })) }]
    const isAsked = (points: number, recommendation: Recommendation) =>
      atOdds(ten, { scores: [score('a', points)], conclusion: '', recommendation }, false).length === 1
    expect([6, 7].map((points) => isAsked(points, 'reject'))).toEqual([false, true])
    expect([3, 4].map((points) => isAsked(points, 'support'))).toEqual([true, false])
  })
})

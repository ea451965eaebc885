// Proves R-31.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PaperCriterion, ScoreRule } from '../../regulation/review/questions.ts'
import type { ReviewCriterion } from '../calls/model.ts'
import { totalOf } from './rules.ts'
import { type Counted, scoreOf } from './score-rules.ts'

const paper = (code: string, weight: number, most: number, least: number | null = null): PaperCriterion => ({
  ...{ code, text: `Критерий ${code}`, weight, most, least, clause: ['3.2'] },
})
const asked = [paper('aim', 2, 5), paper('means', 1, 10, 4)]
const criteria: ReviewCriterion[] = asked.map(({ code, text, weight, most }) => ({
  ...{ code, title: text, weight, comment: 'free' as const },
  levels: Array.from({ length: most + 1 }, (_, points) => ({ points, text: String(points) })),
}))
const rule = (more: Partial<ScoreRule> = {}): ScoreRule => ({ aggregate: 'mean', pass: 12, criteria: asked, ...more })
const review = (aim: number, means: number, yes = true): Counted => {
  const scores = [
    { code: 'aim', points: aim, comment: '' },
    { code: 'means', points: means, comment: '' },
  ]
  return { scores, total: totalOf(criteria, scores), recommendation: yes ? 'support' : 'reject' }
}

describe('the result by the paper', () => {
  test('weights count, and the mark itself passes', () => {
    expect(scoreOf(rule(), criteria, [review(4, 4), review(4, 4)], 2)).toMatchObject({ value: 12, passes: true })
    expect(scoreOf(rule(), criteria, [review(4, 4), review(4, 2)], 2)).toMatchObject({ value: 11, passes: false })
  })

  test('mean, median, sum and votes are counted each in its way', () => {
    const three = [review(5, 10), review(1, 5), review(1, 5, false)]
    expect(scoreOf(rule({ aggregate: 'mean' }), criteria, three, 3).value).toBe(11.33)
    expect(scoreOf(rule({ aggregate: 'median' }), criteria, three, 3).value).toBe(7)
    expect(scoreOf(rule({ aggregate: 'sum' }), criteria, three, 3).value).toBe(34)
    expect(scoreOf(rule({ aggregate: 'yes', pass: 2 }), criteria, three, 3)).toMatchObject({ value: 2, passes: true })
  })

  test('a scale of many thousands of points counts each of them', () => {
    const odd = [paper('aim', 3, 9_999)]
    const wide: ReviewCriterion[] = [
      { ...criteria[0]!, weight: 3, levels: [0, 7_777, 9_999].map((points) => ({ points, text: '' })) },
    ]
    const given = [{ code: 'aim', points: 7_777, comment: '' }]
    const one = [{ scores: given, total: totalOf(wide, given), recommendation: null }]
    expect(scoreOf(rule({ pass: 23_331, criteria: odd }), wide, one, 1)).toMatchObject({ value: 23_331, passes: true })
  })

  test('one criterion below its own mark keeps an application from passing, whatever the total', () => {
    const { passes, below } = scoreOf(rule({ pass: 10 }), criteria, [review(5, 3), review(5, 4)], 2)
    expect(passes).toBe(false)
    expect(below).toEqual([{ text: 'Критерий means', value: 3.5, least: 4 }])
  })

  test('while experts are awaited nothing is said of passing', () => {
    expect(scoreOf(rule(), criteria, [review(5, 10)], 3)).toMatchObject({ awaited: 2, passes: null })
    expect(scoreOf(rule(), criteria, [], 0)).toMatchObject({ value: null, passes: null })
  })

  test('a paper without a mark says nobody passes or fails', () => {
    const plain = rule({ pass: null, criteria: [paper('aim', 2, 5)] })
    expect(scoreOf(plain, criteria, [review(5, 10)], 1)).toMatchObject({ value: 20, passes: null })
  })

  test('words alone are counted by who is for it', () => {
    const words = (yes: boolean): Counted => ({ scores: [], total: null, recommendation: yes ? 'supportWithRemarks' : 'reject' })
    const voting = rule({ aggregate: 'yes', pass: 2, criteria: [] })
    expect(scoreOf(voting, [], [words(true), words(true), words(false)], 3)).toMatchObject({ value: 2, passes: true })
    expect(scoreOf(voting, [], [words(true), words(false), words(false)], 3).passes).toBe(false)
  })
})

describe('of any reviews', () => {
  const reviews = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 10 }), fc.boolean())
      .map(([a, b, yes]) => review(a, b, yes)),
    { minLength: 1, maxLength: 7 },
  )
  const aggregate = fc.constantFrom('median', 'mean', 'sum', 'yes')

  test('the order of the experts changes nothing', () =>
    fc.assert(
      fc.property(reviews, aggregate, (sent, by) => {
        const result = scoreOf(rule({ aggregate: by }), criteria, sent, sent.length)
        expect(scoreOf(rule({ aggregate: by }), criteria, sent.toReversed(), sent.length)).toEqual(result)
      }),
    ))

  test('a higher mark never lets more through', () =>
    fc.assert(
      fc.property(reviews, aggregate, fc.nat({ max: 150 }), fc.nat({ max: 20 }), (sent, by, pass, more) => {
        const passes = (mark: number) => scoreOf(rule({ aggregate: by, pass: mark }), criteria, sent, sent.length).passes
        if (passes(pass + more)) expect(passes(pass)).toBe(true)
      }),
    ))

  test('equal reviews give the result of one by median and by mean', () =>
    fc.assert(
      fc.property(reviews, fc.constantFrom('median', 'mean'), fc.integer({ min: 1, max: 5 }), ([one], by, times) => {
        const same = Array.from({ length: times }, () => one!)
        expect(scoreOf(rule({ aggregate: by }), criteria, same, times).value).toBe(
          scoreOf(rule({ aggregate: by }), criteria, [one!], 1).value,
        )
      }),
    ))
})

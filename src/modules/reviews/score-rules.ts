import type { Aggregate } from '../../regulation/kinds.ts'
import type { ScoreRule } from '../../regulation/review/questions.ts'
import type { ReviewCriterion } from '../calls/model.ts'
import type { Recommendation, Score } from './model.ts'
import { meanOf, medianOf } from './rules.ts'

/** A sent review as its result is counted. */
export type Counted = {
  readonly total: number | null
  readonly recommendation: Recommendation | null
  readonly scores: readonly Score[]
}

/** What the reviews of an application come to by the paper; `passes` is null while that cannot be said. */
export type ScoreVerdict = {
  readonly value: number | null
  readonly pass: number | null
  readonly passes: boolean | null
  /** Criteria by which it stays below what the paper wants. */
  readonly below: readonly { readonly text: string; readonly value: number; readonly least: number }[]
  /** How many experts have not sent theirs. */
  readonly awaited: number
}

const together: Readonly<Record<Exclude<Aggregate, 'yes'>, (values: readonly number[]) => number | null>> = {
  median: medianOf,
  mean: meanOf,
  sum: (values) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)),
}

/** The weighted points of a review. The total is a percent, too coarse to be counted back from on a long scale. */
const pointsOf = (criteria: readonly ReviewCriterion[], scores: readonly Score[]): number =>
  criteria.reduce((sum, { code, weight }) => sum + weight * (scores.find((one) => one.code === code)?.points ?? 0), 0)

/** The result of an application by the rule of its paper, whatever the order of its experts. */
export function scoreOf(
  rule: ScoreRule,
  criteria: readonly ReviewCriterion[],
  sent: readonly Counted[],
  needed: number,
): ScoreVerdict {
  const { aggregate, pass } = rule
  const value =
    aggregate === 'yes'
      ? sent.filter(({ recommendation }) => recommendation !== null && recommendation !== 'reject').length
      : together[aggregate](sent.flatMap(({ total, scores }) => (total === null ? [] : [pointsOf(criteria, scores)])))
  const below = rule.criteria.flatMap(({ code, text, least }) => {
    const reached = least === null ? null : criterionOf(aggregate, code, sent)
    return least !== null && reached !== null && reached < least ? [{ text, value: reached, least }] : []
  })
  const awaited = Math.max(0, needed - sent.length)
  const asks = pass !== null || rule.criteria.some(({ least }) => least !== null)
  const passes = (pass === null || (value !== null && value >= pass)) && below.length === 0
  return { value, pass, below, awaited, passes: asks && awaited === 0 && sent.length > 0 ? passes : null }
}

/** By one criterion a sum would grow with the number of experts: there the mean counts, and so it does where votes are counted. */
function criterionOf(aggregate: Aggregate, code: string, sent: readonly Counted[]): number | null {
  const points = sent.flatMap(({ scores }) => scores.find((one) => one.code === code)?.points ?? [])
  return together[aggregate === 'median' ? 'median' : 'mean'](points)
}

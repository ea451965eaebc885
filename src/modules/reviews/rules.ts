import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Call, ReviewCriterion } from '../calls/model.ts'
import { isOpen } from './machine.ts'
import type { Figures, Recommendation, ReviewState, ReviewText, Score } from './model.ts'

const hundredths = (value: number): number => Math.round(value * 100) / 100

/** The highest and the lowest points of a criterion. */
export const topOf = ({ levels }: Pick<ReviewCriterion, 'levels'>): number => Math.max(...levels.map(({ points }) => points))
const bottomOf = ({ levels }: Pick<ReviewCriterion, 'levels'>): number => Math.min(...levels.map(({ points }) => points))

/** The total of a review in percent of the longest scale: Σ weight·points ÷ Σ weight·most points. Null while a criterion has no points. */
export function totalOf(criteria: readonly ReviewCriterion[], scores: readonly Score[]): number | null {
  const points = new Map(scores.map((score) => [score.code, score.points]))
  let [reached, most] = [0, 0]
  for (const criterion of criteria) {
    const given = points.get(criterion.code) ?? null
    if (given === null) return null
    reached += criterion.weight * given
    most += criterion.weight * topOf(criterion)
  }
  return most === 0 ? null : hundredths((reached / most) * 100)
}

/** The middle one of some totals, of an even number the mean of the two middle ones. */
export function medianOf(totals: readonly number[]): number | null {
  if (totals.length === 0) return null
  const sorted = [...totals].sort((a, b) => a - b)
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
  return hundredths(middle.reduce((sum, total) => sum + total, 0) / middle.length)
}

export const meanOf = (totals: readonly number[]): number | null =>
  totals.length === 0 ? null : hundredths(totals.reduce((sum, total) => sum + total, 0) / totals.length)

/** How far totals lie apart, in percentage points; of a single one there is nothing to say. */
export const spreadOf = (totals: readonly number[]): number | null =>
  totals.length < 2 ? null : hundredths(Math.max(...totals) - Math.min(...totals))

type Judged = { readonly state: ReviewState; readonly total: number | null; readonly recommendation: Recommendation | null }

/** What the sent reviews of one round come to. */
export function figuresOf(reviews: readonly Judged[]): Figures {
  const sent = reviews.filter(({ state }) => state === 'sent')
  const totals = sent.flatMap(({ total }) => (total === null ? [] : [total]))
  const count = (wanted: Recommendation) => sent.filter(({ recommendation }) => recommendation === wanted).length
  return {
    sent: sent.length,
    median: medianOf(totals),
    mean: meanOf(totals),
    spread: spreadOf(totals),
    recommendations: {
      support: count('support'),
      supportWithRemarks: count('supportWithRemarks'),
      reject: count('reject'),
    },
  }
}

/** Whether totals lie further apart than the call allows. */
export const isWide = ({ spread }: Pick<Figures, 'spread'>, { spreadLimit }: Pick<Call, 'spreadLimit'>): boolean =>
  spread !== null && spread > spreadLimit

type Placed = Judged & { readonly isExtra: boolean }
type Asked = Pick<Call, 'expertsPerApplication' | 'spreadLimit'>

/** Whether one more expert has to be called: nobody is writing, the totals lie too far apart, and no extra one has sent theirs yet. */
export function needsExtra(reviews: readonly Placed[], call: Asked): boolean {
  const sent = reviews.filter(({ state }) => state === 'sent')
  if (reviews.some(({ state }) => isOpen(state)) || sent.some(({ isExtra }) => isExtra)) return false
  return sent.length >= call.expertsPerApplication && isWide(figuresOf(sent), call)
}

/** Whether the review of an application is over: as many as the call asks for have been sent, nobody is writing, no extra one is needed. */
export function isComplete(reviews: readonly Placed[], call: Asked): boolean {
  const sent = reviews.filter(({ state }) => state === 'sent').length
  const enough = sent > 0 && sent >= call.expertsPerApplication
  return enough && !reviews.some(({ state }) => isOpen(state)) && !needsExtra(reviews, call)
}

/** Whether beside these points a reason has to be written. */
export function needsComment(criterion: ReviewCriterion, points: number | null): boolean {
  if (criterion.comment === 'always') return true
  if (criterion.comment === 'free' || points === null) return false
  return points === bottomOf(criterion) || points === topOf(criterion)
}

/** What a draft may not even be saved with: points that no level of the criterion gives, criteria the call does not know. */
export function brokenScores(criteria: readonly ReviewCriterion[], scores: readonly Score[]): RuleRefusal[] {
  const known = new Map(criteria.map((criterion) => [criterion.code, criterion]))
  return scores.flatMap(({ code, points }) => {
    const levels = known.get(code)?.levels
    if (!levels) return [no('review.unknownCriterion')]
    return points === null || levels.some((level) => level.points === points)
      ? []
      : [no('review.unknownLevel', { field: `scores.${code}.points` })]
  })
}

/** What a review still lacks before it can be sent: points by every criterion, reasons where the regulation asks for them, the conclusion. */
export function missingForSending(
  criteria: readonly ReviewCriterion[],
  text: ReviewText,
  clause: string | undefined,
  inWords = false,
): RuleRefusal[] {
  // An opinion in words alone has no criteria.
  if (!inWords && criteria.every(({ weight }) => weight === 0)) return [no('review.noCriteria')]
  const given = new Map(text.scores.map((score) => [score.code, score]))
  const refusals = criteria.flatMap((criterion) => {
    const score = given.get(criterion.code)
    const points = score?.points ?? null
    const found: RuleRefusal[] = []
    if (points === null) found.push(no('review.needsPoints', { field: `scores.${criterion.code}.points` }))
    if (needsComment(criterion, points) && !score?.comment.trim())
      found.push(
        no(criterion.comment === 'always' ? 'review.needsComment' : 'review.needsEdgeComment', {
          field: `scores.${criterion.code}.comment`,
          clause,
        }),
      )
    return found
  })
  if (text.conclusion.trim() === '') refusals.push(no('review.needsConclusion', { field: 'conclusion' }))
  if (text.recommendation === null) refusals.push(no('review.needsRecommendation', { field: 'recommendation' }))
  return refusals
}

/** From this much of the longest scale on a review praises; from this much down it finds nearly nothing. The call sets no bound of its own. */
const [praise, blame] = [70, 30]

/** Points and recommendation that say opposite things are asked about, until the expert has said that both are meant. */
export function atOdds(criteria: readonly ReviewCriterion[], text: ReviewText, sure: boolean): RuleRefusal[] {
  const { recommendation } = text
  const total = totalOf(criteria, text.scores)
  if (sure || total === null || recommendation === null) return []
  const isOdd = recommendation === 'reject' ? total >= praise : total <= blame
  return isOdd ? [no('review.atOdds', { field: 'sure', params: { total, recommendation } })] : []
}

/** What is wrong with the day and the picture of a review on paper. */
export function wrongPaper({ paperOn, today, files }: { paperOn: string; today: string; files: number }): RuleRefusal[] {
  return [
    ...(paperOn > today ? [no('review.paperInFuture', { field: 'paperOn' })] : []),
    ...(files === 0 ? [no('review.needsPaper', { field: 'paper' })] : []),
  ]
}

/** What forbids ending a review before everything is there: nothing sent yet, somebody still writing. */
export function wrongEarlyEnd(reviews: readonly { readonly state: ReviewState }[]): RuleRefusal[] {
  if (reviews.some(({ state }) => isOpen(state))) return [no('review.stillWriting', { field: 'reason' })]
  return reviews.some(({ state }) => state === 'sent') ? [] : [no('review.nothingSent', { field: 'reason' })]
}

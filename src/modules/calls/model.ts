import type { CallId, Day, Instant, OrderId, RegulationId } from '../../kernel/types.ts'
import type { CommentRule } from '../../regulation/kinds.ts'

/** A step on the scale of a criterion: so many points when this is so. */
export type Level = { readonly points: number; readonly text: string }

/** What experts read a programme by. Levels stand in growing points; `comment` is what the regulation asks beside the points. */
export type ReviewCriterion = {
  readonly code: string
  readonly title: string
  readonly weight: number
  readonly levels: readonly Level[]
  readonly comment: CommentRule
}

/** A time in which applications are received, set by an order. */
export type Call = {
  readonly id: CallId
  readonly title: string
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly initiators: readonly string[]
  readonly directions: readonly string[]
  readonly contingent: readonly string[]
  readonly places: number | null
  readonly expertsPerApplication: number
  readonly reviewDueOn: Day | null
  /** How far apart, in percent of the longest scale, totals of two experts may lie before another one is called. */
  readonly spreadLimit: number
  readonly criteria: readonly ReviewCriterion[]
  readonly regulationId: RegulationId
  readonly orderId: OrderId
  readonly pointNumber: string
  /** The day from which the order that opened it is revoked. */
  readonly revokedOn: Day | null
  /** The territory's clock, and how its people name it: «по московскому времени». */
  readonly timeZone: string
  readonly localTime: string
}

/** An order that moved the closing of a call. */
export type CallExtension = {
  readonly closedBefore: Instant
  readonly closesAt: Instant
  readonly orderId: OrderId
  readonly orderLabel: string
  readonly pointNumber: string
}

/** What is announced, what receives, what ends within a week, what is over. */
export const callStates = ['announced', 'open', 'closingSoon', 'closed'] as const
export type CallState = (typeof callStates)[number]

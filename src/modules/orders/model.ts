import type { Day, Instant, OrderId, OrganisationId, PersonId, RegulationLineId, TerritoryId } from '../../kernel/types.ts'
import type { PlacedEffect } from '../../kit/order/effects.ts'
import type { AppendixPlan, DraftPoint } from '../../kit/order/template.ts'
import type { ActKind } from '../../regulation/acts.ts'
import type { AssignmentState } from './assignment-machine.ts'
import type { OrderState } from './machine.ts'

/** How an office writes dates: «15 июня 2022 г.», «15 июня 2022 года», «15.06.2022». */
export type DateForm = 'long' | 'full' | 'digits'
export type Acquaintance = 'assignees' | 'allHeads'

/** Who issues orders in a territory, and how their paper looks. */
export type Office = {
  readonly issuerId: OrganisationId
  readonly actKind: ActKind
  readonly letterhead: readonly string[]
  readonly enactingWord: string
  readonly place: string | null
  readonly numberFormat: string
  /** «long» when left out. */
  readonly dateForm?: DateForm
  readonly signatoryId: PersonId | null
  readonly signatoryPost: string
}

/** Who signs for an office in the place of its usual signatory, and in which days. */
export type ActingSignatory = {
  readonly personId: PersonId
  readonly post: string
  readonly startsOn: Day
  readonly endsOn: Day | null
}

/** The signature of one of several bodies that sign together. */
export type OrderSignature = {
  readonly issuerId: OrganisationId
  readonly personId: PersonId
  readonly post: string
  readonly signedOn: Day | null
  /** What the first was asked: the number its journal gave, the day of effect. */
  readonly number: number | null
  readonly effectiveOn: Day | null
}

/** Who is asked to sign for a body. */
export type Signer = Pick<OrderSignature, 'issuerId' | 'personId' | 'post'>

export type Order = {
  readonly id: OrderId
  readonly territoryId: TerritoryId
  readonly issuerId: OrganisationId
  readonly lineId: RegulationLineId | null
  readonly kind: ActKind
  readonly state: OrderState
  readonly title: string
  readonly preamble: string
  readonly enactingWord: string
  readonly place: string | null
  readonly signatoryId: PersonId | null
  readonly controllerId: PersonId | null
  readonly preparedBy: PersonId | null
  readonly acquaintance: Acquaintance
  readonly publishOnSigning: boolean
  readonly templateCode: string
  readonly appendices: readonly AppendixPlan[]
  readonly year: number | null
  readonly number: number | null
  readonly numberText: string | null
  readonly signedOn: Day | null
  readonly effectiveOn: Day | null
  readonly signatoryPost: string | null
  readonly publishedAt: Instant | null
  readonly revokedByOrderId: OrderId | null
  readonly revokedOn: Day | null
  readonly sentBackRemark: string | null
  /** Of a joint order that has been sent to be signed, the first is whose office issues it. */
  readonly signatures: readonly OrderSignature[]
  readonly version: number
}

export type OrderPoint = DraftPoint & { readonly id: string; readonly number: string }

/** What a person writes into an order. */
export type OrderContent = {
  readonly title: string
  readonly preamble: string
  readonly points: readonly DraftPoint[]
  readonly appendices: readonly AppendixPlan[]
  readonly signatoryId: PersonId | null
  readonly controllerId: PersonId | null
  readonly acquaintance: Acquaintance
  readonly publishOnSigning: boolean
}

/** An order with its points. */
export type FullOrder = { readonly order: Order; readonly points: readonly OrderPoint[] }

export type Assignment = {
  readonly id: string
  /** Null where it comes from elsewhere than an order. */
  readonly orderId: OrderId | null
  readonly personId: PersonId
  readonly controllerId: PersonId | null
  readonly state: AssignmentState
}

/** All effects of an order with their points, in order. */
export const effectsOf = (points: readonly OrderPoint[]): PlacedEffect[] =>
  points.flatMap((point) => point.effects.map((effect) => ({ pointNumber: point.number, effect })))

/** Where the page of an order has a point: «point-4-3». */
export const pointAnchor = (number: string): string => `point-${number.replaceAll('.', '-')}`

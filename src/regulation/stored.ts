import type { Day, OrderId, RegulationId, RegulationLineId } from '../kernel/types.ts'
import type { Regulation } from './schema.ts'

/** One of the Положения of a territory: its editions follow one another, and its sites, calls and limits are its own. */
export type RegulationLine = { readonly id: RegulationLineId; readonly code: string; readonly name: string }

/** An edition of one of the regulations of a territory as stored. */
export type StoredRegulation = {
  readonly id: RegulationId
  readonly line: RegulationLine
  readonly version: number
  /** As it answers: where the territory has several Положения, each clause says of which it is. */
  readonly regulation: Regulation
  /** As it is written. */
  readonly paper: Regulation
  readonly inForce: boolean
  readonly state: 'draft' | 'approved' | 'dropped'
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly orderId: OrderId | null
  readonly pointNumber: string | null
}

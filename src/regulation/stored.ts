import type { Day, OrderId, RegulationId } from '../kernel/types.ts'
import type { Regulation } from './schema.ts'

/** A version of a territory's regulation as stored. */
export type StoredRegulation = {
  readonly id: RegulationId
  readonly version: number
  readonly regulation: Regulation
  readonly inForce: boolean
  readonly state: 'draft' | 'approved' | 'dropped'
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly orderId: OrderId | null
  readonly pointNumber: string | null
}

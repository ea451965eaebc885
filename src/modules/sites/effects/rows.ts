import type {
  Day,
  OrderId,
  OrganisationId,
  Period,
  PersonId,
  RegulationId,
  RegulationLineId,
  SiteId,
} from '../../../kernel/types.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import type { CountedSite } from '../limit-queries.ts'

/** A site of the register, or one that an earlier point of the same order opens. */
export type KnownSite = Period & {
  readonly id: SiteId
  readonly name: string
  readonly theme: string
  readonly direction: string | null
  readonly organisationIds: readonly OrganisationId[]
  readonly orderId: OrderId
  /** Null of one that this order opens: it goes by what the order does. */
  readonly regulationId: RegulationId | null
  readonly lineId: RegulationLineId | null
  readonly isNew: boolean
  /** How often it has been prolonged. */
  readonly prolonged: number
}

export type KnownAttachment = Period & {
  readonly siteId: SiteId
  readonly organisationId: OrganisationId
  readonly orderId: OrderId | null
}

export type KnownAppointment = Period & {
  readonly id: string
  readonly siteId: SiteId | null
  readonly personId: PersonId
  readonly kind: string
  readonly orderId: OrderId | null
}

export type KnownSuspension = Period & {
  readonly siteId: SiteId
  readonly endedByOrderId: OrderId | null
  /** To which day its own order has moved the end of the term; null where it has not. */
  readonly madeUpTo: Day | null
}

/** Work of a site that somebody has planned and nobody has reported on. Whoever keeps plans brings it. */
export type AwaitedLine = { readonly siteId: SiteId; readonly activity: string; readonly startsOn: Day | null }

declare module '../../../kit/order/registers.ts' {
  interface KnownRows {
    readonly sites: ReadonlyMap<string, KnownSite>
    readonly appointments: ReadonlyMap<string, KnownAppointment>
    readonly attachments: readonly KnownAttachment[]
    /** Every status that stands or will, where an order gives one. */
    readonly standing: readonly CountedSite[]
    readonly suspensions: readonly KnownSuspension[]
    readonly awaited: readonly AwaitedLine[]
    /** Whether the office suspends where a regulation is silent. */
    readonly suspends: boolean
  }
}

/** The name of a site; what is unknown is said to be so. */
export const siteName = (registers: Registers, id: string): string => registers.sites.get(id)?.name ?? 'неизвестная площадка'

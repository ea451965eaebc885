import type { Day, OrganisationId, Period } from '../../../kernel/types.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import type { AppointmentKind } from '../../../regulation/kinds.ts'

/** A site of the register, or one that an earlier point of the same order opens. */
export type KnownSite = Period & {
  readonly id: string
  readonly name: string
  readonly theme: string
  readonly direction: string | null
  readonly organisationIds: readonly OrganisationId[]
  readonly orderId: string
  readonly regulationId: string | null
  readonly isNew: boolean
}

export type KnownAttachment = Period & {
  readonly siteId: string
  readonly organisationId: OrganisationId
  readonly orderId: string | null
}

export type KnownAppointment = Period & {
  readonly id: string
  readonly siteId: string | null
  readonly personId: string
  readonly kind: AppointmentKind
  readonly orderId: string | null
}

export type KnownSuspension = Period & { readonly siteId: string }

/** Work of a site that somebody has planned and nobody has reported on. Whoever keeps plans brings it. */
export type AwaitedLine = { readonly siteId: string; readonly activity: string; readonly startsOn: Day | null }

declare module '../../../kit/order/registers.ts' {
  interface KnownRows {
    readonly sites: ReadonlyMap<string, KnownSite>
    readonly appointments: ReadonlyMap<string, KnownAppointment>
    readonly attachments: readonly KnownAttachment[]
    readonly suspensions: readonly KnownSuspension[]
    readonly awaited: readonly AwaitedLine[]
  }
}

/** The name of a site; what is unknown is said to be so. */
export const siteName = (registers: Registers, id: string): string => registers.sites.get(id)?.name ?? 'неизвестная площадка'

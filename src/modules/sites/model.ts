import type {
  Day,
  OrderId,
  OrganisationId,
  Period,
  PersonId,
  RegulationId,
  RegulationLineId,
  SiteId,
} from '../../kernel/types.ts'

/** The signed order, and its point, that a legal change follows from. */
export type ByOrder = { readonly orderId: OrderId; readonly pointNumber: string }

/** A status given to one or several organisations. The id is made when the order is drafted, so that its other points can name the site. */
export type Grant = ByOrder & {
  readonly siteId: SiteId
  readonly organisationIds: readonly OrganisationId[]
  readonly leadOrganisationId: OrganisationId
  readonly theme: string
  readonly direction: string | null
  readonly from: Day
  readonly to: Day | null
  readonly regulationId: RegulationId
  readonly lineId: RegulationLineId
}

/** Schools attached to a site for a period. */
export type Attaching = ByOrder & {
  readonly siteId: SiteId
  readonly organisationIds: readonly OrganisationId[]
  readonly from: Day
  readonly to: Day | null
}

/** Schools whose attachment to a site ends; `on` is its last day. */
export type Detaching = ByOrder & {
  readonly siteId: SiteId
  readonly organisationIds: readonly OrganisationId[]
  readonly on: Day
}

/** A dated role of a person on a site, or in the territory when `siteId` is null. Without an order someone else appointed the person. */
export type Appointing = {
  readonly personId: PersonId
  readonly as: string
  readonly siteId: SiteId | null
  readonly from: Day
  readonly to: Day | null
  readonly ground: string | null
  readonly orderId: OrderId | null
  readonly pointNumber: string | null
}

/** `on` is the last day of the appointment. */
export type AppointmentEnding = { readonly appointmentId: string; readonly on: Day; readonly orderId: OrderId | null }

/** A status prolonged to a later last day; `makesUp`: the days a suspension took, no decision to prolong. */
export type Extension = ByOrder & { readonly siteId: SiteId; readonly to: Day; readonly makesUp?: boolean }

/** A status ended before its term; `on` is its last day, `ground` a code of the regulation's grounds or a text, `reason` its words. */
export type Ending = ByOrder & { readonly siteId: SiteId; readonly on: Day; readonly ground: string; readonly reason: string }

/** An order revoked from a day on: what it did to the registers is undone. */
export type Undoing = {
  readonly orderId: OrderId
  readonly on: Day
  readonly byOrderId: OrderId
  readonly pointNumber: string
}

/** A status suspended from a day on; without a last day until an order resumes it. */
export type Suspending = ByOrder & {
  readonly siteId: SiteId
  readonly from: Day
  readonly to: Day | null
  readonly reason: string
}

/** `on` is the first day of work again. */
export type Resuming = ByOrder & { readonly siteId: SiteId; readonly on: Day }

/** The period of a status, when it was suspended, and whether an order ended it before its term. */
export type SiteStatus = Period & { readonly endedEarly: boolean; readonly suspensions: readonly Period[] }

import type { ApplicationId, CallId, OrderId, OrganisationId, RegulationId } from '../../../kernel/types.ts'
import type { ApplicationState } from '../machine.ts'

/** An application that an order is to decide, that the order behind it has decided, or that its submission proposes. */
export type KnownApplication = {
  readonly id: ApplicationId
  /** Null: it has never been sent. */
  readonly number: number | null
  readonly state: ApplicationState
  readonly regulationId: RegulationId
  /** Organisations that take part, the lead one first, and their names. */
  readonly organisationIds: readonly OrganisationId[]
  readonly organisations: string
  readonly decidedByOrderId: OrderId | null
  readonly decidedBy: string | null
  readonly callId: CallId | null
  /** How many statuses its call announces, and how many have been given. */
  readonly places: number | null
  readonly granted: number
  /** Whether the submission behind this very order proposes it. */
  readonly inSubmission: boolean
}

declare module '../../../kit/order/registers.ts' {
  interface KnownRows {
    readonly applications: ReadonlyMap<string, KnownApplication>
  }
}
declare module '../../../kit/order/effect-props.ts' {
  interface OrderChoices {
    /** Applications that may be decided. */
    readonly applications: readonly { readonly id: string; readonly label: string }[]
  }
}

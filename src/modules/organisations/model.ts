import type { Day, OrganisationId } from '../../kernel/types.ts'
import type { OrganisationKind } from '../../regulation/dictionary.ts'

export const organisationNames = ['fullName', 'shortName', 'documentName'] as const
/** What an organisation is called in a period. */
export type OrganisationNames = {
  readonly fullName: string
  readonly shortName: string
  /** What papers call it; null where they use the full name. */
  readonly documentName: string | null
}

/** What is written of an organisation. */
export type OrganisationDetails = OrganisationNames & {
  readonly kind: OrganisationKind
  readonly settlement: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly website: string | null
}

export type Organisation = OrganisationDetails & {
  readonly id: OrganisationId
  /** The territory's authority and operator are organisations too. */
  readonly isAuthority: boolean
  readonly isOperator: boolean
  /** The code of a further body of the regulation that it is. */
  readonly body: string | null
  readonly version: number
}

export const supportNeedKinds = ['lowResults', 'socialConditions'] as const
export type SupportNeedKind = (typeof supportNeedKinds)[number]

/** A dated, non-public trait of an organisation. */
export type SupportNeed = {
  readonly id: string
  readonly kind: SupportNeedKind
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly ground: string | null
}
export type SupportNeedDetails = Omit<SupportNeed, 'id'>

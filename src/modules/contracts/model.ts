import type { ContractId, Day, Instant, OrganisationId, PersonId, SiteId } from '../../kernel/types.ts'
import type { ContractState } from './machine.ts'

export type Side = 'site' | 'operator'
export type ContractSignature = { readonly by: PersonId; readonly on: Day }

/** A contract between a site and the operator, for a period within the status. */
export type Contract = {
  readonly id: ContractId
  readonly siteId: SiteId
  readonly operatorId: OrganisationId
  readonly number: string | null
  readonly subject: string
  readonly terms: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly state: ContractState
  readonly signatures: Readonly<Record<Side, ContractSignature | null>>
  readonly file: { readonly id: string; readonly name: string; readonly size: number } | null
  readonly endedOn: Day | null
  readonly endReason: string | null
  readonly createdBy: PersonId
  readonly createdAt: Instant
  readonly version: number
}

/** What a person writes into a contract. */
export type ContractText = {
  readonly number: string | null
  readonly subject: string
  readonly terms: string
  readonly startsOn: Day
  readonly endsOn: Day
}

import type { Day } from '../../kernel/types.ts'

export type Side = 'site' | 'operator'
export type ContractSignature = { readonly by: string; readonly on: Day }
export type Signatures = Readonly<Record<Side, ContractSignature | null>>

/** What a person writes into a contract. */
export type ContractText = {
  readonly number: string | null
  readonly subject: string
  readonly terms: string
  readonly startsOn: Day
  readonly endsOn: Day
}

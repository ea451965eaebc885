import type { Day } from '../kernel/types.ts'
import type { Category, OrganisationKind, PostKind } from './dictionary.ts'

export type OrganisationFacts = {
  readonly key: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string
  /** What the published orders call it, where they do not use the full name. */
  readonly documentName?: string
  readonly settlement: string | null
  readonly isAuthority?: true
  readonly isOperator?: true
  readonly supportNeed?: {
    readonly kind: 'lowResults' | 'socialConditions'
    readonly from: Day
    readonly to: Day | null
    readonly ground: string
  }
  readonly website?: string
  readonly invented?: true
}

/** What an account of the authority or the operator may do; everything else follows from posts and appointments. */
export type RoleGrant = 'official' | 'signatory' | 'methodist' | 'administrator'

export type PersonFacts = {
  readonly key: string
  readonly family: string
  /** A full name, or the initial as the order prints it: «Н.». */
  readonly given: string
  readonly patronymic: string | null
  /** Null where the published order does not let one tell. */
  readonly gender: 'male' | 'female' | null
  readonly invented: boolean
  readonly posts: readonly PostFacts[]
  readonly category?: { readonly level: Category; readonly from: Day; readonly to: Day | null }
  readonly achievements?: readonly { readonly title: string; readonly direction?: string; readonly on: Day }[]
  readonly grants?: readonly RoleGrant[]
  /** The same person as in another territory: in a demonstration one account enters both. */
  readonly alsoMemberOf?: { readonly territory: string; readonly person: string }
}

export type PostFacts = {
  readonly organisation: string
  readonly kind: PostKind
  readonly title: string
  readonly subject?: string
  readonly from: Day
  readonly to: Day | null
}

export type PlanLineFacts = {
  readonly activity: string
  readonly form: string
  readonly from: Day
  readonly to: Day
  readonly responsible: readonly string[]
  readonly direction?: string
}

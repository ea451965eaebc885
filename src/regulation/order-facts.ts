import type { Day } from '../kernel/types.ts'
import type { ActName } from './acts.ts'
import type { AppointmentKind } from './kinds.ts'

/** What signing changes. The union of the orders module, with keys of these facts in place of ids. */
export type EffectFacts =
  | { readonly kind: 'approveRegulation' }
  | {
      readonly kind: 'grantStatus'
      readonly organisations: readonly string[]
      readonly leadOrganisation: string
      readonly theme: string
      readonly direction?: string
      readonly from: Day
      readonly to: Day
      readonly head?: string
      /** The protocol by which several organisations chose the head together. */
      readonly protocol?: string
    }
  | {
      readonly kind: 'attachOrganisations'
      readonly siteOf: string
      readonly organisations: readonly string[]
      readonly from: Day
      readonly to: Day
    }
  | {
      readonly kind: 'appoint'
      readonly person: string
      readonly as: AppointmentKind
      readonly siteOf: string | null
      readonly from: Day
      readonly to: Day | null
    }

export type OrderPointFacts = {
  readonly number: string
  readonly text: string
  readonly assignees?: readonly string[]
  readonly startsOn?: Day
  readonly dueOn?: Day
  readonly effects?: readonly EffectFacts[]
}

/** An appendix is built from data: the regulation itself, the list of sites, or the list of attached schools. */
export type OrderAppendixFacts = {
  readonly number: number
  readonly title: string
  readonly content: 'regulation' | 'sites' | 'attachments'
  readonly columns?: readonly string[]
}

export type OrderFacts = {
  readonly key: string
  readonly state: 'signed' | 'draft'
  readonly kind: ActName
  readonly issuer: string
  readonly letterhead: readonly string[]
  /** Null until it is signed. */
  readonly number: number | null
  /** «№ {n}» or «№ {n}-о». */
  readonly numberFormat: string
  readonly signedOn: Day | null
  /** How the office writes dates; «15 июня 2022 г.» when left out. */
  readonly dateForm?: 'long' | 'full' | 'digits'
  readonly place: string | null
  readonly title: string
  readonly preamble: string
  /** «приказываю:» as the office writes it. */
  readonly enactingWord: string
  /** All points in order, sub-points after their point: 4, 4.1, 4.2. */
  readonly points: readonly OrderPointFacts[]
  readonly appendices: readonly OrderAppendixFacts[]
  readonly signatory: { readonly person: string; readonly post: string }
  readonly preparedBy: string | null
  /** `person` equal to the signatory means that the signatory keeps control. */
  readonly control: { readonly point: string; readonly person: string }
  readonly acquaintance: 'assignees' | 'allHeads'
  readonly publication: { readonly point: string | null; readonly address: string | null } | null
}

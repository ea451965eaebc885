import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { Choice, FormState } from '../../ui/fields.ts'

/** A row that may be named in an order, as people write it. */
export type NamedRow<Id extends string = string> = { readonly id: Id; readonly label: string }

/** Whom a page has to know by name: rows it holds already, and names a person has typed. Registers of thousands give only these. */
export type AskedNames = {
  readonly ids: readonly string[]
  readonly people: readonly string[]
  readonly organisations: readonly string[]
  /** Whose paper it is, where that is known: its signatories are those of this office. */
  readonly issuerId?: OrganisationId
}
/** A register with no more rows than this is suggested as a whole. */
export const mostSuggested = 300

/** Everything an order may name; each module merges its own lists. */
export interface OrderChoices {
  readonly people: readonly NamedRow<PersonId>[]
  readonly signatories: readonly NamedRow[]
  readonly organisations: readonly NamedRow<OrganisationId>[]
  readonly orders: readonly NamedRow[]
  /** Versions of the regulation that no order has approved yet. */
  readonly regulations: readonly NamedRow[]
}

/** What the fields of one legal change are shown from. */
export type EffectProps = {
  form: FormState
  /** `points.0.effects.1` */
  name: string
  /** Where it stands: the point, and the change among those of the point. */
  point: number
  at: number
  regulation: Regulation | null
  choices: OrderChoices
  /** Sites of the register and those this order opens. */
  sites: readonly Choice[]
}

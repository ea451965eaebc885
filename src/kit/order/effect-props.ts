import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { FormState } from '../../ui/form-state.ts'
import type { Choice } from '../../ui/select-field.tsx'

/** A row that may be named in an order, as people write it. */
export type NamedRow<Id extends string = string> = { readonly id: Id; readonly label: string }

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

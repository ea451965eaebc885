import type { Regulation } from '../../../regulation/schema.ts'
import type { FormState } from '../../../ui/form-state.ts'
import type { Choice } from '../../../ui/select-field.tsx'
import type { OrderChoices } from '../choice-queries.ts'

/** What the fields of one legal change are shown from. */
export type EffectProps = {
  form: FormState
  /** `points.0.effects.1` */
  name: string
  regulation: Regulation | null
  choices: OrderChoices
  /** Sites of the register and those this order opens. */
  sites: readonly Choice[]
}

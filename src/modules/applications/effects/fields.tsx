import type { OrderChoices } from '../../../kit/order/effect-props.ts'
import { type Choice, type FormState, KnownField, valueOf } from '../../../ui/fields.ts'

type DecisionProps = {
  form: FormState
  /** `points.0.effects.1` */
  name: string
  choices: Pick<OrderChoices, 'applications'>
}

/** What may be chosen, and what was chosen before even if it may be decided no more: saving must not lose it unseen. */
export function applicationsFor({ form, name, choices }: DecisionProps): Choice[] {
  const chosen = valueOf(form, `${name}.applicationId`)
  const known = choices.applications.map(({ id, label }) => ({ value: id, label }))
  return chosen === '' || known.some(({ value }) => value === chosen)
    ? known
    : [...known, { value: chosen, label: 'Заявка, по которой решать уже нельзя' }]
}

/** The application a status answers; hidden where there are none. */
export function ApplicationField(props: DecisionProps) {
  const choices = applicationsFor(props)
  if (choices.length === 0) return null
  return (
    <KnownField
      form={props.form}
      name={`${props.name}.applicationId`}
      label="По заявке"
      empty="Без заявки"
      hint="Заявитель узнает решение после подписания"
      choices={choices}
    />
  )
}

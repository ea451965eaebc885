import { describedBy, type FieldProps, FormGroup, messageOf, useFieldId } from './field.tsx'
import { valueOf } from './form-state.ts'
import { Sure } from './sure.tsx'

export type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password'
  /** Width in characters; without it the field takes the whole column. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  /** The id of a list of what may be written here. */
  list?: string
  inputMode?: 'numeric' | 'decimal'
  autoComplete?: 'off' | 'email' | 'tel' | 'name' | 'username' | 'current-password' | 'new-password' | 'one-time-code'
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { form, name, label, hint, initial, type = 'text', width, list, inputMode, autoComplete } = props
  const id = useFieldId(name)
  const error = messageOf(form, name)
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <input
        class={`govuk-input${width ? ` govuk-input--width-${width}` : ''}${error ? ' govuk-input--error' : ''}`}
        id={id}
        name={name}
        // Preact's types tie the role of an input to one literal type.
        type={type as 'text'}
        value={type === 'password' ? undefined : valueOf(form, name, initial)}
        list={list}
        inputmode={inputMode}
        autocomplete={autoComplete}
        {...describedBy(id, hint, error)}
      />
      <Sure form={form} name={name} />
    </FormGroup>
  )
}

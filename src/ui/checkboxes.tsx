import type { ComponentChildren } from 'preact'
import { FieldError, type FieldProps, FieldsetGroup, groupClass, messageOf, useFieldId } from './field.tsx'
import { type FormState, valuesOf } from './form-state.ts'
import { nb } from './nb.ts'

export type CheckboxChoice = { readonly value: string; readonly label: string; readonly more?: ComponentChildren }

type CheckboxesProps = Omit<FieldProps, 'initial'> & {
  choices: readonly CheckboxChoice[]
  initial?: readonly string[]
}

/** Any of several. Give a `name` that ends in `[]`, so that one choice is a list too. */
export function Checkboxes({ form, name, label, hint, initial, choices }: CheckboxesProps) {
  const id = useFieldId(name)
  const chosen = valuesOf(form, name, initial)
  return (
    <FieldsetGroup id={id} label={label} hint={hint} error={messageOf(form, name)}>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        {choices.map((choice, index) => (
          <Box id={index === 0 ? id : `${id}-${index + 1}`} name={name} checked={chosen.includes(choice.value)} {...choice} />
        ))}
      </div>
    </FieldsetGroup>
  )
}

type CheckboxProps = { form?: FormState | null; name: string; label: string; initial?: boolean; value?: string }

/** One yes or no. */
export function Checkbox({ form, name, label, initial = false, value = 'yes' }: CheckboxProps) {
  const id = useFieldId(name)
  const error = messageOf(form, name)
  return (
    <div class={groupClass(error)}>
      <FieldError id={id} error={error} />
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <Box
          id={id}
          name={name}
          value={value}
          label={label}
          checked={valuesOf(form, name, initial ? [value] : []).includes(value)}
          describedBy={error && `${id}-error`}
        />
      </div>
    </div>
  )
}

type BoxProps = CheckboxChoice & { id: string; name: string; checked: boolean; describedBy?: string }
function Box({ id, name, value, label, more, checked, describedBy }: BoxProps) {
  return (
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        id={id}
        type="checkbox"
        name={name}
        value={value}
        checked={checked}
        aria-describedby={describedBy}
        aria-invalid={describedBy ? 'true' : undefined}
      />
      <label class="govuk-label govuk-checkboxes__label" for={id}>
        {nb(label)}
        {more !== undefined && <span class="pl-quiet"> {more}</span>}
      </label>
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { type FieldProps, FieldsetGroup, messageOf, useFieldId } from './field.tsx'
import { valueOf } from './form-state.ts'
import { nb } from './nb.ts'

export type RadioChoice = { readonly value: string; readonly label: string; readonly hint?: ComponentChildren }

type RadiosProps = FieldProps & {
  choices: readonly RadioChoice[]
  /** Short answers side by side. */
  inline?: boolean
}

/** One of a few. The first circle carries the id of the field, so that the error summary leads to it. */
export function Radios({ form, name, label, hint, initial, choices, inline }: RadiosProps) {
  const id = useFieldId(name)
  const chosen = valueOf(form, name, initial)
  return (
    <FieldsetGroup id={id} label={label} hint={hint} error={messageOf(form, name)}>
      <div class={`govuk-radios govuk-radios--small${inline ? ' govuk-radios--inline' : ''}`}>
        {choices.map((choice, index) => {
          const own = index === 0 ? id : `${id}-${index + 1}`
          return (
            <div class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                id={own}
                name={name}
                type="radio"
                value={choice.value}
                checked={choice.value === chosen}
                aria-describedby={choice.hint ? `${own}-more` : undefined}
              />
              <label class="govuk-label govuk-radios__label" for={own}>
                {nb(choice.label)}
              </label>
              {choice.hint && (
                <div class="govuk-hint govuk-radios__hint" id={`${own}-more`}>
                  {choice.hint}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </FieldsetGroup>
  )
}

import type { ComponentChildren } from 'preact'
import { SubmitButton } from './buttons.tsx'
import { FieldError, type FieldProps, messageOf, useFieldId } from './field.tsx'
import { Form, type FormProps, waitingKit } from './form.tsx'
import { valuesOf } from './form-state.ts'
import { Icon } from './icon.tsx'
import { nb } from './nb.ts'

type RollProps = Omit<FieldProps, 'initial' | 'hint'> &
  Pick<FormProps, 'action' | 'version'> & {
    readonly initial: readonly string[]
    readonly rows: readonly { readonly value: string; readonly who: string; readonly more: string }[]
    readonly button: string
    readonly children?: ComponentChildren
  }

/**
 * A roll-call: names with boxes for a thumb. Where the browser can, the page is kept in the telephone and the list is sent when the network is
 * back; without scripts it is an ordinary form.
 */
export function Roll({ form, name, label, initial, rows, button, children, ...sent }: RollProps) {
  const [id, error] = [useFieldId(name), messageOf(form, name)]
  const chosen = valuesOf(form, name, initial)
  return (
    <Form {...sent} class="pl-roll-form" roll={waitingKit()}>
      <fieldset class="govuk-fieldset pl-roll-set" id={id}>
        <legend class="govuk-visually-hidden">{label}</legend>
        <FieldError id={id} error={error} />
        <ul class="pl-roll">
          {rows.map(({ value, who, more }, at) => (
            <li key={value}>
              <input
                class="pl-roll__box"
                type="checkbox"
                id={`${id}-${at}`}
                name={name}
                value={value}
                checked={chosen.includes(value)}
              />
              <label class="pl-roll__row" for={`${id}-${at}`}>
                <span class="pl-roll__mark">
                  <Icon name="ok" />
                </span>
                <span class="pl-roll__who">
                  <b>{nb(who)}</b>
                  {more !== '' && <span>{nb(more)}</span>}
                </span>
                <span class="pl-roll__word pl-roll__word--on" aria-hidden="true">
                  на месте
                </span>
                <span class="pl-roll__word pl-roll__word--off" aria-hidden="true">
                  нет отметки
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {children}
      <div class="pl-roll-dock">
        <p class="pl-roll-dock__n">
          <b data-roll-count="">{`${chosen.length} из ${rows.length}`}</b>
        </p>
        <SubmitButton>{button}</SubmitButton>
      </div>
    </Form>
  )
}

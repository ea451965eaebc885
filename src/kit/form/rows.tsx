import type { ComponentChildren } from 'preact'
import { Icon, nb } from '../../ui/content.ts'
import { describedBy, FieldError, FieldHint, type FormState, fieldId, groupClass, messageOf, valueOf } from '../../ui/fields.ts'
import { rowsIn } from './flat-rows.ts'

type RowsProps = {
  form: FormState
  /** The name of the list in the form: `tasks`. */
  name: string
  label: string
  hint?: ComponentChildren
  /** One of them, for labels: «Задача». */
  one: string
  /** The caption of the button under the list: «Добавить задачу». */
  add: string
  /** The fields of a row, `tasks.0`. */
  fields: (row: string, number: number) => ComponentChildren
}

/** A list of rows in fields, with buttons that add, move and remove a row without saving. */
export function Rows({ form, name, label, hint, one, add, fields }: RowsProps) {
  const id = fieldId(name)
  const error = messageOf(form, name)
  const count = Math.max(rowsIn(form.values, name).length, 1)
  return (
    <div class={`pl-rows ${groupClass(error)}`}>
      <fieldset class="govuk-fieldset" id={id} aria-describedby={describedBy(id, hint, error)['aria-describedby']}>
        <legend class="govuk-fieldset__legend">{nb(label)}</legend>
        <FieldHint id={id} hint={hint} />
        <FieldError id={id} error={error} />
        <ol class="pl-rows__list">
          {Array.from({ length: count }, (_, row) => (
            <li class="pl-rows__row">
              <div>
                <input type="hidden" name={`${name}.${row}.id`} value={valueOf(form, `${name}.${row}.id`)} />
                {fields(`${name}.${row}`, row + 1)}
              </div>
              <div class="pl-rows__act">
                {row > 0 && (
                  <RowButton deed="up" icon="up" name={name} row={row} words={`Поднять: ${one.toLowerCase()} ${row + 1}`} />
                )}
                <RowButton deed="drop" icon="cross" name={name} row={row} words={`Убрать: ${one.toLowerCase()} ${row + 1}`} />
              </div>
            </li>
          ))}
        </ol>
        <button class="govuk-button govuk-button--secondary pl-button--small" type="submit" name="change" value={`add:${name}`}>
          <Icon name="plus" />
          &nbsp;{nb(add)}
        </button>
      </fieldset>
    </div>
  )
}

type RowButtonProps = { deed: 'up' | 'drop'; icon: 'up' | 'cross'; name: string; row: number; words: string }
const RowButton = ({ deed, icon, name, row, words }: RowButtonProps) => (
  <button class="pl-icon" type="submit" name="change" value={`${deed}:${name}:${row}`}>
    <Icon name={icon} />
    <span class="govuk-visually-hidden">{nb(words)}</span>
  </button>
)

/** The only field of a row: its label is read aloud, the list itself is named by its caption. */
export function OnlyField({ form, name, label, rows }: { form: FormState; name: string; label: string; rows?: number }) {
  const id = fieldId(name)
  const error = messageOf(form, name)
  return (
    <div class={groupClass(error)}>
      <label class="govuk-visually-hidden" for={id}>
        {nb(label)}
      </label>
      <FieldError id={id} error={error} />
      <textarea
        class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        id={id}
        name={name}
        rows={rows}
        {...describedBy(id, null, error)}
      >
        {valueOf(form, name)}
      </textarea>
    </div>
  )
}

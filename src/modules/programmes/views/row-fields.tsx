import type { ComponentChildren } from 'preact'
import type { Regulation } from '../../../regulation/schema.ts'
import { Icon, nb } from '../../../ui/content.ts'
import {
  Checkbox,
  describedBy,
  FieldError,
  FieldHint,
  type FormState,
  fieldId,
  groupClass,
  messageOf,
  SelectField,
  TextArea,
  TextField,
  valueOf,
} from '../../../ui/fields.ts'
import { rowsIn } from '../reshape.ts'

export type ListProps = {
  form: FormState
  /** The name of the list in the form: `tasks`. */
  name: string
  label: string
  hint?: ComponentChildren
  /** One of them, for labels: «Задача». */
  one: string
  /** The caption of the button under the list: «Добавить задачу». */
  add: string
}

/** A list of rows in fields, with buttons that add, move and remove a row without saving. */
function Rows({
  form,
  name,
  label,
  hint,
  one,
  add,
  fields,
}: ListProps & { fields: (row: string, number: number) => ComponentChildren }) {
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

/** Lines of text. */
export const LineRows = (props: ListProps) => (
  <Rows
    {...props}
    fields={(row, number) => <LineField form={props.form} name={`${row}.text`} label={`${props.one} ${number}`} />}
  />
)

/** One line of a list; its label is read aloud, the list itself is named by its caption. */
function LineField({ form, name, label }: { form: FormState; name: string; label: string }) {
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
        rows={2}
        {...describedBy(id, null, error)}
      >
        {valueOf(form, name)}
      </textarea>
    </div>
  )
}

/** Criteria of an assessment with their indicators. */
export const CriterionRows = (props: ListProps) => (
  <Rows
    {...props}
    fields={(row) => (
      <>
        <TextArea form={props.form} name={`${row}.text`} label="Критерий" rows={2} />
        <TextArea form={props.form} name={`${row}.indicator`} label="По чему это видно" rows={2} />
      </>
    )}
  />
)

/** Sessions of a topic: form of work from the regulation, title, hours. */
export function SessionRows({ regulation, ...props }: ListProps & { regulation: Regulation }) {
  const choices = regulation.forms.catalogue.map(({ code, label, remote }) => ({
    value: code,
    label: remote ? `${label} (можно дистанционно)` : label,
  }))
  return (
    <Rows
      {...props}
      fields={(row) => (
        <>
          <div class="pl-rows__wide">
            <TextField form={props.form} name={`${row}.title`} label="Название" />
            <SelectField form={props.form} name={`${row}.form`} label="Форма" choices={choices} empty="Выберите" />
            <TextField form={props.form} name={`${row}.hours`} label="Часы" width={4} inputMode="decimal" />
          </div>
          <Checkbox form={props.form} name={`${row}.remote`} label="Дистанционно" />
        </>
      )}
    />
  )
}

/** Try-outs of a topic: what the trainee does and hands in. (R-A2p) */
export const TryOutRows = (props: ListProps) => (
  <Rows
    {...props}
    fields={(row) => (
      <>
        <div class="pl-rows__wide">
          <TextField form={props.form} name={`${row}.title`} label="Название" />
          <span />
          <TextField form={props.form} name={`${row}.hours`} label="Часы" width={4} inputMode="decimal" />
        </div>
        <TextArea form={props.form} name={`${row}.assignment`} label="Задание и что сдать" rows={3} />
      </>
    )}
  />
)

// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are shown as blocks, and browsers then forget that it is a table.
import type { ComponentChildren, JSX } from 'preact'
import { FieldError, fieldId, messageOf } from './field.tsx'
import { type FormState, valueOf } from './form-state.ts'
import { Icon } from './icon.tsx'
import { nb } from './nb.ts'
import { type Choice, Options } from './select-field.tsx'
import { Sure } from './sure.tsx'

/** A column of the plan as the regulation names it. `kind` gives its width; the name of the activity takes what is left. */
export type PlanColumn = { readonly kind: 'name' | 'form' | 'date' | 'who' | 'fact' | 'text'; readonly title: string }

type PlanTableProps = { caption: string; columns: readonly PlanColumn[]; editable?: boolean; children: ComponentChildren }

/** The lines of a plan: rows of a table on a desk, cards on a phone. */
export function PlanTable({ caption, columns, editable, children }: PlanTableProps) {
  return (
    <div class="pl-sheet pl-sheet--flush">
      <table class="pl-plan" role="table">
        <caption class="govuk-visually-hidden">{nb(caption)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="pl-w-n">
              №
            </th>
            {columns.map(({ kind, title }) => (
              <th role="columnheader" scope="col" class={`pl-w-${kind}`}>
                {nb(title)}
              </th>
            ))}
            {editable && (
              <th role="columnheader" scope="col" class="pl-w-act">
                <span class="govuk-visually-hidden">Действия</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">{children}</tbody>
      </table>
    </div>
  )
}

type PlanRowProps = {
  number: number | string
  /** `held` is text only; `changed` and `new` carry a mark at the edge. */
  kind?: 'plain' | 'held' | 'changed' | 'new'
  columns: readonly PlanColumn[]
  /** One content for each column, in their order. */
  cells: readonly ComponentChildren[]
  /** A button that removes the line; only when the table is editable. */
  remove?: { readonly name: string; readonly value: string } | null
  id?: string
}

/** One line of a plan. */
export function PlanRow({ number, kind = 'plain', columns, cells, remove, id }: PlanRowProps) {
  return (
    <tr role="row" class={kind === 'plain' ? undefined : `pl-row--${kind}`} id={id}>
      <td role="cell" class="pl-n">
        {number}
      </td>
      {columns.map((column, index) => {
        const content = cells[index]
        return (
          <td role="cell" class={`pl-plan__${column.kind}`}>
            {kind === 'held' && column.kind !== 'name' && column.kind !== 'fact' && content ? (
              <span class="pl-plan__caption">{nb(column.title)}</span>
            ) : null}
            {typeof content === 'string' ? nb(content) : content}
          </td>
        )
      })}
      {remove !== undefined && (
        <td role="cell" class="pl-plan__act">
          {remove && (
            <button class="pl-icon" type="submit" name={remove.name} value={remove.value}>
              <Icon name="cross" />
              <span class="pl-icon__word">Убрать строку {number}</span>
            </button>
          )}
        </td>
      )}
    </tr>
  )
}

/** A line that stands for several hidden ones. */
export function PlanMoreRow({ span, children }: { span: number; children: ComponentChildren }) {
  return (
    <tr role="row" class="pl-row--more">
      <td role="cell" colspan={span}>
        {children}
      </td>
    </tr>
  )
}

type PlanFieldProps = { form?: FormState | null; name: string; label: string; row: number; initial?: string }

const rowLabel = (label: string, row: number) => (
  <>
    {nb(label)}
    <span class="govuk-visually-hidden">, строка {row}</span>
  </>
)

/** The label and the error of a field in a line, over the field itself. */
function PlanCell({ form, name, label, row, children }: PlanFieldProps & { children: JSX.Element }) {
  const id = fieldId(name)
  return (
    <>
      <label class="pl-cell-label" for={id}>
        {rowLabel(label, row)}
      </label>
      <FieldError id={id} error={messageOf(form, name)} />
      {children}
    </>
  )
}

/** The text of a line. */
export function PlanText(props: PlanFieldProps) {
  const { form, name, initial } = props
  const id = fieldId(name)
  const error = messageOf(form, name)
  return (
    <PlanCell {...props}>
      <textarea
        class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        id={id}
        name={name}
        rows={2}
        aria-describedby={error && `${id}-error`}
        aria-invalid={error ? 'true' : undefined}
      >
        {valueOf(form, name, initial)}
      </textarea>
    </PlanCell>
  )
}

/** A choice in a line: the form of work, the person responsible. */
export function PlanSelect({ choices, ...props }: PlanFieldProps & { choices: readonly Choice[] }) {
  const { form, name, initial } = props
  const id = fieldId(name)
  const error = messageOf(form, name)
  return (
    <PlanCell {...props}>
      <select
        class={`govuk-select${error ? ' govuk-select--error' : ''}`}
        id={id}
        name={name}
        aria-describedby={error && `${id}-error`}
        aria-invalid={error ? 'true' : undefined}
      >
        <Options choices={choices} chosen={valueOf(form, name, initial)} empty="Выберите" />
      </select>
    </PlanCell>
  )
}

type PlanDatesProps = {
  form?: FormState | null
  label: string
  row: number
  from: { readonly name: string; readonly initial?: string }
  to: { readonly name: string; readonly initial?: string }
}

/** First and last day of a line, typed as «15.06.2022». */
export function PlanDates({ form, label, row, from, to }: PlanDatesProps) {
  const ends = [
    { ...from, word: 'Начало' },
    { ...to, word: 'Окончание' },
  ]
  return (
    <fieldset class="govuk-fieldset">
      <legend class="pl-cell-label">{rowLabel(label, row)}</legend>
      {ends.map(({ name }) => (
        <FieldError id={fieldId(name)} error={messageOf(form, name)} />
      ))}
      <div class="pl-dates">
        {ends.map(({ name, initial, word }) => (
          <div>
            <label class="pl-dates__word" for={fieldId(name)}>
              {rowLabel(word, row)}
            </label>
            <DayInput form={form} name={name} initial={initial} />
            <Sure form={form} name={name} />
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function DayInput({ form, name, initial }: { form?: FormState | null; name: string; initial?: string | undefined }) {
  const id = fieldId(name)
  const error = messageOf(form, name)
  return (
    <input
      class={`govuk-input${error ? ' govuk-input--error' : ''}`}
      id={id}
      name={name}
      value={valueOf(form, name, initial)}
      aria-describedby={error && `${id}-error`}
      aria-invalid={error ? 'true' : undefined}
      inputmode="numeric"
      autocomplete="off"
    />
  )
}

/** The bar that stays at the bottom while a long form is edited. */
export function Dock({ text, children }: { text: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="pl-dock">
      <p class="pl-small">{text}</p>
      <div class="govuk-button-group">{children}</div>
    </div>
  )
}

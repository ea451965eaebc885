import type { ComponentChildren } from 'preact'
import { type FieldProps, FieldsetGroup, messageOf, useFieldId } from './field.tsx'
import { type FormState, valueOf } from './form-state.ts'
import { useExamples } from './hidden-key.tsx'
import { nb } from './nb.ts'
import { Sure } from './sure.tsx'
import { TextField } from './text-field.tsx'

/** A calendar day typed as «15.06.2022»: one field, because people copy whole dates out of orders. `initial` is already `15.06.2022`. */
export function DateField({ hint, ...field }: FieldProps) {
  const { day } = useExamples()
  return <TextField {...field} hint={hint ?? `Например, ${day}`} width={10} inputMode="numeric" autoComplete="off" />
}

export type PeriodFieldProps = {
  form?: FormState | null
  /** Question over both days: «Срок статуса». */
  label: string
  hint?: ComponentChildren
  from: string
  to: string
  initialFrom?: string
  initialTo?: string
}

/** Two days, both inclusive: «с … по …». An error of either day stands over both. */
export function PeriodField({ form, label, hint, from, to, initialFrom, initialTo }: PeriodFieldProps) {
  const id = useFieldId(from)
  const { period } = useExamples()
  const errorFrom = messageOf(form, from)
  const errorTo = messageOf(form, to)
  const error = [errorFrom, errorTo].filter(Boolean).join('. ') || undefined
  return (
    <FieldsetGroup id={id} label={label} hint={hint ?? `Оба дня включительно, например ${period}`} error={error}>
      <div class="pl-period">
        <Day name={from} word="с" value={valueOf(form, from, initialFrom)} wrong={Boolean(errorFrom)} error={`${id}-error`} />
        <Day name={to} word="по" value={valueOf(form, to, initialTo)} wrong={Boolean(errorTo)} error={`${id}-error`} />
      </div>
      <Sure form={form} name={from} label="Первый день верен" />
      <Sure form={form} name={to} label="Последний день верен" />
    </FieldsetGroup>
  )
}

function Day({ name, word, value, wrong, error }: { name: string; word: string; value: string; wrong: boolean; error: string }) {
  return (
    <span class="pl-period__day">
      <label for={useFieldId(name)}>{nb(word)}</label>
      <input
        class={`govuk-input govuk-input--width-10${wrong ? ' govuk-input--error' : ''}`}
        id={useFieldId(name)}
        name={name}
        value={value}
        inputmode="numeric"
        autocomplete="off"
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? error : undefined}
      />
    </span>
  )
}

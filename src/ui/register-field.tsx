import { SubmitButton } from './buttons.tsx'
import type { FieldProps } from './field.tsx'
import { type FormState, valueOf } from './form-state.ts'
import { type Choice, SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

/** Rows of a register to choose from: all of it, where `typed` is null, or what a typed name finds. */
export type FoundRows = { readonly choices: readonly Choice[]; readonly typed: string | null; readonly isCut: boolean }

/** What is typed to find a row for this field. */
const typedFor = (form: FormState | null, name: string): string => valueOf(form, `${name}Named`).trim()

/** What a page has to know to find the rows for this field: what is typed, and what is chosen. */
export const askedFor = (form: FormState | null, name: string, initial = '') => ({
  typed: typedFor(form, name),
  chosen: valueOf(form, name, initial),
})

type RegisterFieldProps = FieldProps & { readonly found: FoundRows; readonly empty?: string }

/** One row of a register: a list while it is short; of a long one a name is typed, and what it finds is chosen from. */
export function RegisterField({ form, name, label, hint, initial, empty, found: { choices, typed, isCut } }: RegisterFieldProps) {
  if (typed === null) return <SelectField {...{ form, name, label, hint, initial, empty, choices }} />
  return (
    <>
      <TextField form={form} name={`${name}Named`} label={label} hint={hint ?? 'Название или его часть'} />
      <input type="hidden" name={`${name}Found`} value={typed} />
      <SubmitButton kind="secondary" name="_find" value={name} of={label}>
        Найти
      </SubmitButton>
      <SelectField
        form={form}
        name={name}
        label={`${label}: что нашлось`}
        hint={isCut ? `Показаны первые ${choices.length}: допишите название, чтобы найти точнее` : undefined}
        initial={initial}
        empty={
          choices.length === 0
            ? typed === ''
              ? 'Сначала найдите'
              : 'Ничего не нашлось'
            : choices.length === 1
              ? undefined
              : 'Выберите'
        }
        choices={choices}
      />
    </>
  )
}

/** Names that were typed after the last finding, or found and not chosen: the form does not know yet what they mean. */
export const unchosen = (values: FormState['values']): FormState['errors'] =>
  Object.keys(values).flatMap((key) => {
    const name = key.endsWith('Named') ? key.slice(0, -'Named'.length) : null
    if (name === null || values[`${name}Found`] === undefined) return []
    const form = { values, errors: [] }
    const typed = typedFor(form, name)
    const isChosen = valueOf(form, name) !== '' && typed === valueOf(form, `${name}Found`)
    return typed === '' || isChosen ? [] : [{ field: name, message: 'Выберите из того, что нашлось, или сотрите название' }]
  })

import { mostFoundToChoose, mostToChoose } from '../kernel/lists.ts'
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
  const nobody = empty === 'Выберите' ? undefined : empty // what it means to choose nothing, where one may
  const emptyLine = () => {
    if (choices.length === 0) return typed === '' ? (nobody ?? 'Сначала найдите') : 'Ничего не нашлось'
    return choices.length === 1 ? nobody : (nobody ?? 'Выберите')
  }
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
        hint={isCut ? 'Здесь не всё, что нашлось: допишите название, чтобы найти точнее' : undefined}
        initial={initial}
        empty={emptyLine()}
        choices={choices}
      />
    </>
  )
}

const letters = (text: string) =>
  ` ${(
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')}`

/** Rows that the program knows already: all while they are few, else those that have every typed word, or its beginning, and the one chosen. */
export function foundAmong(all: readonly Choice[], { typed, chosen }: ReturnType<typeof askedFor>): FoundRows {
  if (all.length <= mostToChoose) return { choices: all, typed: null, isCut: false }
  const words = letters(typed).trim().split(' ').filter(Boolean)
  const found = words.length === 0 ? [] : all.filter(({ label }) => words.every((word) => letters(label).includes(` ${word}`)))
  const shown = found.slice(0, mostFoundToChoose)
  const own = all.filter((one) => one.value === chosen && !shown.includes(one))
  return { choices: [...own, ...shown], typed, isCut: found.length > shown.length }
}

type KnownFieldProps = FieldProps & { readonly choices: readonly Choice[]; readonly empty?: string }

/** One of rows that are known already, however many they are. */
export const KnownField = ({ choices, ...field }: KnownFieldProps) => (
  <RegisterField {...field} found={foundAmong(choices, askedFor(field.form ?? null, field.name, field.initial))} />
)

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

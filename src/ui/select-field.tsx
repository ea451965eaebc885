import { describedBy, type FieldProps, FormGroup, messageOf, useFieldId } from './field.tsx'
import { valueOf } from './form-state.ts'

export type Choice = { readonly value: string; readonly label: string; readonly group?: string }

type SelectFieldProps = FieldProps & {
  choices: readonly Choice[] /** First line with an empty value: «Выберите». */
  empty?: string
}

/** One of a longer list. Up to six choices read better as radios. Choices with a `group` stand under its caption. */
export function SelectField({ form, name, label, hint, initial, choices, empty }: SelectFieldProps) {
  const id = useFieldId(name)
  const error = messageOf(form, name)
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <select class={`govuk-select${error ? ' govuk-select--error' : ''}`} id={id} name={name} {...describedBy(id, hint, error)}>
        <Options choices={choices} chosen={valueOf(form, name, initial)} empty={empty} />
      </select>
    </FormGroup>
  )
}

/** The lines of a list, for a select with a label of its own. */
export function Options({ choices, chosen, empty }: { choices: readonly Choice[]; chosen: string; empty?: string }) {
  const groups = [...new Set(choices.map((choice) => choice.group))]
  const line = ({ value, label }: Choice) => (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  )
  return (
    <>
      {empty !== undefined && <option value="">{empty}</option>}
      {groups.map((group) => {
        const lines = choices.filter((choice) => choice.group === group).map(line)
        return group === undefined ? lines : <optgroup label={group}>{lines}</optgroup>
      })}
    </>
  )
}

import { describedBy, FieldsetGroup, FormGroup, type FormState, fieldId, messageOf, valueOf, valuesOf } from '../../ui/fields.ts'
import { SubmitButton } from '../../ui/frame.ts'
import type { NamedRow } from './effect-props.ts'

type List = 'people' | 'organisations'
type Props = { form: FormState | null; name: string; label: string; hint?: string; list: List }

/** The names that the fields of a page suggest while one types: one list, however many fields. */
export function Suggestions({ people, organisations }: Readonly<Record<List, readonly NamedRow[]>>) {
  const options = (rows: readonly NamedRow[]) => rows.map(({ label }) => <option value={label} />)
  return (
    <>
      <datalist id="people">{options(people)}</datalist>
      <datalist id="organisations">{options(organisations)}</datalist>
    </>
  )
}

/** One person or organisation by name; the browser suggests while one types. */
export function NameField({ form, name, label, hint, list }: Props) {
  const id = fieldId(name)
  const error = messageOf(form, name)
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <input
        class={`govuk-input${error ? ' govuk-input--error' : ''}`}
        id={id}
        name={name}
        list={list}
        value={valueOf(form, name)}
        autocomplete="off"
        {...describedBy(id, hint, error)}
      />
    </FormGroup>
  )
}

type NamesProps = Props & { idsName: string; chosen: readonly NamedRow[] }

/** Several of them: those chosen are ticked, one empty line more waits under those typed. */
export function NamesField({ form, name, idsName, label, hint, list, chosen }: NamesProps) {
  const id = fieldId(name)
  const error = messageOf(form, name) ?? messageOf(form, idsName)
  const kept = valuesOf(form, `${idsName}[]`)
  const typed = typedIn(form, name)
  return (
    <FieldsetGroup id={`${id}-all`} label={label} hint={hint} error={error}>
      {kept.length > 0 && (
        <div class="govuk-checkboxes govuk-checkboxes--small pl-chosen">
          {kept.map((value, index) => (
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id={`${id}-kept-${index}`}
                type="checkbox"
                name={`${idsName}[]`}
                value={value}
                checked
              />
              <label class="govuk-label govuk-checkboxes__label" for={`${id}-kept-${index}`}>
                {chosen.find((one) => one.id === value)?.label ?? 'Нет в списке'}
              </label>
            </div>
          ))}
        </div>
      )}
      {[...typed, ''].map((value, index) => (
        <input
          class={`govuk-input pl-chosen${error ? ' govuk-input--error' : ''}`}
          id={index === 0 ? id : `${id}-${index}`}
          name={`${name}.${index}`}
          list={list}
          value={value}
          autocomplete="off"
          aria-label={index === 0 ? label : `${label}, ещё одна строка`}
        />
      ))}
      <SubmitButton kind="secondary" small name="change" value="names">
        Ещё строка
      </SubmitButton>
    </FieldsetGroup>
  )
}

/** What is typed into the lines of a list, without empty ones. */
function typedIn(form: FormState | null, name: string): string[] {
  const found = Object.entries(form?.values ?? {}).filter(([key]) => key.startsWith(`${name}.`))
  return found.map(([, value]) => String(value)).filter((value) => value.trim() !== '')
}

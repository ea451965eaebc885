import type { OwnField, OwnValues } from '../../regulation/fields.ts'
import { ownWritten } from '../../regulation/fields.ts'
import { nb } from '../../ui/content.ts'
import {
  DateField,
  FieldError,
  FieldsetGroup,
  type FormState,
  fieldId,
  messageOf,
  PeriodField,
  SelectField,
  TextArea,
  TextField,
  valueOf,
} from '../../ui/fields.ts'

type OwnFieldsProps = {
  of: readonly OwnField[]
  form: FormState | null
  /** What is kept, shown while nothing has been typed. */
  values: OwnValues
  /** Stands before the names of the inputs: «lines.3.». */
  within?: string
}

/** The fields that a regulation asks for by itself, in its order and under its captions. Files are sent by forms of their own. */
export function OwnFields({ of, form, values, within = '' }: OwnFieldsProps) {
  const shown = form ?? { values: ownWritten(of, values), errors: [] }
  return (
    <>
      {of.map((field) => (
        <OneField field={field} form={shown} name={`${within}own.${field.code}`} />
      ))}
    </>
  )
}

function OneField({ field: { kind, caption: label, required, options }, form, name }: OneFieldProps) {
  const common = { form, name, label, hint: required ? undefined : 'Можно оставить пустым' }
  if (kind === 'text') return <TextArea {...common} rows={3} />
  if (kind === 'day') return <DateField {...common} hint={undefined} />
  if (kind === 'period') return <PeriodField {...common} from={`${name}.from`} to={`${name}.to`} />
  if (kind === 'choice')
    return <SelectField {...common} choices={options.map((value) => ({ value, label: value }))} empty="Не выбрано" />
  if (kind === 'table') return <Rows {...common} columns={options} />
  if (kind === 'file') return null
  return kind === 'number' || kind === 'hours' ? (
    <TextField {...common} width={10} inputMode="decimal" />
  ) : (
    <TextField {...common} autoComplete="off" />
  )
}
type OneFieldProps = { field: OwnField; form: FormState; name: string }

/** Rows that are written always have some empty ones under them: no button is needed to add one. */
const spare = 3

type RowsProps = { form: FormState; name: string; label: string; hint?: string; columns: readonly string[] }
function Rows({ form, name, label, hint, columns }: RowsProps) {
  const numbers = Object.entries(form.values).flatMap(([field, value]) =>
    field.startsWith(`${name}.`) && value !== '' ? [Number(field.slice(name.length + 1).split('.')[0]) + 1] : [],
  )
  const count = Math.max(0, ...numbers.filter(Number.isInteger)) + spare
  return (
    <FieldsetGroup id={fieldId(name)} label={label} hint={hint} error={messageOf(form, name)}>
      <FieldError id={fieldId(`${name}.0.0`)} error={messageOf(form, `${name}.0.0`)} />
      <table class="pl-table pl-cards">
        <thead>
          <tr>
            {columns.map((title) => (
              <th scope="col">{nb(title)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: count }, (_, row) => (
            <tr>
              {columns.map((title, at) => (
                <td data-label={nb(title)}>
                  <input
                    class="govuk-input"
                    id={fieldId(`${name}.${row}.${at}`)}
                    name={`${name}.${row}.${at}`}
                    value={valueOf(form, `${name}.${row}.${at}`)}
                    aria-label={`${title}, строка ${row + 1}`}
                    autocomplete="off"
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </FieldsetGroup>
  )
}

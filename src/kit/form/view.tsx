import type { ComponentChildren } from 'preact'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { ButtonGroup, SubmitButton } from '../../ui/buttons.tsx'
import { Conflict } from '../../ui/conflict.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form } from '../../ui/form.tsx'
import { type FormState, valueOf } from '../../ui/form-state.ts'
import type { LinkItem } from '../../ui/link.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Radios } from '../../ui/radios.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Columns, Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { bothTexts, type Field, type Fields, type Option } from './fields.ts'

type FormFieldsProps = {
  of: Fields
  form: FormState | null
  /** What stands in the fields at first. */
  begins?: Readonly<Record<string, string>>
  /** Rows to choose from, by field. */
  rows?: Readonly<Record<string, readonly Option[]>>
  hints?: Readonly<Record<string, string | undefined>>
}

/** All fields of a form, in the order they were said. */
export function FormFields({ of, form, begins = {}, rows = {}, hints = {} }: FormFieldsProps) {
  return (
    <>
      {Object.entries(of).map(([name, field]) => (
        <OneField
          form={form}
          name={name}
          field={field}
          initial={begins[name] ?? ''}
          rows={rows[name]}
          hint={hints[name] ?? field.hint}
        />
      ))}
    </>
  )
}

type OneFieldProps = {
  form: FormState | null
  name: string
  field: Field
  initial: string
  rows?: readonly Option[]
  hint?: string
}
function OneField({ form, name, field: { label, look }, initial, rows, hint }: OneFieldProps) {
  const common = { form, name, label, hint, initial }
  if (look.as === 'line') return <TextField {...common} type={look.type} width={look.width} />
  if (look.as === 'day') return <DateField {...common} />
  if (look.as === 'radios') return <Radios {...common} choices={rows ?? look.options} />
  // Whoever corrects a record does not take its choice back.
  return <SelectField {...common} choices={rows ?? look.options ?? []} empty={initial === '' || rows ? look.empty : undefined} />
}

type FormPageProps = {
  /** The way back, as far as the page the form belongs to. */
  way: readonly LinkItem[]
  title: string
  more?: string
  /** What the summary of errors says came of it: «Сведения не сохранены». */
  outcome: string
  form: FormState | null
  /** Somebody was faster: both texts of these fields are shown. */
  conflict?: { readonly of: Fields; readonly theirs: Readonly<Record<string, string>> } | null | false
  action: string
  version?: number
  button: string
  /** Leaves without doing it. */
  leave: LinkItem
  /** The children are sheets themselves. */
  sheets?: boolean
  children: ComponentChildren
}

/** A page of one form: the way back, what is wrong, both texts of a conflict, the fields, the button. */
export function FormPage(props: FormPageProps) {
  const { way, title, more, outcome, form, conflict, action, version, button, leave, sheets, children } = props
  const buttons = (
    <ButtonGroup>
      <SubmitButton>{button}</SubmitButton>
      <a class="govuk-link" href={leave.href}>
        {leave.label}
      </a>
    </ButtonGroup>
  )
  const fields = (
    <Form action={action} version={version} guard>
      {children}
      {buttons}
    </Form>
  )
  return (
    <>
      <Breadcrumbs links={way} />
      <ErrorSummary outcome={outcome} form={form} />
      {conflict && (
        <Conflict
          what="сведения изменил кто-то ещё"
          fields={bothTexts(conflict.of, (name) => valueOf(form, name), conflict.theirs)}
        />
      )}
      <PageHead title={title} more={more} />
      <Columns kind="form">{sheets ? fields : <Sheet>{fields}</Sheet>}</Columns>
    </>
  )
}

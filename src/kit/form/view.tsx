import type { ComponentChildren } from 'preact'
import type { LinkItem } from '../../ui/content.ts'
import {
  Checkbox,
  Checkboxes,
  DateField,
  FileField,
  Form,
  type FormState,
  type FoundRows,
  PeriodField,
  Radios,
  RegisterField,
  SelectField,
  TextArea,
  TextField,
  valueOf,
} from '../../ui/fields.ts'
import { Breadcrumbs, ButtonGroup, Columns, Conflict, ErrorSummary, PageHead, Sheet, SubmitButton } from '../../ui/frame.ts'
import { bothTexts, type Field, type Fields, type Files, type Look, type Option, tickedIn } from './fields.ts'
import { OnlyField, Rows } from './rows.tsx'

type FormFieldsProps = {
  of: Fields
  form: FormState | null
  /** What stands in the fields at first. */
  begins?: Readonly<Record<string, string>>
  /** Rows to choose from, by field. */
  rows?: Readonly<Record<string, readonly Option[] | FoundRows>>
  hints?: Readonly<Record<string, string | undefined>>
  /** What stands over a field: a heading. */
  over?: Readonly<Record<string, ComponentChildren>>
  /** What the names begin with, where the fields are a part of the form: `self.`. */
  within?: string
}

/** All fields of a form, in the order they were said. */
export function FormFields({ of, form, begins = {}, rows = {}, hints = {}, over = {}, within = '' }: FormFieldsProps) {
  return (
    <>
      {Object.entries(of).map(([name, field]) => (
        <>
          {over[name]}
          {field.look.as === 'rows' ? (
            <RowsField {...{ form, field, rows }} name={`${within}${name}`} look={field.look} />
          ) : (
            <OneField {...{ form, field, begins }} name={`${within}${name}`} rows={rows[name]} hint={hints[name] ?? field.hint} />
          )}
        </>
      ))}
    </>
  )
}

type RowsFieldProps = {
  form: FormState | null
  name: string
  field: Field | Files
  look: Extract<Look, { as: 'rows' }>
  rows: NonNullable<FormFieldsProps['rows']>
}
/** A list: the short fields of a row stand side by side, the others under them. */
function RowsField({ form: given, name, field: { label, hint }, look: { one, add, row }, rows }: RowsFieldProps) {
  const form = given ?? { values: {}, errors: [] }
  const [only, ...others] = Object.entries(row)
  const draw = (at: string, [field, of]: [string, Field | Files]) => (
    <OneField form={form} name={`${at}.${field}`} field={of} begins={{}} rows={rows[`${name}.${field}`]} hint={of.hint} />
  )
  if (only?.[1].look.as === 'area' && others.length === 0) {
    const [field, { look }] = only
    const fields = (at: string, number: number) => (
      <OnlyField form={form} name={`${at}.${field}`} label={`${one} ${number}`} rows={look.as === 'area' ? look.rows : 2} />
    )
    return <Rows {...{ form, name, label, hint, one, add, fields }} />
  }
  const isShort = ([, { look }]: [string, Field | Files]) => look.as === 'line' || look.as === 'select'
  const all = Object.entries(row)
  const fields = (at: string) => (
    <>
      {all.some(isShort) && <div class="pl-rows__wide">{all.filter(isShort).map((one) => draw(at, one))}</div>}
      {all.filter((one) => !isShort(one)).map((one) => draw(at, one))}
    </>
  )
  return <Rows {...{ form, name, label, hint, one, add, fields }} />
}

type OneFieldProps = {
  form: FormState | null
  name: string
  field: Field | Files
  begins: Readonly<Record<string, string>>
  rows?: readonly Option[] | FoundRows
  hint?: string
}
function OneField({ form, name, field, begins, rows, hint }: OneFieldProps) {
  const { label, look } = field
  const initial = begins[name] ?? ''
  const common = { form, name, label, hint, initial }
  if (look.as === 'unseen' || look.as === 'until' || look.as === 'address' || look.as === 'rows') return null
  if (rows && 'typed' in rows)
    return <RegisterField {...common} found={rows} empty={look.as === 'select' ? look.empty : undefined} />
  if (look.as === 'line') {
    const { type, width, autoComplete, inputMode } = look
    return <TextField {...common} {...{ type, width, autoComplete, inputMode }} />
  }
  if (look.as === 'checkbox') return <Checkbox form={form} name={name} label={label} initial={initial !== ''} />
  if (look.as === 'checkboxes')
    return <Checkboxes {...{ form, label, hint }} name={`${name}[]`} initial={tickedIn(initial)} choices={rows ?? []} />
  if (look.as === 'day') return <DateField {...common} />
  if (look.as === 'area') return <TextArea {...common} rows={look.rows} />
  if (look.as === 'files') return <FileField {...common} {...look} most={'limits' in field ? field.limits?.bytes : undefined} />
  if (look.as === 'period') {
    const { label: question, until } = look
    return (
      <PeriodField {...{ form, hint, label: question }} from={name} to={until} initialFrom={initial} initialTo={begins[until]} />
    )
  }
  if (look.as === 'radios') return <Radios {...common} choices={rows ?? look.options} />
  // Whoever corrects a record does not take its choice back.
  return <SelectField {...common} choices={rows ?? look.options ?? []} empty={initial === '' || rows ? look.empty : undefined} />
}

/** Two texts of one form; `what` reads after «Пока вы правили,». */
export type Clash = { readonly of: Fields; readonly theirs: Readonly<Record<string, string>>; readonly what?: string }

type FormPageProps = {
  /** The way back, as far as the page the form belongs to. */
  way: readonly LinkItem[]
  title: string
  more?: string
  /** What the summary of errors says came of it: «Сведения не сохранены». */
  outcome: string
  form: FormState | null
  /** Somebody was faster: both texts of these fields are shown. */
  conflict?: Clash | null | false
  action: string
  version?: number
  /** What the button does; several by the `intent` each sends, the usual one first. */
  button: string | Readonly<Record<string, string>>
  /** Leaves without doing it. */
  leave: LinkItem
  /** The children are sheets themselves. */
  sheets?: boolean
  /** Over the whole width. */
  wide?: boolean
  children: ComponentChildren
}

/** A page of one form: the way back, what is wrong, both texts of a conflict, the fields, the button. */
export function FormPage(props: FormPageProps) {
  const { way, title, more, outcome, form, conflict, action, version, button, leave, sheets, wide, children } = props
  const buttons = (
    <ButtonGroup>
      {typeof button === 'string' ? <SubmitButton>{button}</SubmitButton> : <Intents labels={button} />}
      <a class="govuk-link" href={leave.href}>
        {leave.label}
      </a>
    </ButtonGroup>
  )
  const fields = (
    <Form action={action} version={version} guard>
      {children}
      {sheets ? <div class="pl-gap">{buttons}</div> : buttons}
    </Form>
  )
  const body = sheets ? fields : <Sheet>{fields}</Sheet>
  return (
    <>
      <Breadcrumbs links={way} />
      <ErrorSummary outcome={outcome} form={form} />
      {conflict && (
        <Conflict
          what={conflict.what ?? 'сведения изменил кто-то ещё'}
          fields={bothTexts(conflict.of, (name) => valueOf(form, name), conflict.theirs)}
        />
      )}
      <PageHead title={title} more={more} />
      {wide ? body : <Columns kind="form">{body}</Columns>}
    </>
  )
}

const Intents = ({ labels }: { labels: Readonly<Record<string, string>> }) => (
  <>
    {Object.entries(labels).map(([intent, label], index) => (
      <SubmitButton name="intent" value={intent} kind={index === 0 ? undefined : 'secondary'}>
        {label}
      </SubmitButton>
    ))}
  </>
)

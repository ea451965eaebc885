import type { ComponentChildren } from 'preact'
import type { Territory } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { withInitials } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import type { Day } from '../../../kernel/types.ts'
import type { Field } from '../../../regulation/fields.ts'
import { formsOfWork, workDirections } from '../../../regulation/work/questions.ts'
import { Icon, nb, Second } from '../../../ui/content.ts'
import { Checkbox, type Choice, errorOf, Form, type FormState, TextField, valueOf } from '../../../ui/fields.ts'
import { Breadcrumbs, Details, ErrorSummary, FirstButton, Notice, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock, PlanDates, PlanRow, PlanSelect, PlanTable, PlanText } from '../../../ui/plan-table.tsx'
import { paths } from '../../../web/paths.ts'
import { changedFields } from '../comparison.ts'
import { filledRows, rowOf, rowsTyped } from '../forms.ts'
import type { Line, PlanVersion } from '../model.ts'
import { bounds } from '../rules.ts'
import type { PlanSheet, SheetLine } from '../sheet.ts'
import type { Candidate } from '../store.ts'
import { datesOf, planTitle } from '../wording.ts'
import { PlanCourse } from './plan-course.tsx'
import { columnsOf, LineStateTag, PlanLines, readCell, type ShownColumn } from './plan-lines.tsx'

/** What the page of the table is made from. */
type EditPageProps = {
  territory: Pick<Territory, 'code' | 'actKind'>
  today: Day
  sheet: PlanSheet
  version: PlanVersion
  candidates: readonly Candidate[]
  /** The table as typed, or as stored when the page is opened. */
  form: FormState
  /** Who saved meanwhile: the person's text is kept and the other's table is shown. */
  conflict: { readonly person: string } | null
  /** The lines of the version in force, to mark what differs from it. */
  inForce: ReadonlyMap<string, Line>
  maySubmit: boolean
}

type EditRowProps = EditPageProps & {
  row: number
  columns: readonly ShownColumn[]
  /** The stored line of this row, if it has one. */
  shown: SheetLine | undefined
}

/** A line in fields; a line with a report is a fact and is only read. */
function EditRow(props: EditRowProps) {
  const { sheet, today, row, columns, shown, inForce } = props
  if (shown?.execution) {
    return (
      <PlanRow
        number={row + 1}
        kind="held"
        columns={columns}
        cells={columns.map(({ field, kind }) => (
          <>
            {kind === 'name' && <KeyOf row={row} value={shown.line.key} />}
            {readCell(field, shown, { sheet, today })}
          </>
        ))}
        remove={null}
      />
    )
  }
  const before = shown && inForce.get(shown.line.key)
  const changed = shown && before && changedFields(before, shown.line).length > 0
  return (
    <PlanRow
      number={row + 1}
      kind={changed ? 'changed' : shown === undefined ? 'new' : 'plain'}
      columns={columns}
      cells={columns.map(({ field, title }) => fieldCell(field, title, props))}
      remove={{ name: 'drop', value: String(row) }}
    />
  )
}

const KeyOf = ({ row, value }: { row: number; value: string }) => <input type="hidden" name={`lines.${row}.key`} value={value} />

function fieldCell(column: ShownColumn['field'], title: string, props: EditRowProps): ComponentChildren {
  const { sheet, form, row, shown, inForce, today } = props
  const name = (field: string) => `lines.${row}.${field}`
  const field = { form, row: row + 1 }
  switch (column.kind) {
    case 'activity':
    case 'activityAndForm':
      return (
        <>
          <KeyOf row={row} value={valueOf(form, name('key'))} />
          <PlanText {...field} name={name('activity')} label={title} />
          {column.kind === 'activityAndForm' && <FormOfWork {...props} label="Форма работы" />}
          <Direction {...props} />
        </>
      )
    case 'form':
      return <FormOfWork {...props} label={title} />
    case 'dates': {
      const before = shown && inForce.get(shown.line.key)
      return (
        <>
          <PlanDates {...field} label={title} from={{ name: name('startsOn') }} to={{ name: name('endsOn') }} />
          {shown && before && changedFields(before, shown.line).includes('dates') && <Second>было {datesOf(before)}</Second>}
        </>
      )
    }
    case 'responsible':
      return <People {...props} label={title} />
    case 'execution':
      return shown && sheet.approved ? (
        <LineStateTag shown={shown} today={today} />
      ) : (
        <span class="pl-quiet">После утверждения</span>
      )
    case 'state':
    case 'ordinal':
      return null
    default:
      return <OwnCell {...field} label={title} name={name(`own.${column.code}`)} of={column} />
  }
}

/** A column that means nothing to the system. */
function OwnCell({ of, ...field }: { form: FormState; row: number; label: string; name: string; of: Field }) {
  if (of.kind === 'choice')
    return <PlanSelect {...field} choices={of.options.map((value): Choice => ({ value, label: value }))} />
  return of.kind === 'period' ? (
    <PlanDates {...field} from={{ name: `${field.name}.from` }} to={{ name: `${field.name}.to` }} />
  ) : (
    <PlanText {...field} />
  )
}

type Labelled = EditRowProps & { label: string }

function FormOfWork({ sheet, form, row, label }: Labelled) {
  const choices = formsOfWork(sheet.regulation).map(({ code, label: text }): Choice => ({ value: code, label: text }))
  return <PlanSelect form={form} name={`lines.${row}.form`} label={label} row={row + 1} choices={choices} />
}

function Direction({ sheet, form, row }: EditRowProps) {
  const choices = workDirections(sheet.regulation).map(({ code, label }): Choice => ({ value: code, label }))
  if (choices.length === 0) return null
  return <PlanSelect form={form} name={`lines.${row}.direction`} label="Направление" row={row + 1} choices={choices} />
}

const mostPeople = 20

/** Everyone already chosen, and one list more for another. */
function People({ sheet, form, row, shown, candidates, label }: Labelled) {
  const name = (index: number) => `lines.${row}.people.${index}`
  const chosen = Array.from({ length: mostPeople }, (_, index) => valueOf(form, name(index))).filter((id) => id !== '')
  const gone = (shown?.line.personIds ?? []).filter((id) => !candidates.some((person) => person.id === id))
  const choices: Choice[] = [
    ...candidates.map((person) => ({ value: person.id, label: withInitials(person) })),
    ...gone.map((id) => ({ value: id, label: sheet.nameOf(id) })),
  ]
  const fields = [...chosen, ...(chosen.length < mostPeople ? [''] : [])]
  const own: FormState = { values: Object.fromEntries(fields.map((id, index) => [name(index), id])), errors: form.errors }
  return fields.map((_, index) => (
    <PlanSelect
      form={own}
      name={name(index)}
      label={index === 0 ? label : `${label}, ещё один`}
      row={row + 1}
      choices={choices}
    />
  ))
}

/** Many lines in one table. Every button sends the whole form; those that add or remove a row save nothing. */
export function EditPage(props: EditPageProps) {
  const { territory, sheet, version, form, conflict, maySubmit } = props
  const { plan, site, regulation, frame } = sheet
  const at = { territory: territory.code, plan: plan.id }
  const days = bounds(frame)
  const name = site.organisations[0]?.shortName ?? site.theme
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.plans({ territory: territory.code }, { period: plan.period.key }), label: 'Планы' },
          { href: paths.plan(at), label: name },
        ]}
      />
      <ErrorSummary outcome="План не сохранён" form={form} placeOf={rowName} />
      {conflict && <Meanwhile {...props} person={conflict.person} />}
      <div class="pl-head">
        <div>
          <h1 class="govuk-heading-l">{nb(planTitle(regulation, plan.period))}</h1>
          <p class="pl-head__more">
            {nb(site.organisations.map(({ fullName }) => fullName).join(', '))}, {`редакция ${version.number}. `}
            {days &&
              nb(
                `Даты — ${days.to === null ? `с ${shortDate(days.from)}` : `с ${shortDate(days.from)} по ${shortDate(days.to)}`}.`,
              )}
          </p>
        </div>
      </div>
      <Stack>
        <PlanCourse at={{ territory }} sheet={sheet} />
        <Form action={paths.planEdit(at)} version={version.editVersion} guard within={sheet.frame.period}>
          <FirstButton intent="save">Сохранить черновик</FirstButton>
          <Rows {...props} />
          <div class="pl-bar">
            <div class="govuk-button-group">
              <button class="govuk-button govuk-button--secondary" type="submit" name="add" value="1">
                <Icon name="plus" />
                &nbsp;Добавить строку
              </button>
              <button class="govuk-button govuk-button--secondary" type="submit" name="add" value="5">
                Добавить пять
              </button>
            </div>
            <p class="pl-small pl-quiet">{nb('Пустые строки не сохраняются. Одна дата — мероприятие на один день.')}</p>
          </div>
          {version.number > 1 && (
            <TextField form={form} name="reason" label="Почему меняете план" hint="Причина останется при этой редакции" />
          )}
          {(errorOf(form, 'sameDay') !== undefined || valueOf(form, 'sameDay') === 'yes') && (
            <Checkbox
              form={form}
              name="sameDay"
              label="Так и задумано: один человек отвечает за несколько мероприятий одного дня"
            />
          )}
          <Dock text={nb(dockText(sheet, version, filledRows(form.values)))}>
            {maySubmit && (
              <SubmitButton name="intent" value="submit">
                Отправить на согласование
              </SubmitButton>
            )}
            <SubmitButton name="intent" value="save" kind={maySubmit ? 'secondary' : 'main'}>
              Сохранить черновик
            </SubmitButton>
          </Dock>
        </Form>
      </Stack>
    </>
  )
}

/** «Строка 5» of a field of the table. */
function rowName(field: string): string | undefined {
  const row = rowOf(field)
  return row === null ? undefined : `Строка ${row + 1}`
}

/** What is written, and what the table on the screen holds when that is another number. */
function dockText({ approved, lines }: PlanSheet, version: PlanVersion, filled: number): string {
  const count = counted(lines.length, 'строка', 'строки', 'строк')
  const kept = filled === lines.length ? `Сохранено: ${count}.` : `Сохранено: ${count}, в таблице заполнено — ${filled}.`
  return approved && version.number > 1 ? `${kept} До утверждения действует редакция ${approved.number}.` : kept
}

/** A row for each one typed or stored. */
function Rows(props: EditPageProps) {
  const { sheet, form } = props
  const columns = columnsOf(sheet.regulation, false)
  const byKey = new Map(sheet.lines.map((shown) => [shown.line.key, shown]))
  return (
    <PlanTable caption="Мероприятия плана" columns={columns} editable>
      {Array.from({ length: rowsTyped(form.values) }, (_, row) => (
        <EditRow {...props} row={row} columns={columns} shown={byKey.get(valueOf(form, `lines.${row}.key`))} />
      ))}
    </PlanTable>
  )
}

/** Someone saved the table while this person was typing. */
function Meanwhile({ sheet, today, person }: EditPageProps & { person: string }) {
  return (
    <Notice tone="wait" title={`Пока вы правили, план сохранил другой человек: ${person}`} live>
      <p>
        {nb(
          'Ваша таблица цела и стоит ниже. Сравните её с записанной, перенесите нужное и сохраните ещё раз: тогда останется ваша.',
        )}
      </p>
      <Details summary={`Что записано сейчас: ${counted(sheet.lines.length, 'строка', 'строки', 'строк')}`}>
        <PlanLines sheet={sheet} today={today} hrefOf={() => undefined} />
      </Details>
    </Notice>
  )
}

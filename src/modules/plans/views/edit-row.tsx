import type { ComponentChildren } from 'preact'
import { withInitials } from '../../../kernel/names.ts'
import { Second } from '../../../ui/content.ts'
import { type Choice, type FormState, valueOf } from '../../../ui/fields.ts'
import { PlanDates, PlanRow, PlanSelect, PlanText } from '../../../ui/plan-table.tsx'
import { changedFields } from '../comparison.ts'
import type { SheetLine } from '../sheet.ts'
import { datesOf } from '../wording.ts'
import type { EditPageProps } from './edit-props.ts'
import { hasForm, LineStateTag, readCell, type ShownColumn } from './plan-lines.tsx'

type EditRowProps = EditPageProps & {
  row: number
  columns: readonly ShownColumn[]
  /** The stored line of this row, if it has one. */
  shown: SheetLine | undefined
}

/** A line in fields; a line with a report is a fact and is only read. */
export function EditRow(props: EditRowProps) {
  const { sheet, today, row, columns, shown, inForce } = props
  if (shown?.execution) {
    return (
      <PlanRow
        number={row + 1}
        kind="held"
        columns={columns}
        cells={columns.map(({ code }) => (
          <>
            {code === 'activity' && <KeyOf row={row} value={shown.line.key} />}
            {readCell(code, shown, { sheet, today })}
          </>
        ))}
        remove={null}
      />
    )
  }
  const before = shown && inForce.get(shown.line.key)
  const changed = before !== undefined && changedFields(before, shown!.line).length > 0
  return (
    <PlanRow
      number={row + 1}
      kind={changed ? 'changed' : shown === undefined ? 'new' : 'plain'}
      columns={columns}
      cells={columns.map(({ code, title }) => fieldCell(code, title, props))}
      remove={{ name: 'drop', value: String(row) }}
    />
  )
}

const KeyOf = ({ row, value }: { row: number; value: string }) => <input type="hidden" name={`lines.${row}.key`} value={value} />

function fieldCell(code: ShownColumn['code'], title: string, props: EditRowProps): ComponentChildren {
  const { sheet, form, row, shown, inForce, today } = props
  const name = (field: string) => `lines.${row}.${field}`
  const field = { form, row: row + 1 }
  switch (code) {
    case 'activity':
      return (
        <>
          <KeyOf row={row} value={valueOf(form, name('key'))} />
          <PlanText {...field} name={name('activity')} label={title} />
          {!hasForm(sheet.regulation) && <FormOfWork {...props} label="Форма работы" />}
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
          {before && changedFields(before, shown!.line).includes('dates') && <Second>было {datesOf(before)}</Second>}
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
      return null
  }
}

type Labelled = EditRowProps & { label: string }

function FormOfWork({ sheet, form, row, label }: Labelled) {
  const choices = sheet.regulation.forms.catalogue.map(({ code, label: text }): Choice => ({ value: code, label: text }))
  return <PlanSelect form={form} name={`lines.${row}.form`} label={label} row={row + 1} choices={choices} />
}

function Direction({ sheet, form, row }: EditRowProps) {
  if (sheet.regulation.directions === null) return null
  const choices = sheet.regulation.directions.list.map(({ code, label }): Choice => ({ value: code, label }))
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

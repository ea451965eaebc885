import type { ComponentChildren } from 'preact'
import type { Day } from '../../../kernel/types.ts'
import { type Field, type FieldType, ownSaid } from '../../../regulation/fields.ts'
import type { PlanMeaning } from '../../../regulation/kinds.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { planColumns } from '../../../regulation/work/questions.ts'
import { type IconName, Second, StateTag, TextLink, type Tone } from '../../../ui/content.ts'
import { type PlanColumn, PlanRow, PlanTable } from '../../../ui/plan-table.tsx'
import type { LineState } from '../model.ts'
import type { PlanSheet, SheetLine } from '../sheet.ts'
import { datesOf, directionOf, formOf, stateMore, stateWord } from '../wording.ts'

/** A column on the screen; `state` tells how a line stands where the paper has no column for it. */
export type ShownColumn = PlanColumn & { readonly field: Field<PlanMeaning | FieldType> | { readonly kind: 'state' } }

const kinds: Readonly<Partial<Record<string, PlanColumn['kind']>>> = {
  ...{ activity: 'name', activityAndForm: 'name', form: 'form', dates: 'date', period: 'date', responsible: 'who' },
  ...{ execution: 'fact' },
}

/** The columns of the regulation in its order. Where it has none for the report on a line, the screen still tells how the line stands. */
export function columnsOf(regulation: Regulation, withState: boolean): ShownColumn[] {
  const shown = planColumns(regulation).value.flatMap((field): ShownColumn[] =>
    field.kind === 'ordinal' ? [] : [{ field, kind: kinds[field.kind] ?? 'text', title: field.caption }],
  )
  const told = shown.some(({ field }) => field.kind === 'execution')
  return told || !withState ? shown : [...shown, { field: { kind: 'state' }, kind: 'fact', title: 'Состояние' }]
}

const tones: Readonly<Record<LineState, Tone>> = { held: 'ok', cancelled: 'calm', overdue: 'wait', soon: 'now', ahead: 'calm' }
const icons: Readonly<Partial<Record<LineState, IconName>>> = { cancelled: 'end', soon: 'wait' }

/** How a line stands: a tag and, under it, what there is to know. */
export function LineStateTag({ shown, today, href }: { shown: SheetLine; today: Day; href?: string }) {
  const { line, execution, state } = shown
  const more = stateMore(state, line, execution, today)
  return (
    <>
      <StateTag tone={tones[state]} icon={icons[state]} word={stateWord(state, line, today)} />
      {(more || href) && (
        <Second>
          {href ? (
            <TextLink href={href} of={line.activity}>
              {more || 'открыть'}
            </TextLink>
          ) : (
            more
          )}
        </Second>
      )}
    </>
  )
}

/** What stands in a cell of a line that is only read. */
export function readCell(
  field: ShownColumn['field'],
  shown: SheetLine,
  given: { sheet: PlanSheet; today: Day; href?: string },
): ComponentChildren {
  const { line } = shown
  const { sheet, today, href } = given
  const { regulation, nameOf } = sheet
  switch (field.kind) {
    case 'activity':
    case 'activityAndForm':
      return (
        <>
          {line.activity || 'без названия'}
          {field.kind === 'activityAndForm' && line.form !== null && <Second>{formOf(regulation, line.form)}</Second>}
          {line.direction !== null && <Second>{`Направление: ${directionOf(regulation, line.direction)}`}</Second>}
        </>
      )
    case 'form':
      return formOf(regulation, line.form)
    case 'dates':
      return <span class="pl-num">{datesOf(line)}</span>
    case 'responsible':
      return line.personIds.map((id) => <div>{nameOf(id)}</div>)
    case 'execution':
    case 'state':
      return <LineStateTag shown={shown} today={today} href={href} />
    case 'ordinal':
      return null
    default:
      return <span class="pl-pre">{ownSaid({ kind: field.kind }, line.own[field.code])}</span>
  }
}

type PlanLinesProps = { sheet: PlanSheet; today: Day; hrefOf: (key: string) => string | undefined }

/** The plan as a table to read. */
export function PlanLines({ sheet, today, hrefOf }: PlanLinesProps) {
  const inForce = sheet.version?.state === 'approved'
  const columns = columnsOf(sheet.regulation, inForce)
  return (
    <PlanTable caption="Мероприятия плана" columns={columns}>
      {sheet.lines.map((shown, index) => (
        <PlanRow
          id={`line-${shown.line.key}`}
          number={index + 1}
          kind="held"
          columns={columns}
          cells={columns.map(({ field }) =>
            field.kind === 'execution' && !inForce && shown.execution === null
              ? null
              : readCell(field, shown, { sheet, today, href: inForce ? hrefOf(shown.line.key) : undefined }),
          )}
        />
      ))}
    </PlanTable>
  )
}

import type { ComponentChildren } from 'preact'
import type { Day } from '../../../kernel/types.ts'
import type { PlanColumn as ColumnCode } from '../../../regulation/kinds.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { planColumns } from '../../../regulation/work/questions.ts'
import { type IconName, Second, StateTag, TextLink, type Tone } from '../../../ui/content.ts'
import { type PlanColumn, PlanRow, PlanTable } from '../../../ui/plan-table.tsx'
import type { LineState } from '../model.ts'
import type { PlanSheet, SheetLine } from '../sheet.ts'
import { datesOf, directionOf, formOf, stateMore, stateWord } from '../wording.ts'

export type ShownColumn = PlanColumn & { readonly code: Exclude<ColumnCode, 'number'> | 'state' }

const kinds = { activity: 'name', form: 'form', dates: 'date', responsible: 'who', execution: 'fact', state: 'fact' } as const

/** The columns of the regulation in its order. Where it has none for the report on a line, the screen still tells how the line stands. */
export function columnsOf(regulation: Regulation, withState: boolean): ShownColumn[] {
  const shown = planColumns(regulation).value.flatMap(({ code, caption }) =>
    code === 'number' ? [] : [{ code, kind: kinds[code], title: caption }],
  )
  const told = shown.some(({ code }) => code === 'execution')
  return told || !withState ? shown : [...shown, { code: 'state', kind: 'fact', title: 'Состояние' }]
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
  code: ShownColumn['code'],
  shown: SheetLine,
  given: { sheet: PlanSheet; today: Day; href?: string },
): ComponentChildren {
  const { line } = shown
  const { sheet, today, href } = given
  const { regulation, nameOf } = sheet
  switch (code) {
    case 'activity':
      return (
        <>
          {line.activity || 'без названия'}
          {!hasForm(regulation) && line.form !== null && <Second>{formOf(regulation, line.form)}</Second>}
          {line.direction !== null && <Second>{directionOf(regulation, line.direction)}</Second>}
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
  }
}

export const hasForm = (regulation: Regulation): boolean => planColumns(regulation).value.some(({ code }) => code === 'form')

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
          cells={columns.map(({ code }) =>
            code === 'execution' && !inForce && shown.execution === null
              ? null
              : readCell(code, shown, { sheet, today, href: inForce ? hrefOf(shown.line.key) : undefined }),
          )}
        />
      ))}
    </PlanTable>
  )
}

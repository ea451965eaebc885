import { cell, column, document, gap, heading, p, section, signature, table, typedCell } from '../../documents/build.ts'
import type { Block, Cell, Doc } from '../../documents/model.ts'
import { type NameParts, signatureName } from '../../kernel/names.ts'
import type { Day } from '../../kernel/types.ts'
import { ownSaid } from '../../regulation/fields.ts'
import { type PlanColumn, planColumn, planColumns, planSignature } from '../../regulation/work/questions.ts'
import { stampBlocks } from '../procedures/stamps-document.ts'
import type { PlanSheet, SheetLine } from './sheet.ts'
import { datesOf, directionOf, formOf, planTitle, reportOf } from './wording.ts'

const widths: Readonly<Partial<Record<string, number>>> = { ordinal: 1, activity: 9, activityAndForm: 9, execution: 5 }
/** Of any other column. */
const usualWidth = 4

/** The plan as it is printed: landscape, the columns of the regulation in their order, the signature of the head of the site. (R-A3) */
export function planDocument(sheet: PlanSheet, given: { head: NameParts | null; today: Day }): Doc {
  const { regulation, plan, site, version } = sheet
  const title = planTitle(regulation, plan.period)
  const columns = planColumns(regulation).value
  const name = given.head ? signatureName(given.head) : ''
  const draft = version && version.state !== 'approved' && version.state !== 'superseded'
  return document({ title: `${title}, ${site.organisations[0]?.shortName ?? ''}`, date: version?.approvedOn ?? given.today }, [
    section(
      [
        ...stamps(sheet),
        heading(1, title),
        p(site.organisations.map((organisation) => organisation.fullName).join(', '), { align: 'center' }),
        p(`Тема: ${site.theme}`, { align: 'center' }),
        ...(draft ? [p('Проект, ещё не утверждён', { align: 'center' })] : []),
        gap(),
        table(
          columns.map(({ kind, caption }) => column(caption, widths[kind] ?? usualWidth, kind === 'ordinal' ? 'center' : 'left')),
          sheet.lines.map((line, index) => columns.map((field) => cellOf(field, line, index + 1, sheet))),
        ),
        gap(),
        signature(planSignature(regulation), name, { line: true }),
      ],
      { landscape: true },
    ),
  ])
}

/** Who has agreed the plan and who has approved it, each with the day; the head of the site signs below. (L-321) */
const stamps = ({ version, procedure, voices }: PlanSheet): Block[] =>
  version?.approvedOn == null
    ? []
    : stampBlocks(
        procedure,
        voices.filter(({ subjectId }) => subjectId === version.id),
      )

function cellOf({ code, kind }: PlanColumn, { line, execution }: SheetLine, number: number, sheet: PlanSheet): Cell {
  const { regulation, nameOf } = sheet
  switch (kind) {
    case 'ordinal':
      return cell(`${number}.`)
    case 'activity':
    case 'activityAndForm':
      return cell({ lines: [line.activity, ...secondsOf(line, sheet)] })
    case 'form':
      return cell(formOf(regulation, line.form))
    case 'dates':
      return cell(datesOf(line))
    case 'responsible':
      return cell({ lines: line.personIds.length === 0 ? [''] : line.personIds.map(nameOf) })
    case 'execution':
      return execution === null ? cell('') : typedCell(reportOf(execution))
    default:
      return typedCell(ownSaid({ kind }, line.own[code]))
  }
}

/** What stands under the activity: the form of work where it has no column of its own, and the direction. */
function secondsOf(line: SheetLine['line'], { regulation }: PlanSheet): string[] {
  const form = planColumn(regulation, 'activityAndForm') === null ? '' : formOf(regulation, line.form)
  const direction = directionOf(regulation, line.direction)
  return [form, direction && `Направление: ${direction}`].filter((text) => text !== '')
}

import { bold, cell, column, document, gap, heading, p, section, signature, table } from '../../documents/build.ts'
import { ofDateAndNumber } from '../../documents/dates.ts'
import type { Cell, Doc } from '../../documents/model.ts'
import { longDate, shortDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { act } from '../../regulation/acts.ts'
import { standingOf } from './control-rules.ts'
import { acceptedWords, doneWords, figuresOf, signedWords, standingWords } from './control-words.ts'
import type { ControlRow } from './controlled.ts'
import type { Deed } from './deeds.ts'
import type { AssignmentLine } from './execution-queries.ts'
import type { OrderSnapshot } from './snapshot.ts'
import { asTask } from './texts.ts'

type Given = {
  readonly rows: readonly ControlRow[]
  /** All assignments of the order, for the sums. */
  readonly lines: readonly AssignmentLine[]
  readonly controller: string | null
  readonly deeds: readonly Deed[]
  /** What was asked for, when these are not all. */
  readonly asked: string | null
  readonly today: Day
}

/** «Контроль исполнения приказа № 33»: what each point orders, who has done what of it, and when. */
export function controlDocument(order: OrderSnapshot, { rows, lines, deeds, controller, asked, today }: Given): Doc {
  const signed = new Set(deeds.map((deed) => deed.point))
  const { genitive } = act(order)
  const of = ofDateAndNumber(order.signedOn, order.numberText, order.dateForm ?? 'long')
  return document({ title: `Контроль исполнения ${genitive} № ${order.numberText}`, date: today }, [
    section(
      [
        heading(1, 'Контроль исполнения'),
        p(`${genitive} ${of}`, { align: 'center' }),
        p(`«${order.title}»`, { align: 'center' }),
        gap(),
        p(`На ${longDate(today)} ${sums(lines)}`, { align: 'left' }),
        ...(asked ? [p(`В таблице: ${asked}.`, { align: 'left' })] : []),
        table(
          [
            column('Исполнитель', 3.2),
            column('Срок', 1.8, 'center'),
            column('Что сделано', 6.4),
            column('Отметка об исполнении', 3.6),
          ],
          [...Map.groupBy(rows, ({ point }) => point)].flatMap(([point, own]) => [
            [
              cell([bold(`${point.number}. `), `${asTask(point.text)}.${signed.has(point.number) ? ` ${signedWords}.` : ''}`], {
                span: 4,
              }),
            ],
            ...own.flatMap(({ line }) => (line ? [lineCells(line)] : [])),
          ]),
        ),
        gap(),
        signature('Контроль исполнения осуществляет', controller ?? order.signatory.name, { line: true }),
      ],
      { landscape: true },
    ),
  ])
}

function sums(lines: readonly AssignmentLine[]): string {
  const { all, accepted, done, open, late } = figuresOf(lines)
  return `поручений на контроле ${all}: принято ${accepted}, ждут приёмки ${done}, не исполнено ${open}, из них просрочено ${late}.`
}

function lineCells(line: AssignmentLine): (string | Cell)[] {
  const files = line.files.length > 0 ? [`Приложено: ${line.files.map(({ name }) => name).join('; ')}`] : []
  const done = doneWords(line)
  const accepted = acceptedWords(line)
  const marks = [
    standingWords[standingOf(line)],
    ...(done ? [`сообщено ${done}`] : []),
    ...(accepted ? [`принято ${accepted}`] : []),
    ...(line.state === 'open' && line.remark ? [`возвращено: ${line.remark}`] : []),
  ]
  return [
    line.person,
    line.dueOn === null ? 'без срока' : shortDate(line.dueOn),
    cell({ lines: [...(line.note ?? '—').split('\n'), ...files] }),
    cell({ lines: marks }),
  ]
}

import {
  bold,
  column,
  dateAndNumber,
  document,
  gap,
  heading,
  letterhead,
  p,
  paragraphs,
  section,
  signature,
  table,
  typedCell,
} from '../../documents/build.ts'
import type { Block, Doc } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { ProtocolPerson, ProtocolRow, ProtocolSnapshot } from './model.ts'
import { percent, recommendationWords, spreadWords } from './wording.ts'

/** The protocol of a meeting on paper: who sat, what the experts came to, what was decided, who signs. */
export function protocolDocument(snapshot: ProtocolSnapshot, { isDraft }: { isDraft: boolean }): Doc {
  const { number, heldOn, place, operator, callTitle, chair, secretary, note, rows } = snapshot
  return document({ title: `Протокол № ${number}, ${callTitle}`, date: heldOn }, [
    section(
      [
        ...(operator ? [letterhead(operator)] : []),
        heading(1, 'Протокол заседания экспертной комиссии'),
        dateAndNumber(longDate(heldOn), `№ ${number}`, place ?? undefined),
        ...(isDraft ? [p('Черновик, ещё не подписан', { align: 'center' })] : []),
        gap(),
        p(callTitle, { align: 'center' }),
        gap(),
        p(`Председатель: ${named(chair)}.`, { align: 'left' }),
        p(`Секретарь: ${named(secretary)}.`, { align: 'left' }),
        ...present(snapshot),
        heading(2, 'Итоги экспертизы', { number: '1' }),
        p(`Рассмотрели ${counted(rows.length, 'заявку', 'заявки', 'заявок')}.`),
        figures(rows),
        gap(),
        heading(2, 'Решили', { number: '2' }),
        ...rows.flatMap(decision),
        ...(note ? [heading(2, 'Примечание', { number: '3' }), ...paragraphs(note)] : []),
        gap(),
        signature('Председатель', shortName(chair), { line: true }),
        signature('Секретарь', shortName(secretary), { line: true }),
      ],
      { landscape: true },
    ),
  ])
}

const named = ({ name, post }: ProtocolPerson): string => [name, post].filter((part) => part !== '').join(', ')

/** «О. П. Ветров» out of «Ветров Олег Павлович». */
function shortName({ name }: ProtocolPerson): string {
  const [family, ...given] = name.split(/\s+/)
  return [...given.map((part) => `${part.charAt(0)}.`), family].join('\u00a0')
}

function present({ members }: ProtocolSnapshot): Block[] {
  if (members.length === 0) return []
  return [
    p('Присутствовали:', { align: 'left', keepWithNext: true }),
    ...members.map((one, at) => p(`— ${named(one)}${at + 1 < members.length ? ';' : '.'}`, { align: 'left' })),
  ]
}

function figures(rows: readonly ProtocolRow[]): Block {
  return table(
    [
      column('№', 1, 'center'),
      column('Организации', 5),
      column('Тема', 6),
      column('Оценки экспертов', 3.4, 'center'),
      column('Медиана', 2, 'center'),
      column('Среднее', 2, 'center'),
      column('Разница', 2.2, 'center'),
      column('Рекомендации', 4),
    ],
    rows.map((row) => [
      String(row.number),
      row.organisations,
      row.theme,
      typedCell(row.totals.map(percent).join('\n') || '—'),
      percent(row.figures.median),
      percent(row.figures.mean),
      spreadWords(row.figures.spread),
      recommendationWords(row) || '—',
    ]),
  )
}

const decision = (row: ProtocolRow): Block[] => [
  p([bold(`Заявка № ${row.number}. `), `${row.organisations}, «${row.theme}».`], { keepWithNext: true }),
  ...paragraphs(row.words),
]

import * as doc from '../../documents/build.ts'
import type { Block, Doc } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { ProtocolPerson, ProtocolRow, ProtocolSnapshot } from './model.ts'
import { percent, recommendationWords, spreadWords } from './wording.ts'

/** The protocol of a meeting on paper: who sat, what the experts came to, what was decided, who signs. */
export function protocolDocument(snapshot: ProtocolSnapshot, { isDraft, review }: { isDraft: boolean; review: string }): Doc {
  const { number, heldOn, place, operator, callTitle, chair, secretary, note, rows } = snapshot
  return doc.document({ title: `Протокол № ${number}, ${callTitle}`, date: heldOn }, [
    doc.section(
      [
        ...(operator ? [doc.letterhead(operator)] : []),
        doc.heading(1, 'Протокол заседания экспертной комиссии'),
        doc.dateAndNumber(longDate(heldOn), `№ ${number}`, place ?? undefined),
        ...(isDraft ? [doc.p('Черновик, ещё не подписан', { align: 'center' })] : []),
        doc.gap(),
        doc.p(callTitle, { align: 'center' }),
        doc.gap(),
        doc.p(`Председатель: ${named(chair)}.`, { align: 'left' }),
        doc.p(`Секретарь: ${named(secretary)}.`, { align: 'left' }),
        ...present(snapshot),
        doc.heading(2, 'Повестка дня'),
        doc.clause('1', `О результатах ${review} программ: ${counted(rows.length, 'заявка', 'заявки', 'заявок')}.`),
        doc.heading(2, 'Слушали'),
        doc.p(`${shortName(secretary)} — о результатах ${review} программ.`, { keepWithNext: true }),
        figures(rows),
        doc.gap(),
        doc.heading(2, 'Решили'),
        ...rows.flatMap(decision),
        ...(note ? [doc.heading(2, 'Примечание'), ...doc.paragraphs(note)] : []),
        doc.gap(),
        doc.signature('Председатель', shortName(chair), { line: true }),
        doc.signature('Секретарь', shortName(secretary), { line: true }),
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
    doc.p('Присутствовали:', { align: 'left', keepWithNext: true }),
    ...members.map((one, at) => doc.p(`— ${named(one)}${at + 1 < members.length ? ';' : '.'}`, { align: 'left' })),
  ]
}

function figures(rows: readonly ProtocolRow[]): Block {
  return doc.table(
    [
      doc.column('№', 1, 'center'),
      doc.column('Организации', 5),
      doc.column('Тема', 6),
      doc.column('Оценки экспертов', 3.4, 'center'),
      doc.column('Медиана', 2, 'center'),
      doc.column('Среднее', 2, 'center'),
      doc.column('Разница', 2.2, 'center'),
      doc.column('Рекомендации', 4),
    ],
    rows.map((row) => [
      String(row.number),
      row.organisations,
      row.theme,
      doc.typedCell(row.totals.map(percent).join('\n') || '—'),
      percent(row.figures.median),
      percent(row.figures.mean),
      spreadWords(row.figures.spread),
      recommendationWords(row) || '—',
    ]),
  )
}

const decision = (row: ProtocolRow): Block[] => [
  doc.p([doc.bold(`Заявка № ${row.number}. `), `${row.organisations}, «${row.theme}».`], { keepWithNext: true }),
  ...doc.paragraphs(row.words),
]

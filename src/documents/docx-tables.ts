import {
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { qrImage } from './docx-code.ts'
import { mm } from './docx-styles.ts'
import { alignments, textRun, textRuns } from './docx-text.ts'
import { indents, type LaidTable } from './layout.ts'
import type { Align, Cell, Words } from './model.ts'

const ruled = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const bare = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const allSides = (border: typeof ruled | typeof bare) => ({
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
})

const cellMargins = { top: mm(0.7), bottom: mm(0.7), left: mm(1.9), right: mm(1.9) }

/** A ruled table over the whole text width, its head repeated on every page. */
export function docxTable(table: LaidTable): Table {
  const widths = table.widths.map(mm)
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, at) => headCell(column.title, widths[at] ?? 0)),
  })
  const firstTied = table.rows.length - table.tiedRows
  const aligns = table.columns.map((column) => column.align)
  const rows = table.rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: !table.tearable[at],
        keepNext: at >= firstTied || table.together[at + 1] === 0,
        children: rowCells(row, aligns, widths),
      }),
  )
  return fixedTable(widths, [head, ...rows], allSides(ruled))
}

function columnWidths(shares: readonly number[], textWidth: number): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => mm((share / whole) * textWidth))
}

function fixedTable(widths: readonly number[], rows: readonly TableRow[], borders: ReturnType<typeof allSides>): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders,
    rows,
  })
}

function headCell(title: Words, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: cellMargins,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style: 'TableHead', children: textRuns(title) })],
  })
}

function rowCells(row: readonly Cell[], aligns: readonly Align[], widths: readonly number[]): TableCell[] {
  let at = 0
  return row.map((cell) => {
    const span = cell.span ?? 1
    const width = widths.slice(at, at + span).reduce((sum, part) => sum + part, 0)
    const align = cell.align ?? aligns[at] ?? 'left'
    at += span
    return bodyCell(cell, align, width, span)
  })
}

function bodyCell(cell: Cell, align: Align, width: number, span: number): TableCell {
  const paragraphs = cell.paragraphs.length > 0 || cell.code ? cell.paragraphs : [[]]
  const style = { style: 'TableText', alignment: alignments[align] }
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    margins: cellMargins,
    children: [
      ...paragraphs.map((words) => new Paragraph({ ...style, children: textRuns(words) })),
      ...(cell.code ? [new Paragraph({ ...style, children: [qrImage(cell.code)] })] : []),
    ],
  })
}

/** Twentieths of a point above the place of the seal. */
const spaceAboveSeal = 120

/** Post on the left, place to sign in the middle, name on the right, level with the last line of the post. */
export function signatureTable(block: { post: string; name: string; line: boolean; seal: boolean }, textWidth: number): Table {
  const widths = columnWidths([indents.postShare, 100 - indents.postShare - indents.nameShare, indents.nameShare], textWidth)
  const cells = (words: readonly Paragraph[], line = false) =>
    widths.map((width, at) => bareCell(width, words.slice(at, at + 1), line && at === 1))
  const row = new TableRow({
    cantSplit: true,
    keepNext: block.seal,
    children: cells(
      [signatureText(block.post, 'left'), signatureText('', 'left'), signatureText(block.name, 'right')],
      block.line,
    ),
  })
  const seal = new TableRow({
    cantSplit: true,
    children: cells([signatureText('М.П.', 'left', spaceAboveSeal), new Paragraph({}), new Paragraph({})]),
  })
  return fixedTable(widths, block.seal ? [row, seal] : [row], allSides(bare))
}

function signatureText(text: string, align: Align, before = 0): Paragraph {
  return new Paragraph({
    style: 'Signature',
    alignment: alignments[align],
    spacing: { before },
    children: [textRun(text)],
  })
}

function bareCell(width: number, children: readonly Paragraph[], underlined = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    verticalAlign: VerticalAlignTable.BOTTOM,
    borders: underlined ? { bottom: ruled } : undefined,
    children,
  })
}

/** Two blocks of lines side by side at the top of a page. */
export function marksTable(marks: { left?: readonly Words[]; right?: readonly Words[] }, textWidth: number): Table {
  const widths = columnWidths([0.46, 0.54 - (1 - indents.markShare), 1 - indents.markShare], textWidth)
  const lines = (list: readonly Words[] | undefined) => markLines((list ?? []).map(textRuns))
  const children = [lines(marks.left), [new Paragraph({})], lines(marks.right)].map(
    (paragraphs, at) =>
      new TableCell({
        width: { size: widths[at] ?? 0, type: WidthType.DXA },
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        children: paragraphs,
      }),
  )
  return fixedTable(widths, [new TableRow({ cantSplit: true, children })], allSides(bare))
}

function markLines(lines: readonly (readonly ParagraphChild[])[]): Paragraph[] {
  return lines.length > 0 ? lines.map((children) => new Paragraph({ children })) : [new Paragraph({})]
}

import { BorderStyle, LineRuleType, PageBreak, Paragraph, type Table, TabStopType } from 'docx'
import { qrImage } from './docx-code.ts'
import type { Place } from './docx-numbers.ts'
import { bulletList, mm } from './docx-styles.ts'
import { docxTable, marksTable, signatureTable } from './docx-tables.ts'
import { alignments, textRun, textRuns } from './docx-text.ts'
import { indents, type LaidBlock, type LaidNumbered, spaceAboveSignature, textWidthOf } from './layout.ts'
import type { Words } from './model.ts'

const headingStyles = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' } as const

/** One block of the model as paragraphs and tables of Word. */
export function docxBlock(block: LaidBlock, section: { landscape?: boolean }, place?: Place): (Paragraph | Table)[] {
  const keepNext = block.tied
  switch (block.kind) {
    case 'paragraph':
      return [
        new Paragraph({
          style: 'BodyText',
          alignment: alignments[block.align],
          indent: indentOf(block.depth, block.indent),
          keepNext: keepNext || block.keepWithNext,
          children: textRuns(block.words),
        }),
      ]
    case 'heading':
      return [
        new Paragraph({
          style: headingStyles[block.level],
          alignment: alignments[block.align],
          indent: place && indentOf(0, false),
          numbering: place,
          children: numberedRuns(block, place),
        }),
      ]
    case 'clause':
      return [
        new Paragraph({
          style: 'Clause',
          indent: indentOf(block.depth, true),
          numbering: place,
          keepNext: keepNext || block.keepWithNext,
          children: numberedRuns(block, place),
        }),
      ]
    case 'bullet':
      return [
        new Paragraph({
          style: 'Bullet',
          numbering: { reference: bulletList, level: 0 },
          keepNext,
          children: textRuns(block.words),
        }),
      ]
    case 'letterhead':
      return block.lines.map((line) => new Paragraph({ style: 'Letterhead', children: textRuns(line) }))
    case 'dateAndNumber':
      return [dateAndNumberRow(block, textWidthOf(section))]
    case 'marks':
      return docxMarks(block, textWidthOf(section))
    case 'table':
      return [docxTable(block)]
    case 'signature':
      return [signatureSpace(), signatureTable(block, textWidthOf(section))]
    case 'fillLine':
      return fillLine(block.caption, keepNext)
    case 'qrCode':
      return [new Paragraph({ alignment: alignments[block.align], keepNext, children: [qrImage(block)] })]
    case 'gap':
      return Array.from({ length: block.lines }, () => new Paragraph({ keepNext }))
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

function indentOf(depth = 0, firstLine: boolean) {
  return { left: mm(depth * indents.depthStep), firstLine: firstLine ? mm(indents.firstLine) : 0 }
}

/** A number that no list of Word shows stays text. */
const numberedRuns = ({ mark, words }: LaidNumbered, place: Place | undefined) =>
  textRuns(place || mark === '' ? words : [{ text: `${mark}\u00a0` }, ...words])

function dateAndNumberRow(row: { date: string; place?: string; number: string }, textWidth: number): Paragraph {
  return new Paragraph({
    keepNext: true,
    tabStops: [
      { type: TabStopType.CENTER, position: mm(textWidth / 2) },
      { type: TabStopType.RIGHT, position: mm(textWidth) },
    ],
    children: [textRun(`${row.date}\t${row.place ?? ''}\t${row.number}`)],
  })
}

function docxMarks(marks: { left?: readonly Words[]; right?: readonly Words[] }, textWidth: number): (Paragraph | Table)[] {
  if (marks.left) return [marksTable(marks, textWidth), new Paragraph({})]
  return (marks.right ?? []).map(
    (line) =>
      new Paragraph({
        style: 'Mark',
        indent: { left: mm(textWidth * indents.markShare) },
        keepNext: true,
        children: textRuns(line),
      }),
  )
}

/** Keeps the signature off the text, and its table apart from a table before it: Word joins tables that touch. */
function signatureSpace(): Paragraph {
  return new Paragraph({
    style: 'Signature',
    keepNext: true,
    spacing: { line: spaceAboveSignature * 20, lineRule: LineRuleType.EXACT },
  })
}

function fillLine(caption: string | undefined, keepNext: boolean): Paragraph[] {
  const line = new Paragraph({
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 0, color: '000000' } },
    keepNext: keepNext || caption !== undefined,
  })
  return caption ? [line, new Paragraph({ style: 'FillCaption', keepNext, children: [textRun(caption)] })] : [line]
}

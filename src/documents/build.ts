import type {
  Align,
  Block,
  Bullet,
  Cell,
  Clause,
  Column,
  DateAndNumber,
  Doc,
  FillLine,
  Gap,
  Heading,
  Letterhead,
  Marks,
  PageBreak,
  Paragraph,
  QrCode,
  Run,
  Section,
  Signature,
  Table,
  Words,
} from './model.ts'
import { linesOf } from './typography.ts'

/** What a template may write where words are expected: plain text, one styled run, or several of both. */
export type Wording = string | Run | readonly (string | Run)[]

/** Text as it is stored in the model. */
export function words(wording: Wording): Words {
  const parts = Array.isArray(wording) ? (wording as readonly (string | Run)[]) : [wording as string | Run]
  return parts.map((part) => (typeof part === 'string' ? { text: part } : part))
}

export const bold = (text: string): Run => ({ text, bold: true })
export const italic = (text: string): Run => ({ text, italic: true })

interface ParagraphOptions {
  align?: Align
  indent?: boolean
  keepWithNext?: boolean
}

/** A paragraph: justified, its first line indented, unless said otherwise. Aligned text has no indent of its own. */
export function p(wording: Wording, options: ParagraphOptions = {}): Paragraph {
  const align = options.align ?? 'justify'
  return {
    kind: 'paragraph',
    words: words(wording),
    align,
    indent: options.indent ?? align === 'justify',
    keepWithNext: options.keepWithNext ?? false,
  }
}

/** What a person typed into a form: a paragraph for every line that is not empty. */
export function paragraphs(text: string, options: ParagraphOptions = {}): Paragraph[] {
  return linesOf(text).map((line) => p(line, options))
}

export function heading(
  level: 1 | 2 | 3,
  wording: Wording,
  options: { number?: string; align?: 'left' | 'center' } = {},
): Heading {
  return { kind: 'heading', level, number: options.number, words: words(wording), align: options.align ?? 'center' }
}

/** A point with its literal number: `clause('3.2.1', '…')`. */
export function clause(number: string, wording: Wording, depth = 0): Clause {
  return { kind: 'clause', number, words: words(wording), depth }
}

export const bullet = (wording: Wording): Bullet => ({ kind: 'bullet', words: words(wording) })

export const letterhead = (...lines: Wording[]): Letterhead => ({ kind: 'letterhead', lines: lines.map(words) })

export function dateAndNumber(date: string, number: string, place?: string): DateAndNumber {
  return { kind: 'dateAndNumber', date, number, place }
}

/** «Приложение 1» and the lines that say to what, at the top right. */
export const appendixMark = (...lines: Wording[]): Marks => ({ kind: 'marks', right: lines.map(words) })

/** «СОГЛАСОВАНО» at the top left and «УТВЕРЖДАЮ» at the top right, each a list of lines. */
export function approvalMarks(marks: { left?: Wording[]; right?: Wording[] }): Marks {
  return { kind: 'marks', left: marks.left?.map(words), right: marks.right?.map(words) }
}

interface CellOptions {
  align?: Align
  span?: number
}

/** A cell of one or several paragraphs. */
export function cell(wordings: Wording | { lines: readonly Wording[] }, options: CellOptions = {}): Cell {
  const list = typeof wordings === 'object' && 'lines' in wordings ? wordings.lines : [wordings]
  return { paragraphs: list.map(words), ...options }
}

/** A cell with a QR code: `codeCell(address, 'Отметить: Петрова А. А.')`. */
export const codeCell = (text: string, description: string, size = 15): Cell => ({
  paragraphs: [],
  align: 'center',
  code: { text, description, size },
})

/** A cell with what a person typed into a form: a paragraph for every line that is not empty. */
export const typedCell = (text: string, options: CellOptions = {}): Cell => cell({ lines: linesOf(text) }, options)

export const column = (title: Wording, width = 1, align: Align = 'left'): Column => ({ title: words(title), width, align })

export function table(columns: readonly Column[], rows: readonly (readonly (Wording | Cell)[])[]): Table {
  return { kind: 'table', columns, rows: rows.map((row) => row.map((item) => (isCell(item) ? item : cell(item)))) }
}

export function signature(post: string, name: string, options: { line?: boolean; seal?: boolean } = {}): Signature {
  return { kind: 'signature', post, name, line: options.line ?? false, seal: options.seal ?? false }
}

/** A QR code: `qrCode(address, 'Проверить сертификат: …')`. */
export function qrCode(text: string, description: string, options: { size?: number; align?: QrCode['align'] } = {}): QrCode {
  return { kind: 'qrCode', text, description, size: options.size ?? 30, align: options.align ?? 'left' }
}

export const fillLine = (caption?: string): FillLine => ({ kind: 'fillLine', caption })
export const gap = (lines = 1): Gap => ({ kind: 'gap', lines })
export const pageBreak = (): PageBreak => ({ kind: 'pageBreak' })

/** Pages of one orientation, numbered from the second page of the document unless said otherwise. */
export function section(blocks: readonly Block[], options: Partial<Omit<Section, 'blocks'>> = {}): Section {
  return { pageNumbers: 'fromSecond', ...options, blocks }
}

export function document(about: { title: string; author?: string; date?: string }, sections: readonly Section[]): Doc {
  return { ...about, language: 'ru', sections }
}

function isCell(item: Wording | Cell): item is Cell {
  return typeof item === 'object' && 'paragraphs' in item
}

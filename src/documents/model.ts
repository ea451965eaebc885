/** One document, told once and rendered twice: as an editable .docx and as a tagged .pdf. */
export interface Doc {
  title: string
  author?: string
  /** Calendar day of the document. It becomes the creation date of the file, so the same document gives the same bytes. */
  date?: string
  /** Made in a demonstration: every page says so. */
  sample?: boolean
  language: 'ru'
  sections: readonly Section[]
}

/** Pages of one orientation. Every section begins a new page. */
export interface Section {
  landscape?: boolean
  pageNumbers: 'fromSecond' | 'none'
  /** The number of the first page; without it numbering goes on from the section before. */
  startNumbering?: number
  blocks: readonly Block[]
}

/** A piece of text in one style. */
export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
}

export type Words = readonly Run[]
export type Align = 'left' | 'center' | 'right' | 'justify'

export type Block =
  | Paragraph
  | Heading
  | Clause
  | Bullet
  | Letterhead
  | DateAndNumber
  | Marks
  | Table
  | Signature
  | FillLine
  | QrCode
  | Gap
  | PageBreak

export interface Paragraph {
  kind: 'paragraph'
  words: Words
  align: Align
  /** Whether the first line is indented. */
  indent: boolean
  keepWithNext: boolean
  /** How far the whole paragraph is moved to the right, in steps: a line that goes on from a point stands under it. */
  depth?: number
}

export interface Heading {
  kind: 'heading'
  level: 1 | 2 | 3
  /** Literal, as the authority wrote it: «1», «II». */
  number?: string
  words: Words
  align: 'left' | 'center'
}

/** A numbered point. Numbers are literal: regulations in force are numbered irregularly, and the number is what people cite. */
export interface Clause {
  kind: 'clause'
  number: string
  words: Words
  /** How far the whole point is moved to the right, in steps. */
  depth: number
}

export interface Bullet {
  kind: 'bullet'
  words: Words
}

/** Centred lines at the head of the first page. */
export interface Letterhead {
  kind: 'letterhead'
  lines: readonly Words[]
}

/** One row: the date on the left, the place in the middle, the number on the right. */
export interface DateAndNumber {
  kind: 'dateAndNumber'
  date: string
  place?: string
  number: string
}

/** Blocks of lines at the top left and top right: «Приложение 1 …», «СОГЛАСОВАНО …», «УТВЕРЖДАЮ …». */
export interface Marks {
  kind: 'marks'
  left?: readonly Words[]
  right?: readonly Words[]
}

export interface Column {
  title: Words
  /** Share of the text width, relative to the other columns. */
  width: number
  align: Align
}

export interface Cell {
  paragraphs: readonly Words[]
  align?: Align
  /** How many columns the cell takes. */
  span?: number
  /** A QR code under the words. */
  code?: Omit<QrCode, 'kind' | 'align'>
}

/** A ruled table. Its head is repeated on every page; a row is not torn between pages. */
export interface Table {
  kind: 'table'
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
}

/** Post on the left, name on the right. Never stands alone on a page: it takes the end of the text before it along. */
export interface Signature {
  kind: 'signature'
  post: string
  name: string
  /** A line to sign on between post and name. */
  line: boolean
  /** Place for the seal, «М.П.». */
  seal: boolean
}

/** A line to write on by hand, with a small caption under it. */
export interface FillLine {
  kind: 'fillLine'
  caption?: string
}

/** A QR code with what it leads to, told in words for those who cannot see it. */
export interface QrCode {
  kind: 'qrCode'
  text: string
  description: string
  /** Width and height in millimetres. */
  size: number
  align: 'left' | 'center' | 'right'
}

export interface Gap {
  kind: 'gap'
  lines: number
}

export interface PageBreak {
  kind: 'pageBreak'
}

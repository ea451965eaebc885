import type { Block, Cell, Doc, Section, Signature, Table, Words } from './model.ts'
import { printable, unbreakable } from './typography.ts'

/** Page measures in millimetres, after GOST R 7.0.97-2016. A landscape page is bound by its top edge. */
export const page = { width: 210, height: 297, pageNumberAt: 10 }
export const portraitMargins = { left: 30, right: 15, top: 20, bottom: 20 }
export const landscapeMargins = { left: 20, right: 20, top: 30, bottom: 15 }

/** Type measures in points; indents in millimetres; shares of the text width. */
export const type = { text: 14, table: 12, caption: 10, pageNumber: 12 }
export const indents = { firstLine: 12.5, bulletText: 18, depthStep: 7.5, markShare: 0.54, postShare: 50, nameShare: 35 }
/** Distance between the lines of running text, in single lines. A single line of Tinos and of Times New Roman is 1.149 em. */
export const lineSpacing = 1.15
export const singleLine = 1.149

/** Points between the end of the text and a signature. */
export const spaceAboveSignature = 28

export function marginsOf(section: { landscape?: boolean }) {
  return section.landscape ? landscapeMargins : portraitMargins
}

export function textWidthOf(section: { landscape?: boolean }): number {
  const margins = marginsOf(section)
  return (section.landscape ? page.height : page.width) - margins.left - margins.right
}

/** A document ready to be set: its words are printable, its ends tied to its signatures. Renderers draw this and decide nothing. */
export interface Layout {
  title: string
  author: string
  date: string
  sections: readonly LaidSection[]
}

export interface LaidSection extends Omit<Section, 'blocks'> {
  /** Whether the first page of this section is the first page of its numbering, and so shows no number. */
  numberedAnew: boolean
  blocks: readonly LaidBlock[]
}

/** The end of the text stays with the signature: `tied` blocks share a page with what follows them. */
export type LaidBlock = (Exclude<Block, Table> & { tied: boolean }) | LaidTable

export interface LaidTable extends Table {
  tied: boolean
  /** How many of the last rows go along with the signature. */
  tiedRows: number
  /** For each row, whether it is so tall that it may be torn between pages. */
  tearable: readonly boolean[]
}

const dayWithoutDate = '2000-01-01'

/** Prepares a document for the renderers. */
export function layOut(doc: Doc): Layout {
  return {
    title: printable(doc.title).trim() || 'Документ',
    author: printable(doc.author ?? '').trim(),
    date: doc.date ?? dayWithoutDate,
    sections: withHeadingTree(doc.sections).map((section, index) => laySection(section, index)),
  }
}

/** Headings by PDF/UA: the first is of level 1, and no level is skipped on the way down. */
function withHeadingTree(sections: readonly Section[]): readonly Section[] {
  let deepest = 0
  const rooted = (block: Block): Block => {
    if (block.kind !== 'heading') return block
    deepest = Math.min(block.level, deepest + 1)
    return { ...block, level: deepest as 1 | 2 | 3 }
  }
  return sections.map((section) => ({ ...section, blocks: section.blocks.map(rooted) }))
}

function laySection(section: Section, index: number): LaidSection {
  const numberedAnew = (section.startNumbering ?? (index === 0 ? 1 : 0)) === 1
  const tied = tiedBlocks(section.blocks)
  const blocks = section.blocks.map((block, at) => layBlock(block, tied.has(at), textWidthOf(section)))
  return { ...section, numberedAnew, blocks }
}

/** The places of blocks that stand between the end of the text and a signature, that end included. */
function tiedBlocks(blocks: readonly Block[]): Set<number> {
  const tied = new Set<number>()
  for (const [at, follower] of [...blocks.entries()].slice(1).reverse()) {
    const leads = follower.kind === 'signature' || (follower.kind === 'gap' && tied.has(at))
    if (leads && blocks[at - 1]?.kind !== 'pageBreak') tied.add(at - 1)
  }
  return tied
}

function layBlock(block: Block, tied: boolean, textWidth: number): LaidBlock {
  switch (block.kind) {
    case 'paragraph':
    case 'bullet':
      return { ...block, words: set(block.words), tied }
    case 'clause':
      return { ...block, words: set([...numberMark(block.number), ...block.words]), tied }
    case 'heading':
      return { ...block, words: set([...numberMark(block.number), ...block.words]), tied }
    case 'letterhead':
      return { ...block, lines: block.lines.map(set), tied }
    case 'marks':
      return { ...block, left: block.left?.map(set), right: block.right?.map(set), tied }
    case 'dateAndNumber':
      return { ...block, date: setText(block.date), number: setText(block.number), place: setText(block.place ?? ''), tied }
    case 'signature':
      return laySignature(block, tied)
    case 'fillLine':
      return { ...block, caption: block.caption && setText(block.caption), tied }
    case 'qrCode':
      return { ...block, description: setText(block.description), tied }
    case 'table':
      return layTable(block, tied, textWidth)
    default:
      return { ...block, tied }
  }
}

function laySignature(block: Signature, tied: boolean): LaidBlock {
  return { ...block, post: setText(block.post), name: setText(block.name), tied }
}

/** A number as it stands before the words: «3.2.1. » with a full stop, «а) » without. */
function numberMark(number: string | undefined): Words {
  if (!number) return []
  const mark = setText(number)
  return [{ text: `${mark}${/[.)]$/.test(mark) ? '' : '.'}\u00a0` }]
}

/** A row of more lines than this may be torn between pages: kept whole, it would leave half a page empty. */
const tallRow = 24

function layTable(table: Table, tied: boolean, textWidth: number): LaidTable {
  const heights = table.rows.map((row) => linesIn(row, table, textWidth))
  const [last = 0, beforeLast = 0] = heights.toReversed()
  const tiedRows = last > tallRow ? 0 : last + beforeLast > tallRow || heights.length < 2 ? 1 : 2
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, title: set(column.title) })),
    rows: table.rows.map((row) => padded(row, table.columns.length).map(layCell)),
    tied,
    tiedRows: tied ? Math.min(tiedRows, heights.length) : 0,
    tearable: heights.map((lines) => lines > tallRow),
  }
}

function layCell(cell: Cell): Cell {
  return { ...cell, paragraphs: cell.paragraphs.map(set) }
}

/** A row with fewer cells than columns is filled up with empty ones. */
function padded(row: readonly Cell[], columns: number): readonly Cell[] {
  const missing = columns - row.reduce((sum, cell) => sum + (cell.span ?? 1), 0)
  if (missing < 0) throw new RangeError(`A row of the table takes ${columns - missing} columns of ${columns}`)
  return [...row, ...Array.from({ length: missing }, () => ({ paragraphs: [] }))]
}

/** Millimetres a letter of table text takes on average, and the space lost to the padding of a cell. */
const letterWidth = 2.2
const cellPadding = 4

/** About how many lines a row takes: enough to tell a tall row from a usual one. */
function linesIn(row: readonly Cell[], table: Table, textWidth: number): number {
  const shares = table.columns.reduce((sum, column) => sum + column.width, 0)
  let at = 0
  const heights = row.map((cell) => {
    const span = cell.span ?? 1
    const share = table.columns.slice(at, at + span).reduce((sum, column) => sum + column.width, 0)
    at += span
    const letters = Math.max(1, ((share / shares) * textWidth - cellPadding) / letterWidth)
    return cell.paragraphs.reduce((sum, words) => sum + Math.max(1, Math.ceil(lengthOf(words) / letters)), 0)
  })
  return Math.max(1, ...heights)
}

const lengthOf = (words: Words): number => words.reduce((sum, run) => sum + run.text.length, 0)

const setText = (text: string): string => unbreakable(printable(text)).trim()

/** Words as they are printed; what rules join is joined within a run. */
function set(words: Words): Words {
  const runs = words.map((run) => ({ ...run, text: unbreakable(printable(run.text)) }))
  return runs
    .map((run, at) => ({ ...run, text: trimmed(run.text, at === 0, at === runs.length - 1) }))
    .filter((run) => run.text !== '')
}

function trimmed(text: string, first: boolean, last: boolean): string {
  const fromStart = first ? text.replace(/^ +/, '') : text
  return last ? fromStart.replace(/(?<! ) +$/, '') : fromStart
}

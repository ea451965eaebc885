import { fittedCell, fittedWidths, fittedWords } from './columns.ts'
import type { Block, Cell, Clause, Doc, Heading, Section, Signature, Table, Words } from './model.ts'
import { breakable, linesOf, printable, unbreakable } from './typography.ts'

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
  /** What every page says beside its number; empty for a real paper. */
  stamp: string
  sections: readonly LaidSection[]
}

export interface LaidSection extends Omit<Section, 'blocks'> {
  /** Whether the first page of this section is the first page of its numbering, and so shows no number. */
  numberedAnew: boolean
  blocks: readonly LaidBlock[]
}

/** The end of the text stays with the signature: `tied` blocks share a page with what follows them. */
export type LaidBlock = (Exclude<Block, Table | Clause | Heading> & { tied: boolean }) | LaidNumbered | LaidTable

/** «3.2.1.» stands before the words; empty without a number. */
export type LaidNumbered = (Clause | Heading) & { tied: boolean; mark: string; keepWithNext: boolean }

export interface LaidTable extends Table {
  tied: boolean
  /** Of its columns, in millimetres. */
  widths: readonly number[]
  /** How many of the last rows go along with the signature. */
  tiedRows: number
  /** How many rows share a page from each one on: a row of one cell is the title of what follows it. 0 inside of such a group. */
  together: readonly number[]
  /** For each row, whether it is so tall that it may be torn between pages. */
  tearable: readonly boolean[]
}

const dayWithoutDate = '2000-01-01'

/** What the papers of a demonstration are called, so that none is taken for a real one. */
const sampleStamp = 'Учебный образец'

/** Prepares a document for the renderers. */
export function layOut(doc: Doc): Layout {
  const title = printable(doc.title).trim() || 'Документ'
  return {
    title: doc.sample ? `${title} (${sampleStamp.toLowerCase()})` : title,
    author: printable(doc.author ?? '').trim(),
    date: doc.date ?? dayWithoutDate,
    stamp: doc.sample ? sampleStamp : '',
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
  const inLines = section.blocks.flatMap(lineByLine)
  const tied = tiedBlocks(inLines)
  const blocks = inLines.map((block, at) => layBlock(block, tied.has(at), textWidthOf(section)))
  return { ...section, numberedAnew, blocks }
}

/** The lines of a text that was typed as several stay several: a dash begins a row of a list, anything else a paragraph. */
function lineByLine(block: Block): Block[] {
  if (block.kind !== 'paragraph' && block.kind !== 'clause' && block.kind !== 'bullet') return [block]
  const [first, ...rest] = wordLines(block.words)
  if (first === undefined || rest.length === 0) return [block]
  const [align, indent] = block.kind === 'paragraph' ? [block.align, block.indent] : (['justify', true] as const)
  const usual = { kind: 'paragraph', align, indent, keepWithNext: block.kind === 'paragraph' && block.keepWithNext } as const
  const depth = block.kind === 'clause' ? block.depth : block.kind === 'paragraph' ? (block.depth ?? 0) : 0
  return [
    { ...block, words: first },
    ...rest.map((words): Block => {
      const [start, ...more] = words
      const row = /^[—–-]\s+(.+)$/su.exec(start?.text ?? '')?.[1]
      if (row === undefined) return { ...usual, words, depth }
      return { kind: 'bullet', words: [{ ...start, text: row }, ...more] }
    }),
  ]
}

/** Words of several lines, parted. */
function wordLines(words: Words): Words[] {
  const lines: Words[] = [[]]
  for (const run of words) {
    for (const [at, text] of run.text.split(/\r\n|[\r\n\u2028\u2029]/).entries()) {
      if (at > 0) lines.push([])
      lines.push([...(lines.pop() ?? []), { ...run, text }])
    }
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ''))
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
      return { ...block, words: set(block.words), keepWithNext: block.keepWithNext || leads(block.words), tied }
    case 'bullet':
      return { ...block, words: set(block.words), tied }
    case 'clause':
    case 'heading':
      return { ...block, mark: markOf(block.number), words: set(block.words), keepWithNext: leads(block.words), tied }
    case 'letterhead':
      return { ...block, lines: setLines(block.lines), tied }
    case 'marks':
      return { ...block, left: block.left && setLines(block.left), right: block.right && setLines(block.right), tied }
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

/** What ends with a colon leads to a list, and stays on its page. */
const leads = (words: Words): boolean => words.at(-1)?.text.trimEnd().endsWith(':') === true

/** A number as it stands before the words: «3.2.1.» with a full stop, «а)» without. */
function markOf(number: string | undefined): string {
  if (!number) return ''
  const mark = setText(number)
  return `${mark}${/[.)]$/.test(mark) ? '' : '.'}`
}

/** A row of more lines than this may be torn between pages: kept whole, it would leave half a page empty. */
const tallRow = 24

function layTable(table: Table, tied: boolean, textWidth: number): LaidTable {
  const columns = table.columns.map((column) => ({ ...column, title: set(column.title) }))
  const rows = table.rows.map((row) => padded(row, columns.length).map(layCell))
  const widths = fittedWidths({ columns, rows }, textWidth, type.table)
  const heights = rows.map((row) => linesIn(row, widths))
  const [last = 0, beforeLast = 0] = heights.toReversed()
  const tiedRows = tied
    ? Math.min(last > tallRow ? 0 : last + beforeLast > tallRow || heights.length < 2 ? 1 : 2, heights.length)
    : 0
  const titles = rows.map((row, at) => row.length === 1 && columns.length > 1 && (heights[at + 1] ?? tallRow) < tallRow)
  const titlesBefore = (at: number): number => (titles[at - 1] ? 1 + titlesBefore(at - 1) : 0)
  const firstTied = heights.length - tiedRows
  return {
    ...table,
    columns: columns.map((column, at) => ({ ...column, title: fittedWords(column.title, widths[at] ?? 0, type.table) })),
    rows: rows.map((row) => inCells(row, widths, (cell, width) => fittedCell(cell, width, type.table))),
    widths,
    tied,
    tiedRows: tiedRows === 0 ? 0 : tiedRows + titlesBefore(firstTied),
    together: groups(titles),
    tearable: heights.map((lines) => lines > tallRow),
  }
}

/** Each run of titles with the row it leads to. */
function groups(titles: readonly boolean[]): number[] {
  const lengthFrom = (at: number): number => (titles[at] ? 1 + lengthFrom(at + 1) : 1)
  return titles.map((_, at) => (titles[at - 1] ? 0 : lengthFrom(at)))
}

const layCell = (cell: Cell): Cell => ({ ...cell, paragraphs: setLines(cell.paragraphs) })

/** Asks something of each cell of a row with the width that it takes. */
function inCells<Found>(row: readonly Cell[], widths: readonly number[], ask: (cell: Cell, width: number) => Found): Found[] {
  let at = 0
  return row.map((cell) => {
    const from = at
    at += cell.span ?? 1
    return ask(
      cell,
      widths.slice(from, at).reduce((sum, width) => sum + width, 0),
    )
  })
}

/** A row with fewer cells than columns is filled up with empty ones. */
function padded(row: readonly Cell[], columns: number): readonly Cell[] {
  const missing = columns - row.reduce((sum, cell) => sum + (cell.span ?? 1), 0)
  if (missing < 0) throw new RangeError(`A row of the table takes ${columns - missing} columns of ${columns}`)
  return [...row, ...Array.from({ length: missing }, () => ({ paragraphs: [] }))]
}

/** Millimetres a letter of table text takes on average, and the space lost to the padding of a cell. */
const letterWidth = 2.2
/** Millimetres a line of it takes. */
const lineHeight = 5
const cellPadding = 4

/** About how many lines a row takes: enough to tell a tall row from a usual one. */
function linesIn(row: readonly Cell[], widths: readonly number[]): number {
  const heights = inCells(row, widths, (cell, width) => {
    const letters = Math.max(1, (width - cellPadding) / letterWidth)
    const code = cell.code ? Math.ceil(cell.code.size / lineHeight) : 0
    return cell.paragraphs.reduce((sum, words) => sum + Math.max(1, Math.ceil(lengthOf(words) / letters)), code)
  })
  return Math.max(1, ...heights)
}

const lengthOf = (words: Words): number => words.reduce((sum, run) => sum + run.text.length, 0)

const setText = (text: string): string => breakable(unbreakable(printable(text)).trim())

/** Lines as they are printed; a line typed as several is several. */
const setLines = (lines: readonly Words[]): Words[] =>
  lines.flatMap((line) => (isSeveral(line) ? wordLines(line) : [line])).map(set)
const isSeveral = (words: Words): boolean => linesOf(words.map(({ text }) => text).join('')).length > 1

/** Words as they are printed; what rules join is joined within a run. */
function set(words: Words): Words {
  const runs = words.map((run) => ({ ...run, text: breakable(unbreakable(printable(run.text))) }))
  return runs
    .map((run, at) => ({ ...run, text: trimmed(run.text, at === 0, at === runs.length - 1) }))
    .filter((run) => run.text !== '')
}

function trimmed(text: string, first: boolean, last: boolean): string {
  const fromStart = first ? text.replace(/^ +/, '') : text
  return last ? fromStart.replace(/(?<! ) +$/, '') : fromStart
}

import type { Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { cleanLine, cleanText } from '../../kernel/clean.ts'
import type { ReadBlock, ReadFile } from './blocks.ts'
import { type Numbering, numberingOf } from './numbering.ts'
import { attribute, childOf, childrenOf, elementsOf, rootOf } from './xml.ts'

/** A paper that people write is a text of some dozens of pages. */
export const mostPartBytes = 4 * 1024 * 1024
const wanted = /^word\/(document|numbering|styles|footnotes|endnotes|comments)\.xml$/

/**
 * The text of a .docx that has passed the check of files. Nothing in it is run or fetched: only the paragraphs, tables and automatic numbers are
 * read. `tooLong` when a part is larger than a programme can be, `unreadable` when it is not well-formed.
 */
export function readDocx(bytes: Uint8Array): ReadFile | 'tooLong' | 'unreadable' {
  try {
    let isLong = false
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false
        if (originalSize > mostPartBytes) isLong = true
        return !isLong
      },
    })
    return isLong ? 'tooLong' : read(parts)
  } catch {
    return 'unreadable'
  }
}

type Parts = Readonly<Record<string, Uint8Array>>

function read(parts: Parts): ReadFile {
  const root = (part: string) => (parts[part] ? rootOf(strFromU8(parts[part])) : null)
  const body = childOf(root('word/document.xml'), 'body')
  if (!body) throw new Error('no main part')
  const reader = new Reader(numberingOf(root('word/numbering.xml')), stylesOf(root('word/styles.xml')))
  const blocks = [...reader.blocks(body), ...['footnotes', 'endnotes'].flatMap((kind) => notes(reader, root(`word/${kind}.xml`)))]
  return { blocks, oddities: { ...reader.oddities, comments: parts['word/comments.xml'] !== undefined } }
}

/** Notes under the text stand at its end. The first two of them only draw the line above. */
function notes(reader: Reader, root: Element | null): ReadBlock[] {
  const all = root ? elementsOf(root).filter((note) => attribute(note, 'type') === null) : []
  return all.flatMap((note) => reader.blocks(note))
}

type Style = { readonly isHeading: boolean; readonly list: List | null }
type List = { readonly id: string; readonly level: number }

function stylesOf(root: Element | null): ReadonlyMap<string, Style> {
  const all = new Map((root ? childrenOf(root, 'style') : []).map((style) => [attribute(style, 'styleId') ?? '', style]))
  const styleOf = (id: string | null, depth = 0): Style => {
    const style = id === null ? undefined : all.get(id)
    if (!style || depth > 20) return { isHeading: false, list: null }
    const base = styleOf(attribute(childOf(style, 'basedOn'), 'val'), depth + 1)
    const properties = childOf(style, 'pPr')
    const name = attribute(childOf(style, 'name'), 'val') ?? ''
    const isHeading = /^(heading|title|заголовок)/i.test(name) || childOf(properties, 'outlineLvl') !== null || base.isHeading
    return { isHeading, list: listOf(properties) ?? base.list }
  }
  return new Map([...all.keys()].map((id) => [id, styleOf(id)]))
}

function listOf(properties: Element | null): List | null {
  const list = childOf(properties, 'numPr')
  const id = attribute(childOf(list, 'numId'), 'val')
  return id === null ? null : { id, level: Number(attribute(childOf(list, 'ilvl'), 'val') ?? 0) }
}

/** Elements whose text a reader of the page does not see: what was deleted, codes of fields, a second drawing of the same box. */
const unseen = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'Fallback',
  'pPr',
  'rPr',
  'sectPr',
  'tblPr',
  'tblGrid',
  'trPr',
  'tcPr',
])
const spaces: Readonly<Record<string, string>> = { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-', softHyphen: '' }

class Reader {
  readonly #numbering: Numbering
  readonly #styles: ReadonlyMap<string, Style>
  readonly oddities = { pictures: 0, hidden: false, deleted: false }

  constructor(numbering: Numbering, styles: ReadonlyMap<string, Style>) {
    this.#numbering = numbering
    this.#styles = styles
  }

  /** Paragraphs and tables inside an element, however deep controls and insertions hold them. */
  blocks(parent: Element): ReadBlock[] {
    return elementsOf(parent).flatMap((element): ReadBlock[] => {
      if (element.localName === 'p') return this.#paragraph(element)
      if (element.localName === 'tbl') return [this.#table(element)]
      return unseen.has(element.localName ?? '') ? [] : this.blocks(element)
    })
  }

  #paragraph(paragraph: Element): ReadBlock[] {
    const properties = childOf(paragraph, 'pPr')
    const style = this.#styles.get(attribute(childOf(properties, 'pStyle'), 'val') ?? '')
    const boxes: Element[] = []
    const list = listOf(properties) ?? style?.list ?? null
    const number = list === null ? '' : this.#numbering(list.id, list.level)
    const text = tidy(this.#text(paragraph, boxes))
    const isHeading =
      style?.isHeading === true || childOf(properties, 'outlineLvl') !== null || (list === null && isBoldLine(paragraph, text))
    const own: ReadBlock[] =
      text === '' ? [] : [{ kind: 'paragraph', text: number === '' ? text : `${number} ${text}`, isHeading }]
    return [...own, ...boxes.flatMap((box) => this.blocks(box))]
  }

  #table(table: Element): ReadBlock {
    const rows = descendants(table, 'tr').map((row) =>
      descendants(row, 'tc').map((cell) =>
        this.blocks(cell)
          .map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map((inner) => inner.join(', ')).join('\n')))
          .join('\n'),
      ),
    )
    return { kind: 'table', rows: rows.filter((row) => row.some((cell) => cell !== '')) }
  }

  #text(element: Element, boxes: Element[]): string {
    let text = ''
    for (const child of elementsOf(element)) {
      const name = child.localName ?? ''
      if (name === 't') text += child.textContent ?? ''
      else if (name in spaces) text += spaces[name]
      else if (name === 'txbxContent') boxes.push(child)
      else if (name === 'r' && this.#isHidden(child)) this.oddities.hidden = true
      else if (unseen.has(name)) this.oddities.deleted ||= name === 'del' || name === 'moveFrom'
      else {
        if (name === 'blip' || name === 'imagedata') this.oddities.pictures++
        text += this.#text(child, boxes)
      }
    }
    return text
  }

  #isHidden(run: Element): boolean {
    return isOn(childOf(childOf(run, 'rPr'), 'vanish'))
  }
}

const isOn = (property: Element | null): boolean =>
  property !== null && !['0', 'false', 'off'].includes(attribute(property, 'val') ?? '')

/** Without styles a heading is a short line in bold that does not end like a sentence or an item of a list. */
function isBoldLine(paragraph: Element, text: string): boolean {
  if (text.length > 120 || /[.;,]$/.test(text)) return false
  const written = childrenOf(paragraph, 'r').filter((run) => childOf(run, 't') !== null)
  return written.length > 0 && written.every((run) => isOn(childOf(childOf(run, 'rPr'), 'b')))
}

/** Rows of a table and cells of a row, also those wrapped in controls; not those of a table inside. */
function descendants(parent: Element, name: string): Element[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.localName === name) return [child]
    return child.localName === 'tbl' || unseen.has(child.localName ?? '') ? [] : descendants(child, name)
  })
}

const tidy = (text: string): string =>
  cleanText(text)
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '')
    .join('\n')

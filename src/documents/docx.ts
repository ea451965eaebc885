import { Document, Header, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, Table, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { docxBlock } from './docx-blocks.ts'
import { numbered, type Place } from './docx-numbers.ts'
import { mm, numbering, styles } from './docx-styles.ts'
import { textRun } from './docx-text.ts'
import { type LaidSection, type Layout, layOut, marginsOf, page } from './layout.ts'
import type { Doc } from './model.ts'

/** The document as a Word file with real styles. The same document gives the same bytes. */
export async function renderDocx(doc: Doc): Promise<Uint8Array> {
  const layout = layOut(doc)
  const { places, config } = numbered(layout.sections)
  const file = new Document({
    title: layout.title,
    creator: layout.author,
    lastModifiedBy: layout.author,
    styles,
    numbering: { config: [...numbering.config, ...config] },
    sections: layout.sections.map((section) => docxSection(section, layout.stamp, places)),
  })
  return datedFrom(layout, await Packer.toBuffer(file))
}

function docxSection(section: LaidSection, stamp: string, places: ReadonlyMap<object, Place>) {
  const margins = marginsOf(section)
  const isNumbered = section.pageNumbers === 'fromSecond'
  return {
    properties: {
      titlePage: section.numberedAnew,
      page: {
        // The library turns the page itself when the orientation is landscape.
        size: {
          width: mm(page.width),
          height: mm(page.height),
          orientation: section.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          left: mm(margins.left),
          right: mm(margins.right),
          top: mm(margins.top),
          bottom: mm(margins.bottom),
          header: mm(page.pageNumberAt),
          footer: mm(page.pageNumberAt),
        },
        pageNumbers: { start: section.startNumbering },
      },
    },
    headers: { default: header(isNumbered, stamp), first: header(false, stamp) },
    children: apart(section.blocks.flatMap((block) => docxBlock(block, section, places.get(block)))),
  }
}

/** Word joins tables that touch, and wants a paragraph after the last one. */
function apart(children: readonly (Paragraph | Table)[]): (Paragraph | Table)[] {
  return children.flatMap((child, at) => {
    const next = children[at + 1]
    return child instanceof Table && !(next instanceof Paragraph) ? [child, hairline()] : [child]
  })
}

const hairline = (): Paragraph => new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT } })

/** The number of the page in the middle and what every page of a demonstration says, on a line of its own. */
function header(isNumbered: boolean, stamp: string): Header {
  const number = new Paragraph({
    style: 'PageNumber',
    children: isNumbered ? [new TextRun({ children: [PageNumber.CURRENT] })] : [],
  })
  return new Header({
    children: stamp === '' ? [number] : [new Paragraph({ style: 'Stamp', children: [textRun(stamp)] }), number],
  })
}

const archiveTime = '1980-01-01T00:00:00'

/**
 * The library stamps the moment of writing into the file and counts pictures over the life of the process; this puts the day of
 * the document and its own count in their place.
 */
function datedFrom(layout: Layout, bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  let pictures = 0
  rewrite(parts, 'docProps/core.xml', (xml) => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${layout.date}T00:00:00Z`))
  rewrite(parts, 'word/document.xml', (xml) => xml.replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++pictures}"`))
  return zipSync(parts, { mtime: archiveTime })
}

function rewrite(parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const part = parts[name]
  if (part) parts[name] = strToU8(change(strFromU8(part)))
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { coverageOf } from './glyphs.ts'
import {
  indents,
  type LaidBlock,
  type LaidNumbered,
  type LaidTable,
  layOut,
  lineSpacing,
  marginsOf,
  page,
  singleLine,
  spaceAboveSignature,
  textWidthOf,
  type,
} from './layout.ts'
import type { Cell, Doc, Words } from './model.ts'
import { qrSvg } from './qr.ts'
import { template } from './typst-template.ts'

const packages = createRequire(import.meta.url)
const fontOf = (face: string) => readFileSync(packages.resolve(`@expo-google-fonts/tinos/${face}.ttf`))
const regular = fontOf('400Regular/Tinos_400Regular')
const others = ['400Regular_Italic/Tinos_400Regular_Italic', '700Bold/Tinos_700Bold', '700Bold_Italic/Tinos_700Bold_Italic']
const fonts = [regular, ...others.map(fontOf)]
const isDrawn = coverageOf(regular)

/** How many renderings a memoised piece of layout outlives: the next one finds the template, and fifty papers in one file stay no longer. */
const cacheAge = 1

/** One for all papers: each of them would keep the typefaces in memory, and reading them is half the work. */
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })

/**
 * The document as a tagged PDF/UA-1 file. The same document gives the same bytes. It is set and written in one step: a document that
 * comes out into JavaScript stays in memory, many megabytes of which the collector knows nothing, until the collector happens to pass.
 */
export function renderPdf(doc: Doc): Uint8Array {
  const source = { mainFileContent: template, inputs: { layout: inputOf(doc) } }
  try {
    return new Uint8Array(compiler.pdf(source, { pdfStandard: 'ua-1' }))
  } catch (error) {
    const failure = compiler.compile(source).takeError()
    throw new Error(`Typst could not set the document: ${failure ? JSON.stringify(compiler.fetchDiagnostics(failure)) : error}`)
  } finally {
    compiler.evictCache(cacheAge)
  }
}

type Drawn = Record<string, unknown>

function inputOf(doc: Doc): string {
  const layout = layOut(doc)
  const sections = layout.sections.map((section) => ({
    ...section,
    margins: marginsOf(section),
    blocks: grouped(section.blocks, textWidthOf(section)),
  }))
  const measures = { ...page, type, indents, lineSpacing, singleLine, spaceAboveSignature }
  return JSON.stringify({ ...layout, sections, measures }, (_, value) => (typeof value === 'string' ? drawable(value) : value))
}

/**
 * Words that Typst can draw. A justified line stretches ordinary non-breaking spaces; beside numbers and initials narrow ones stand in for
 * them, «№ 3», which do not stretch. Elsewhere they would keep a word from being hyphenated, and lines from being even.
 * Unicode lets no line break between a closing quote and a bracket, which office papers do: «школы № 3» (Снигур Н. А.).
 * The font has no glyph for every character of the world, and PDF/UA allows no missing one: an empty box stands in for it.
 */
function drawable(text: string): string {
  return text
    .replace(/(?<=[№§]|\d|\d\.|(?<!\p{L})\p{Lu}\.)\u00a0|\u00a0(?=\d)/gu, '\u202f')
    .replaceAll('» (', '»\u200b (')
    .replace(/[^\u0020-\u007e\u00a0\u0400-\u045f\u00ab\u00bb\u200b]/gu, (character) =>
      isDrawn(character.codePointAt(0) ?? 0) ? character : '□',
    )
}

/** Typst wants a list as one thing, and what must share a page as one block. */
function grouped(blocks: readonly LaidBlock[], textWidth: number): Drawn[] {
  const drawn: Drawn[] = []
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at]!
    const end = block.tied ? endOfTied(blocks, at) : block.kind === 'bullet' ? endOfBullets(blocks, at) : at + 1
    const group = blocks.slice(at, end)
    drawn.push(...(block.tied ? tiedGroup(group, textWidth) : block.kind === 'bullet' ? [bullets(group)] : [plain(block)]))
    at = end
  }
  return drawn
}

function endOfTied(blocks: readonly LaidBlock[], from: number): number {
  let end = from
  while (blocks[end]?.tied) end += 1
  return end + 1
}

function endOfBullets(blocks: readonly LaidBlock[], from: number): number {
  let end = from
  while (blocks[end]?.kind === 'bullet' && !blocks[end]?.tied) end += 1
  return end
}

function tiedGroup(group: readonly LaidBlock[], textWidth: number): Drawn[] {
  const [first, ...rest] = group
  const tail = rest.map(plain)
  if (first?.kind === 'table') return [{ ...first, rows: first.rows.map((row) => row.map(drawnCell)), tail }]
  if (first?.kind === 'paragraph' || first?.kind === 'clause') return [{ ...plain(first), tail, textWidth }]
  return [{ kind: 'together', blocks: group.map(plain) }]
}

function plain(block: LaidBlock): Drawn {
  if (block.kind === 'qrCode') return { ...block, svg: qrSvg(block.text) }
  if (block.kind === 'bullet') return bullets([block])
  if (block.kind === 'clause' || block.kind === 'heading') return numberedBlock(block)
  if (block.kind === 'table')
    return { ...(block satisfies LaidTable), rows: block.rows.map((row) => row.map(drawnCell)), tail: [] }
  return { ...block }
}

/** What the template draws of a cell: a code as a picture. */
const drawnCell = ({ code, ...cell }: Cell) => (code ? { ...cell, code: { ...code, svg: qrSvg(code.text) } } : cell)

/** A number stands before the words and stays with the first of them. */
function numberedBlock(block: LaidNumbered): Drawn {
  return { ...block, words: block.mark === '' ? block.words : [{ text: `${block.mark}\u00a0` }, ...block.words] }
}

function bullets(group: readonly LaidBlock[]): Drawn {
  const items: Words[] = group.flatMap((block) => (block.kind === 'bullet' ? [block.words] : []))
  return { kind: 'bullets', items }
}

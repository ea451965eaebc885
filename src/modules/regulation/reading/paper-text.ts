import type { ReadBlock } from '../../../documents/reading/blocks.ts'
import { readDocx } from '../../../documents/reading/read-docx.ts'
import { asListItem } from '../../../regulation/editor/clause-text.ts'
import { asHeading } from '../../../regulation/editor/cutting.ts'

/** More than any Положение has: it is some other text. */
export const mostCharacters = 300_000

/** The text of a paper line by line, with the numbers a reader sees; or why there is none. */
export function paperText(bytes: Uint8Array): { readonly text: string } | 'unreadable' | 'tooLong' | 'withoutText' {
  const file = readDocx(bytes)
  if (typeof file === 'string') return file
  const text = file.blocks.flatMap(linesOf).join('\n')
  if (text.trim() === '') return 'withoutText'
  return text.length > mostCharacters ? 'tooLong' : { text }
}

/** A heading that has no number says that it is one; a row of a table stands as a list, so that what its first column counts is no clause. */
function linesOf(block: ReadBlock): readonly string[] {
  if (block.kind === 'table')
    return block.rows
      .map((row) => row.map((cell) => cell.replaceAll('\n', ' ').trim()).filter(Boolean))
      .filter((cells) => cells.length > 0)
      .map((cells) => asListItem(cells.join(' — ')))
  return [block.isHeading ? asHeading(block.text) : block.text]
}

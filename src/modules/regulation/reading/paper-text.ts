import type { ReadBlock } from '../../../documents/reading/blocks.ts'
import { readDocx } from '../../../documents/reading/read-docx.ts'
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

/** A heading that has no number says that it is one; a row of a table is a line. */
function linesOf(block: ReadBlock): readonly string[] {
  if (block.kind === 'table')
    return block.rows.map((row) =>
      row
        .map((cell) => cell.replaceAll('\n', ' '))
        .filter(Boolean)
        .join(' — '),
    )
  return [block.isHeading ? asHeading(block.text) : block.text]
}

import type { ReadBlock } from '../../../documents/reading/blocks.ts'
import { readDocx } from '../../../documents/reading/read-docx.ts'
import type { Sorted } from './pieces.ts'
import { type OwnCaption, recognise } from './recognise.ts'

/** How much a person can be asked to look through piece by piece; a programme is some dozens of pages. */
export const mostPieces = 3000
export const mostCharacters = 500_000

/** What the thread that takes a file apart is given. */
export type SentApart = { readonly bytes: Uint8Array; readonly own: readonly OwnCaption[] }

/** A file taken apart, or why it was not. */
export function sortFile(
  bytes: Uint8Array,
  newKey: () => string,
  own: readonly OwnCaption[],
): Sorted | 'unreadable' | 'tooLong' | 'withoutText' {
  const file = readDocx(bytes)
  if (typeof file === 'string') return file
  const length = lengthOf(file.blocks)
  if (length === 0) return 'withoutText'
  if (length > mostCharacters || file.blocks.length > mostPieces) return 'tooLong'
  const sorted = recognise(file, newKey, own)
  return sorted.recognised.pieces.length + sorted.unplaced.length > mostPieces ? 'tooLong' : sorted
}

const lengthOf = (blocks: readonly ReadBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.text.length : block.rows.flat().join('').length), 0)

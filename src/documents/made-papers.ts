import { createHash } from 'node:crypto'
import type { Doc } from './model.ts'
import { type Format, render } from './render.ts'

/** So many bytes of papers are kept; the one asked for longest ago goes first. */
const mostBytes = 32 * 1024 * 1024

type Made = { readonly bytes: Promise<Uint8Array>; size: number }
const kept = new Map<string, Made>()
let total = 0

/**
 * A paper, made once for all who ask for the same one, also while it is being made: what says the same is the same file.
 * `whose` is who waits; each person has a turn of their own, strangers have one together.
 */
export function madePaper(doc: Doc, format: Format, whose: string): Promise<Uint8Array> {
  const key = createHash('sha256')
    .update(`${format} ${JSON.stringify(doc)}`)
    .digest('base64')
  const made = kept.get(key) ?? make(key, () => render(doc, format, { whose }))
  if (kept.delete(key)) kept.set(key, made) // the freshest last
  return made.bytes
}

function make(key: string, work: () => Promise<Uint8Array>): Made {
  const made: Made = { bytes: work(), size: 0 }
  kept.set(key, made)
  made.bytes.then(
    ({ length }) => {
      made.size = length
      total += length
      for (const [oldest, { size }] of kept) {
        if (total <= mostBytes) break
        if (size === 0) continue // being made
        kept.delete(oldest)
        total -= size
      }
    },
    () => kept.delete(key),
  )
  return made
}

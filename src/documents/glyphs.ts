/** Which characters a TrueType font can draw, read from its character map (formats 4 and 12, platform Windows). */
export function coverageOf(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableOffset(view, 'cmap')
  const ranges = subtables(view, cmap).flatMap((offset) => rangesOf(view, offset))
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}

type Range = readonly [first: number, last: number]

function tableOffset(view: DataView, tag: string): number {
  const count = view.getUint16(4)
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))
    if (name === tag) return view.getUint32(at + 8)
  }
  throw new Error(`The font has no table «${tag}»`)
}

const windows = 3

function subtables(view: DataView, cmap: number): number[] {
  const records = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + 4 + index * 8)
  return records.filter((at) => view.getUint16(at) === windows).map((at) => cmap + view.getUint32(at + 4))
}

function rangesOf(view: DataView, offset: number): Range[] {
  const format = view.getUint16(offset)
  if (format === 4) return segments(view, offset)
  if (format === 12) return groups(view, offset)
  return []
}

function segments(view: DataView, offset: number): Range[] {
  const doubled = view.getUint16(offset + 6)
  const ends = offset + 14
  const starts = ends + doubled + 2
  const ranges = Array.from(
    { length: doubled / 2 },
    (_, index) => [view.getUint16(starts + index * 2), view.getUint16(ends + index * 2)] as const,
  )
  return ranges.filter(([first]) => first !== 0xffff)
}

function groups(view: DataView, offset: number): Range[] {
  return Array.from({ length: view.getUint32(offset + 12) }, (_, index) => {
    const at = offset + 16 + index * 12
    return [view.getUint32(at), view.getUint32(at + 4)] as const
  })
}

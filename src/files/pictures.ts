import type { FileHandle } from 'node:fs/promises'

type Picture = { readonly file: FileHandle; readonly size: number }

async function at({ file, size }: Picture, from: number, length: number): Promise<Buffer | null> {
  if (from + length > size) return null
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
  return bytesRead === length ? buffer : null
}

/** More segments than any camera or program writes. */
const mostSegments = 20_000

/** Whether a file is a JPEG by its segments: each leads to the next, the size of the picture is said, then its points begin. */
export async function isJpeg(picture: Picture): Promise<boolean> {
  let place = 2
  let hasFrame = false
  for (let count = 0; count < mostSegments; count++) {
    const head = await at(picture, place, 4)
    if (head?.[0] !== 0xff) return false
    const marker = head.readUInt8(1)
    const length = head.readUInt16BE(2)
    if (marker === 0xff) {
      place++ // filling
      continue
    }
    if (length < 2) return false
    if (marker === 0xda) return hasFrame && place + 2 + length < picture.size
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) hasFrame = true
    place += 2 + length
  }
  return false
}

/** Whether a file is a PNG by its chunks: from the size of the picture through its points to the end. */
export async function isPng(picture: Picture): Promise<boolean> {
  let place = 8
  let hasPoints = false
  for (let count = 0; count < mostSegments; count++) {
    const head = await at(picture, place, 8)
    if (!head) return false
    const kind = head.toString('latin1', 4)
    if ((count === 0) !== (kind === 'IHDR')) return false
    if (kind === 'IDAT') hasPoints = true
    if (kind === 'IEND') return hasPoints
    place += 12 + head.readUInt32BE(0)
  }
  return false
}

import { crc32, deflateSync } from 'node:zlib'
import { encode, renderSVG } from 'uqr'

/** White modules around the code, as the standard asks. */
const border = 4

export const qrSvg = (text: string): string => renderSVG(text, { border })

/** The code as a PNG of one bit a pixel: Word shows it in every version. */
export function qrPng(text: string): Buffer {
  const { data } = encode(text, { border })
  const scale = 8
  const line = (modules: readonly boolean[]) =>
    Buffer.concat([Buffer.of(0), packed(modules.flatMap((dark) => Array(scale).fill(!dark)))])
  const pixels = Buffer.concat(data.flatMap((modules) => Array(scale).fill(line(modules))))
  const side = data.length * scale
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  return Buffer.concat([
    signature,
    chunk('IHDR', header(side)),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Bit depth 1, greyscale. */
function header(side: number): Buffer {
  const bytes = Buffer.alloc(13)
  bytes.writeUInt32BE(side, 0)
  bytes.writeUInt32BE(side, 4)
  bytes.writeUInt8(1, 8)
  return bytes
}

function packed(bits: readonly boolean[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8))
  for (const [at, bit] of bits.entries()) {
    if (bit) bytes.writeUInt8(bytes.readUInt8(at >> 3) | (0x80 >> (at & 7)), at >> 3)
  }
  return bytes
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const ends = Buffer.alloc(4)
  ends.writeUInt32BE(crc32(named))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, named, ends])
}

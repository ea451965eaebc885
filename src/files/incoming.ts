import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isId, newId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/types.ts'

/** A file as it came with a form. Its bytes lie in a temporary file that ends with the request; nothing holds them in memory. */
export type SentFile = {
  readonly name: string
  readonly size: number
  readonly sha256: Buffer
  readonly path: string
  /** Larger than anything that is kept: the bytes were thrown away on the way in. */
  readonly cut: boolean
}

let folder: string | null = null

/** Says once where the files of requests under way lie. */
export function receiveIn(dir: string): void {
  folder = dir
}

/** Writes a stream to a temporary file, counting and hashing on the way. Beyond `most` bytes the rest is only swallowed. */
export async function receiveFile(name: string, bytes: Readable, most: number): Promise<SentFile> {
  const place = await freshPlace()
  const hash = createHash('sha256')
  let size = 0
  async function* counted(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      size += chunk.length
      if (size > most) continue
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(bytes, counted, createWriteStream(place, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    await fs.rm(place, { force: true })
    throw error
  }
  const cut = size > most
  if (cut) await fs.rm(place)
  return { name, size, sha256: hash.digest(), path: place, cut }
}

async function freshPlace(): Promise<string> {
  if (folder === null) throw new Error('receiveIn has not been called')
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  return path.join(folder, newId())
}

/** Removes the temporary files of a request that has been answered. */
export async function forgetSent(files: Readonly<Record<string, readonly SentFile[]>>): Promise<void> {
  for (const file of Object.values(files).flat()) await fs.rm(file.path, { force: true })
}

/** Removes what requests left behind whose process was killed: temporary files last written before `before`. Says how many went. */
export async function sweepIncoming(before: Instant): Promise<number> {
  if (folder === null) return 0
  const names = await fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  let swept = 0
  for (const name of names.filter(isId)) {
    const place = path.join(folder, name)
    const written = await fs.stat(place).catch(() => null) // a request may have ended meanwhile
    if (!written || written.mtime >= before) continue
    await fs.rm(place, { force: true })
    swept++
  }
  return swept
}

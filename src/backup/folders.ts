import fs, { type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from '../kernel/errors.ts'
import type { Source } from './archive-write.ts'

const atOnce = 256 * 1024

/** The bytes a file has now; what is added while it is read belongs to a later copy. Null when it has gone. */
export async function bytesOf(file: string): Promise<AsyncIterable<Buffer> | null> {
  try {
    return piecesOf(await fs.open(file, 'r'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

async function* piecesOf(handle: FileHandle): AsyncGenerator<Buffer> {
  try {
    const { size } = await handle.stat()
    for (let at = 0; at < size; ) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(atOnce, size - at)), 0, undefined, at)
      if (bytesRead === 0) return // cut off meanwhile
      yield buffer.subarray(0, bytesRead)
      at += bytesRead
    }
  } finally {
    await handle.close()
  }
}

/** Everything below a folder under a name: folders, then their files. What `skips` names is left out. */
export async function* sourcesIn(folder: string, name: string, skips: (inside: string) => boolean): AsyncGenerator<Source> {
  yield { path: name, open: 'folder' }
  yield* below(folder, name, '', skips)
}

async function* below(folder: string, name: string, at: string, skips: (inside: string) => boolean): AsyncGenerator<Source> {
  for await (const found of await fs.opendir(path.join(folder, at))) {
    const inside = path.join(at, found.name)
    if (skips(inside)) continue
    const under = `${name}/${inside}`
    if (found.isDirectory()) {
      yield { path: under, open: 'folder' }
      yield* below(folder, name, inside, skips)
    } else if (found.isFile()) yield { path: under, open: () => bytesOf(path.join(folder, inside)) }
  }
}

/** A text as the bytes of a file. */
export async function* textBytes(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

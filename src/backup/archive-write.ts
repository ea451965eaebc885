import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'
import { chunkBytes, type Manifest, type ManifestEntry } from './manifest.ts'
import { type Key, newSeal, type Seal } from './seal.ts'

const compress = promisify(zstdCompress)
const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }
/** An archive that is not finished. */
export const unfinished = '.part'
export const ending = Buffer.from('PLCOPYOK')

/** Something to put into an archive: a folder, or a file whose bytes are asked for when its turn comes; null when it has gone meanwhile. */
export type Source = { readonly path: string; readonly open: 'folder' | (() => Promise<AsyncIterable<Buffer> | null>) }

type Given = {
  readonly file: string
  readonly key: Key
  readonly kind: Manifest['kind']
  readonly takenAt: Date
  /** Asked when all sources are in. */
  readonly database?: () => Manifest['database']
  readonly series?: string
}

/**
 * Writes an archive: sealed chunks, the index, the ending. It gets its name when all of it is on the disk, so that a kill leaves at most a
 * file that is named as unfinished. Holds one chunk and the list of entries in memory.
 */
export async function writeArchive(given: Given, sources: AsyncIterable<Source>): Promise<{ bytes: number; entries: number }> {
  const beside = given.file + unfinished
  const out = await fs.open(beside, 'w', 0o600)
  try {
    const contents = await writeContents(out, await newSeal(given.key, given.series), sources)
    const { bytes, entries } = await contents.end({
      format: 1,
      kind: given.kind,
      takenAt: given.takenAt.toISOString(),
      database: given.database?.() ?? null,
    })
    await out.sync()
    await fs.rename(beside, given.file)
    await syncFolder(path.dirname(given.file))
    return { bytes, entries }
  } catch (error) {
    await fs.rm(beside, { force: true })
    throw error
  } finally {
    await out.close()
  }
}

async function writeContents(out: fs.FileHandle, seal: Seal, sources: AsyncIterable<Source>) {
  const [entries, folders, chunks]: [ManifestEntry[], string[], number[]] = [[], [], []]
  const chunk = Buffer.alloc(chunkBytes)
  let [filled, at] = [0, 0]
  const put = async (part: number | 'index', plain: Buffer): Promise<number> => {
    const sealed = seal.close(part, await compress(plain, fast))
    await out.writeFile(sealed)
    return sealed.length
  }
  const flush = async () => {
    if (filled > 0) chunks.push(await put(chunks.length, chunk.subarray(0, filled)))
    filled = 0
  }
  const add = async (bytes: Buffer) => {
    for (let from = 0; from < bytes.length; ) {
      const taken = bytes.copy(chunk, filled, from)
      filled += taken
      from += taken
      if (filled === chunkBytes) await flush()
    }
  }

  await out.writeFile(seal.header)
  for await (const { path: name, open } of sources) {
    if (open === 'folder') {
      folders.push(name)
      continue
    }
    const bytes = await open()
    if (bytes === null) continue
    const hash = createHash('sha256')
    const began = at
    for await (const piece of bytes) {
      hash.update(piece)
      at += piece.length
      await add(piece)
    }
    entries.push({ path: name, at: began, size: at - began, sha256: hash.digest('hex') })
  }
  await flush()
  return {
    async end(about: Pick<Manifest, 'format' | 'kind' | 'takenAt' | 'database'>) {
      const whole: Manifest = { ...about, folders, entries, chunks }
      const where = chunks.reduce((sum, length) => sum + length, seal.header.length)
      const length = await put('index', Buffer.from(JSON.stringify(whole)))
      const place = Buffer.alloc(8)
      place.writeBigUInt64BE(BigInt(where))
      await out.writeFile(Buffer.concat([place, ending]))
      return { bytes: where + length + place.length + ending.length, entries: entries.length }
    },
  }
}

/** Puts the names in a folder on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** A single source. */
export async function* one(source: Source): AsyncGenerator<Source> {
  yield source
}

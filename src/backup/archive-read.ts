import { createHash, type Hash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { ending } from './archive-write.ts'
import { BackupError } from './backup-error.ts'
import { chunkBytes, type Manifest, type ManifestEntry, manifest } from './manifest.ts'
import { headerBytes, type Key, sealFrom } from './seal.ts'

const decompress = promisify(zstdDecompress)

export type Archive = {
  /** As people call it. */
  readonly name: string
  readonly manifest: Manifest
  /** The contents of a chunk; null when it is damaged. */
  chunk(number: number): Promise<Buffer | null>
  close(): Promise<void>
}

/** Opens an archive by its index. Another file, another key and a torn archive are refused, each in its words. */
export async function openArchive(file: string, key: Key): Promise<Archive> {
  const name = path.basename(file)
  const handle = await fs.open(file, 'r').catch((error: Error) => {
    throw new BackupError(`Копия ${file} не читается (${error.message}): проверьте путь и права.`)
  })
  const bytesAt = async (from: number, length: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.max(length, 0)), 0, Math.max(length, 0), from)
    return buffer.subarray(0, bytesRead)
  }
  try {
    const { size } = await handle.stat()
    const seal = await sealFrom(await bytesAt(0, headerBytes), key, name)
    const end = await bytesAt(size - 16, 16)
    if (end.length < 16 || !end.subarray(8).equals(ending))
      throw new BackupError(`${name}: копия оборвана, её конца нет. Возьмите другую копию.`)
    const where = Number(end.readBigUInt64BE())
    const index = where < size ? seal.open('index', await bytesAt(where, size - 16 - where)) : null
    if (index === null) throw new BackupError(`${name}: оглавление копии повреждено, прочесть её нельзя. Возьмите другую копию.`)
    const told = manifest.parse(JSON.parse((await decompress(index)).toString()))
    const starts: number[] = []
    told.chunks.reduce((at, length) => {
      starts.push(at)
      return at + length
    }, headerBytes)
    return {
      name,
      manifest: told,
      async chunk(number) {
        const plain = seal.open(number, await bytesAt(starts[number] ?? size, told.chunks[number] ?? 0))
        return plain && decompress(plain)
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** A piece of an entry, in the order of the archive; without bytes when its chunk is damaged. */
type Piece = { readonly entry: ManifestEntry; readonly bytes: Buffer | null; readonly chunk: number; readonly last: boolean }

/** All entries piece by piece, one chunk in memory at a time. An empty file is one piece of no bytes. */
export async function* piecesOf({ manifest: { entries }, chunk }: Archive): AsyncGenerator<Piece> {
  let held: { number: number; bytes: Buffer | null } = { number: -1, bytes: null }
  for (const entry of entries) {
    const end = entry.at + entry.size
    if (entry.size === 0) yield { entry, bytes: Buffer.alloc(0), chunk: Math.floor(entry.at / chunkBytes), last: true }
    for (let at = entry.at; at < end; ) {
      const number = Math.floor(at / chunkBytes)
      if (held.number !== number) held = { number, bytes: await chunk(number) }
      const next = Math.min(end, (number + 1) * chunkBytes)
      const bytes = held.bytes?.subarray(at - number * chunkBytes, next - number * chunkBytes) ?? null
      yield { entry, bytes, chunk: number, last: next === end }
      at = next
    }
  }
}

/** An entry that is not what was put in, and where. */
export type Harm = { readonly path: string; readonly chunk: number }

/** Reads the whole archive and names every entry that is not as it was, with the first chunk of it that is damaged. */
export async function harmIn(archive: Archive): Promise<Harm[]> {
  const harm = new Map<string, number>()
  let hash: Hash = createHash('sha256')
  for await (const { entry, bytes, chunk, last } of piecesOf(archive)) {
    const { path: name } = entry
    if (bytes) hash.update(bytes)
    else if (!harm.has(name)) harm.set(name, chunk)
    if (!last) continue
    if (hash.digest('hex') !== entry.sha256 && !harm.has(name)) harm.set(name, chunk)
    hash = createHash('sha256')
  }
  return [...harm].map(([name, chunk]) => ({ path: name, chunk }))
}

/** One damaged place in words. */
export const harmSentence = (name: string, { path: entry, chunk }: Harm): string =>
  `${name}: повреждён файл ${entry}, кусок ${chunk + 1}.`

import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { newId } from '../../kernel/ids.ts'

const mostInMemory = 1024 * 1024
const mostLargeAtOnce = 2
let large = 0

/** Two large files are being made already. */
export class TooManyFiles extends Error {}

/**
 * Takes all the bytes before anything is sent, so that a file is whole or not sent at all and the database is not kept waiting by a slow
 * reader. What is large lies in a nameless file on the disk; no more than two of these are written at once.
 */
export async function keptBytes(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | ReadableStream> {
  const held: Uint8Array[] = []
  let size = 0
  let file: FileHandle | null = null
  try {
    for await (const piece of pieces) {
      size += piece.length
      if (!file && size > mostInMemory) {
        file = await namelessFile()
        for (const one of held) await file.appendFile(one)
      }
      if (file) await file.appendFile(piece)
      else held.push(piece)
    }
  } catch (error) {
    await file?.close()
    throw error
  } finally {
    if (file) large -= 1
  }
  return file ? (Readable.toWeb(file.createReadStream({ start: 0 })) as ReadableStream) : Buffer.concat(held)
}

async function namelessFile(): Promise<FileHandle> {
  if (large >= mostLargeAtOnce) throw new TooManyFiles()
  large += 1
  try {
    const place = path.join(tmpdir(), newId())
    const file = await open(place, 'wx+', 0o600)
    await unlink(place)
    return file
  } catch (error) {
    large -= 1
    throw error
  }
}

export async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of pieces) yield encoder.encode(piece)
}

/** The answer with a whole file; while two large ones are being made, a word to come again. */
export async function savedAs(pieces: AsyncIterable<Uint8Array>, headers: Readonly<Record<string, string>>): Promise<Response> {
  try {
    return new Response(await keptBytes(pieces), { headers: { 'Cache-Control': 'no-store', ...headers } })
  } catch (error) {
    if (!(error instanceof TooManyFiles)) throw error
    const text = 'Сейчас готовят другие большие таблицы. Попробуйте через несколько секунд.'
    return new Response(text, { status: 429, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5' } })
  }
}

import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { newId } from '../../kernel/ids.ts'

const mostInMemory = 1024 * 1024

/**
 * Takes all the bytes before anything is sent, so that a file is whole or not sent at all and the database is not kept waiting by a slow
 * reader. What is large lies in a nameless file on the disk.
 */
export async function keptBytes(
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ body: Uint8Array<ArrayBuffer> | ReadableStream; size: number }> {
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
  }
  return { size, body: file ? (Readable.toWeb(file.createReadStream({ start: 0 })) as ReadableStream) : Buffer.concat(held) }
}

async function namelessFile(): Promise<FileHandle> {
  const place = path.join(tmpdir(), newId())
  const file = await open(place, 'wx+', 0o600)
  await unlink(place)
  return file
}

export async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of pieces) yield encoder.encode(piece)
}

/** The answer with a whole file. */
export async function savedAs(pieces: AsyncIterable<Uint8Array>, headers: Readonly<Record<string, string>>): Promise<Response> {
  const { body, size } = await keptBytes(pieces)
  return new Response(body, { headers: { 'Cache-Control': 'no-store', 'Content-Length': String(size), ...headers } })
}

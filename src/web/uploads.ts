import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import type { Context } from 'hono'
import { mostFileBytes } from '../files/check.ts'
import { forgetSent, receiveFile, type SentFile } from '../files/incoming.ts'
import { syscallOf } from '../kernel/errors.ts'
import { formOf, mostFields, readForm, type SentForm } from './form-data.ts'

/** Fields with their text, as they came or put together. */
export type Texts = readonly (readonly [string, string | string[]])[]

/** The body weighs more than the route takes. */
export class BodyTooLarge extends Error {}
/** Not a form that a page of ours could have sent, or not all of one. */
class Unreadable extends Error {}

/** The text of a form may weigh so much; the rest of `most` is for files. */
const mostTextBytes = 1024 * 1024
/** Parts of a form that are files. How many a field takes is asked later, with a sentence. */
const mostFileParts = 20

export const isMultipart = (c: Context): boolean => /^multipart\/form-data/i.test(c.req.header('content-type') ?? '')

/** What came with a request, kept for an error page: a body can be read only once. */
const received = new WeakMap<Request, Texts>()

/**
 * The form of a request; its files lie in temporary files, which the caller removes when it has answered. Null for what is no form of
 * ours. Throws BodyTooLarge, and what the disk throws.
 */
export async function receiveForm(c: Context, most: number): Promise<SentForm | null> {
  try {
    const form = isMultipart(c) ? await receiveParts(c.req.raw, most) : readForm(await c.req.formData())
    received.set(c.req.raw, Object.entries(form.values))
    return form
  } catch (error) {
    if (error instanceof BodyTooLarge || isOfTheDisk(error)) throw error
    return null
  }
}

/** The text of a form whose files nobody may send any more: they are read past. Null for what is no form of ours, and for too much of it. */
export async function receiveText(c: Context, most: number): Promise<{ sent: SentForm; hadFiles: boolean } | null> {
  try {
    if (!isMultipart(c)) return { sent: readForm(await c.req.formData()), hadFiles: false }
    const past = { any: false }
    return { sent: await receiveParts(c.req.raw, most, past), hadFiles: past.any }
  } catch {
    return null
  }
}

/** The text of a request's form, for an error page; from a form with files perhaps only what stands before the first of them. */
export async function receiveTexts(c: Context): Promise<Texts> {
  if (!received.has(c.req.raw)) await receiveForm(c, 0).catch(() => null)
  return received.get(c.req.raw) ?? []
}

/** Errors of reading the request's socket name a system call too. */
function isOfTheDisk(error: unknown): boolean {
  const syscall = syscallOf(error)
  return syscall !== undefined && syscall !== 'read'
}

/** Parts as they come, until the first thing that is wrong. */
type Coming = {
  readonly texts: [string, string][]
  /** In the order of the form, however long each takes to write; null for one that could not be. */
  readonly files: Promise<[string, SentFile] | null>[]
  readonly streams: Set<Readable>
  fault: unknown
}

async function receiveParts(request: Request, most: number, past?: { any: boolean }): Promise<SentForm> {
  if (!request.body) throw new Unreadable()
  const coming: Coming = { texts: [], files: [], streams: new Set(), fault: null }
  received.set(request, coming.texts) // as far as it comes
  const stop = new AbortController()
  const fail = (fault: unknown) => {
    coming.fault ??= fault
    stop.abort()
    for (const stream of coming.streams) stream.destroy(coming.fault as Error)
  }
  const noFiles = most === 0 || Number(request.headers.get('content-length') ?? 0) > most
  const parser = parserOf(request, coming, { fail, noFiles, past })
  let size = 0
  async function* counted(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      size += chunk.length
      if (size > (most || mostTextBytes)) throw new BodyTooLarge()
      yield chunk
    }
  }
  const body = Readable.fromWeb(request.body as ReadableStream)
  await pipeline(body, counted, parser, { signal: stop.signal }).catch(fail)
  const files = (await Promise.all(coming.files)).filter((file) => file !== null)
  try {
    if (coming.fault) throw coming.fault
    return formOf(coming.texts, files)
  } catch (error) {
    await forgetSent({ all: files.map(([, file]) => file) })
    throw error
  }
}

type Reactions = {
  readonly fail: (fault: unknown) => void
  readonly noFiles: boolean
  readonly past?: { any: boolean } | undefined
}

function parserOf(request: Request, coming: Coming, { fail, noFiles, past }: Reactions): BusboyInstance {
  const parser = new Busboy({
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    limits: { fieldSize: mostTextBytes, fields: mostFields, files: mostFileParts, headerPairs: 20, headerSize: 8 * 1024 },
  })
  let textBytes = 0
  parser.on('field', (name: string | undefined, value: string, _cutName: boolean, cut: boolean) => {
    textBytes += Buffer.byteLength(value)
    if (name === undefined) fail(new Unreadable())
    else if (cut || textBytes > mostTextBytes) fail(new BodyTooLarge())
    else coming.texts.push([name, value])
  })
  parser.on('file', (name: string | undefined, stream: Readable, filename: string | undefined) => {
    stream.on('error', fail)
    coming.streams.add(stream)
    if (!filename) return stream.resume() // nothing was chosen
    if (past) {
      past.any = true
      return stream.resume()
    }
    if (noFiles) return fail(new BodyTooLarge())
    if (name === undefined) return fail(new Unreadable())
    coming.files.push(
      receiveFile(filename, stream, mostFileBytes).then(
        (file): [string, SentFile] => [name, file],
        (fault) => {
          fail(fault)
          return null
        },
      ),
    )
  })
  for (const event of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) parser.on(event, () => fail(new Unreadable()))
  return parser
}

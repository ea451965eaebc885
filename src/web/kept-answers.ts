import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { createGunzip, gunzip, gzip } from 'node:zlib'
import type { Context } from 'hono'
import { createKeeping, type Keeping } from '../kernel/keeping.ts'
import { takesGzip } from './packing.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Kept = { readonly headers: Readonly<Record<string, string>>; readonly bytes: Bytes; readonly isPacked: boolean }

/** Answers to strangers, kept in this process for as long as what they tell stands. */
export type KeptAnswers = { readonly made: Keeping<Kept>; readonly making: Map<string, Promise<Kept | Response>> }

const megabyte = 1024 * 1024
const longestKept = 32 * megabyte
export const keepAnswers = (): KeptAnswers => ({
  made: createKeeping({ heaviest: 16 * megabyte, forMs: 10 * 60_000, weightOf: ({ bytes }) => bytes.length }),
  making: new Map(),
})

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]
const level = 4

/**
 * The answer as it was made for this stamp, or made now. It has a mark of its content, the same from every process; a browser that has it
 * already is told so (304) and gets nothing more.
 */
export async function answerKept(
  c: Context,
  keeping: KeptAnswers,
  stamp: string,
  make: () => Promise<Response>,
): Promise<Response> {
  const key = c.req.url
  const kept = keeping.made.get(key, stamp) ?? (await makeOnce(keeping, key, stamp, make))
  if (kept instanceof Response) return kept
  const { headers, bytes, isPacked } = kept
  const asked = (c.req.header('if-none-match') ?? '').split(',').map((mark) => mark.trim())
  if (asked.includes(headers.ETag ?? '')) return new Response(null, { status: 304, headers })
  if (!isPacked) return new Response(bytes, { headers })
  if (takesGzip(c)) return new Response(bytes, { headers: { ...headers, 'Content-Encoding': 'gzip' } })
  return new Response(Readable.toWeb(Readable.from([bytes]).pipe(createGunzip())) as ReadableStream, { headers })
}

/** However many ask at once, it is made once; what cannot be kept each has made for itself. */
async function makeOnce(
  keeping: KeptAnswers,
  key: string,
  stamp: string,
  make: () => Promise<Response>,
): Promise<Kept | Response> {
  const name = `${stamp} ${key}`
  const underWay = keeping.making.get(name)
  if (underWay) {
    const kept = await underWay.catch(() => null)
    return kept && !(kept instanceof Response) ? kept : make()
  }
  const making = make().then(async (made) => {
    if (made.status !== 200 || Number(made.headers.get('content-length')) > longestKept) return made
    const kept = await taken(made)
    keeping.made.set(key, stamp, kept)
    return kept
  })
  keeping.making.set(name, making)
  try {
    return await making
  } finally {
    keeping.making.delete(name)
  }
}

async function taken(made: Response): Promise<Kept> {
  const came = new Uint8Array(await made.arrayBuffer())
  const cameIsPacked = made.headers.has('content-encoding')
  const plain = cameIsPacked ? await unpack(came) : came
  const type = made.headers.get('content-type') ?? ''
  const isPacked = cameIsPacked || /^text\/|json/.test(type)
  const headers: Record<string, string> = {
    'Content-Type': type,
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Encoding, Cookie',
    ETag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
  }
  const name = made.headers.get('content-disposition')
  if (name) headers['Content-Disposition'] = name
  return { headers, isPacked, bytes: isPacked && !cameIsPacked ? new Uint8Array(await pack(came, { level })) : came }
}

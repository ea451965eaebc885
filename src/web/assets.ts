import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context } from 'hono'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}

type Asset = {
  readonly type: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly br: Uint8Array<ArrayBuffer> | null
  readonly gzip: Uint8Array<ArrayBuffer> | null
}

/** Serves the built assets: names carry a hash of the content, so a browser may keep them for ever. Each is read and packed once. */
export function assetServer(folder: string): (c: Context) => Promise<Response> {
  const kept = new Map<string, Promise<Asset | null>>()
  return async (c) => {
    const name = c.req.param('name') ?? ''
    const type = mediaTypes[path.extname(name)]
    if (!/^[\w.-]+$/.test(name) || !type) return c.notFound()
    let loading = kept.get(name)
    if (!loading) {
      loading = load(path.join(folder, name), type)
      kept.set(name, loading)
    }
    const asset = await loading
    if (!asset) {
      kept.delete(name)
      return c.notFound()
    }
    const accepted = c.req.header('accept-encoding') ?? ''
    const packed = (['br', 'gzip'] as const).find((name) => asset[name] && new RegExp(`\\b${name}\\b`).test(accepted))
    const headers: Record<string, string> = {
      'Content-Type': asset.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    }
    if (packed) headers['Content-Encoding'] = packed
    // The worker of a roll-call answers for the page that calls it, not for what lies beside its script.
    if (name.startsWith('roll-worker.')) headers['Service-Worker-Allowed'] = '/'
    return c.body((packed && asset[packed]) ?? asset.plain, 200, headers)
  }
}

async function load(file: string, type: string): Promise<Asset | null> {
  const extension = path.extname(file)
  const plain = await readFile(file).catch(() => null)
  if (!plain) return null
  const packs = extension === '.css' || extension === '.js' || extension === '.svg'
  return {
    type,
    plain: new Uint8Array(plain),
    br: packs ? new Uint8Array(brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })) : null,
    gzip: packs ? new Uint8Array(gzipSync(plain, { level: 9 })) : null,
  }
}

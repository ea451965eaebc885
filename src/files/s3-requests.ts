import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import aws4 from 'aws4'
import { StoreAway } from './file-store.ts'

/** Where an S3-compatible store is and who we are there. */
export type S3Settings = {
  /** Address without a path: https://storage.example.ru */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

export type S3Request = {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  /** Under the bucket; empty for the bucket itself. */
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  /** What is sent: a file of a known size, so that it goes as a stream, and its hash, so that the store refuses anything else. */
  readonly body?: { readonly path: string; readonly size: number; readonly sha256: Buffer }
}
export type Ask = (request: S3Request) => Promise<http.IncomingMessage>

const silenceMs = 30_000
const tries = 3
/** An answer without a status is no answer of a store. */
export const statusOf = ({ statusCode = 500 }: http.IncomingMessage): number => statusCode
/** What stands for the hash of a body that is not there. */
export const sha256OfNothing = createHash('sha256').digest()

/** Requests to one store. A connection that breaks and a store that is busy are tried again: each of our requests may be repeated. */
export function s3Requests(settings: S3Settings): Ask {
  const url = new URL(settings.endpoint)
  const { Agent, request: open } = url.protocol === 'https:' ? https : http
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })

  function askOnce(request: S3Request): Promise<http.IncomingMessage> {
    const { method, body } = request
    const signed = aws4.sign(signable(settings, url.host, request), {
      accessKeyId: settings.accessKey,
      secretAccessKey: settings.secretKey,
    })
    const { hostname, port, protocol } = url
    const where = { hostname: hostname.replace(/^\[|\]$/g, ''), port, protocol, path: signed.path, method }
    return new Promise((resolve, reject) => {
      const sending = open({ ...where, agent, headers: signed.headers })
      sending.setTimeout(silenceMs, () => sending.destroy(new Error(`no word from ${url.host} for ${silenceMs} ms`)))
      sending.on('error', reject)
      sending.on('response', (response) => {
        sending.setTimeout(0) // a reader may be slow
        resolve(response)
      })
      if (!body || body.size === 0) return sending.end()
      const bytes = createReadStream(body.path)
      bytes.on('error', (error) => sending.destroy(error))
      sending.on('close', () => bytes.destroy())
      bytes.pipe(sending)
    })
  }

  return async function ask(request) {
    for (let attempt = 1; ; attempt++) {
      const answer = await askOnce(request).catch((error: NodeJS.ErrnoException) => {
        if (error.syscall === 'open') throw error // the file to send is not there
        return new StoreAway(url.host, error.code ?? error.message)
      })
      if (!(answer instanceof StoreAway) && statusOf(answer) < 500) return answer
      if (attempt === tries) throw answer instanceof StoreAway ? answer : new StoreAway(url.host, String(answer.statusCode))
      if (!(answer instanceof StoreAway)) answer.resume()
      await sleep(200 * attempt)
    }
  }
}

function signable({ bucket, region }: S3Settings, host: string, { method, key, query, body }: S3Request) {
  const path = `/${bucket}${key && `/${key}`}${query ? `?${new URLSearchParams(query)}` : ''}`
  const headers: http.OutgoingHttpHeaders = { 'X-Amz-Content-Sha256': (body?.sha256 ?? sha256OfNothing).toString('hex') }
  if (body) Object.assign(headers, { 'Content-Length': body.size, 'Content-Type': 'application/octet-stream' })
  return { service: 's3', region, host, method, path, headers }
}

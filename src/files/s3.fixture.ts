import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import aws4 from 'aws4'

/** What a store of the tests holds and has been asked. */
export type FakeS3 = {
  readonly endpoint: string
  readonly objects: Map<string, { bytes: Buffer; at: string }>
  readonly asked: string[]
  /** Answers of this many requests to come are this status instead. */
  fail(times: number, status: number): void
  close(): Promise<void>
}

const accessKey = 'an access key'
export const credentials = { bucket: 'ploshchadka', region: 'ru-central1', accessKey, secretKey: 'a secret key' }

/** A small S3-compatible store inside the process. It checks what a real one checks: the signature, the length and the hash of what is sent. */
export async function fakeS3({ page = 1000 } = {}): Promise<FakeS3> {
  const objects: FakeS3['objects'] = new Map()
  const asked: string[] = []
  let failing = { times: 0, status: 0 }
  const server = http.createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    asked.push(`${request.method} ${request.url}`)
    const answer = (status: number, text: string | Buffer = '') => response.writeHead(status).end(text)
    if (failing.times-- > 0) return answer(failing.status)
    if (!isSigned(request)) return answer(403, '<Code>SignatureDoesNotMatch</Code>')
    if (request.headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex')) return answer(400)
    const url = new URL(request.url!, 'http://store')
    const [, bucket, ...rest] = url.pathname.split('/')
    const key = rest.join('/')
    if (bucket !== credentials.bucket) return answer(404, '<Code>NoSuchBucket</Code>')
    if (request.method === 'PUT' && !request.headers['content-length']) return answer(411)
    if (request.method === 'PUT') objects.set(key, { bytes: body, at: '2022-06-20T09:00:00.000Z' })
    if (request.method === 'DELETE') {
      objects.delete(key)
      return answer(204)
    }
    if (request.method === 'GET' && key === '') return answer(200, listOf(objects, url.searchParams, page))
    const found = objects.get(key)
    return found ? answer(200, request.method === 'GET' ? found.bytes : '') : answer(404, '<Code>NoSuchKey</Code>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    asked,
    fail: (times, status) => {
      failing = { times, status }
    },
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  }
}

/** Signs what came once more, as the owner of the keys would, and compares. */
function isSigned({ method, url, headers }: http.IncomingMessage): boolean {
  const signedNames = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? []
  if (!signedNames.includes('host') || !signedNames.includes('x-amz-content-sha256')) return false
  const own = Object.fromEntries(signedNames.map((name) => [name, headers[name]]))
  const again = aws4.sign(
    { service: 's3', region: credentials.region, host: headers.host, method, path: url, headers: own },
    { accessKeyId: accessKey, secretAccessKey: credentials.secretKey },
  )
  return again.headers!.Authorization === headers.authorization
}

function listOf(objects: FakeS3['objects'], query: URLSearchParams, page: number): string {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort()
  const from = Number(query.get('continuation-token')?.replace('a&b=', '') ?? 0)
  const entries = keys
    .slice(from, from + page)
    .map((key) => `<Contents><Key>${key}</Key><LastModified>${objects.get(key)!.at}</LastModified></Contents>`)
  const next = from + page < keys.length ? `<NextContinuationToken>a&amp;b=${from + page}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult>${next}${entries.join('')}</ListBucketResult>`
}

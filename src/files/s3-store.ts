import type { IncomingMessage } from 'node:http'
import { isId, newId } from '../kernel/ids.ts'
import type { Instant, TerritoryId } from '../kernel/types.ts'
import { type FileStore, StoreAway, StoreError } from './file-store.ts'
import { type Ask, type S3Settings, s3Requests, sha256OfNothing, statusOf } from './s3-requests.ts'

/** Files in an S3-compatible store, under the names they would have in a folder: `<territory>/<id>`. */
export function s3Store(settings: S3Settings): FileStore {
  const ask = s3Requests(settings)
  const keyOf = (territoryId: TerritoryId, name: string) => `${territoryId}/${name}`
  return {
    async put(territoryId, id, file) {
      await done(await ask({ method: 'PUT', key: keyOf(territoryId, id), body: file }), 'PUT')
    },
    async open(territoryId, id) {
      const answer = await ask({ method: 'GET', key: keyOf(territoryId, id) })
      if (answer.statusCode === 200) return answer
      answer.resume()
      throw new Error(`the store answered ${answer.statusCode} to GET of a kept file`)
    },
    writtenBefore: (territoryId, before) => listed(ask, territoryId, before),
    async remove(territoryId, name) {
      await done(await ask({ method: 'DELETE', key: keyOf(territoryId, name) }), 'DELETE')
    },
    check: () => check(ask, settings),
  }
}

async function done(answer: IncomingMessage, method: string): Promise<void> {
  answer.resume()
  if (statusOf(answer) >= 300) throw new Error(`the store answered ${answer.statusCode} to ${method}`)
}

/** Names page by page; the store gives times in ISO 8601, which compare as text. */
async function* listed(ask: Ask, territoryId: TerritoryId, before: Instant): AsyncGenerator<string> {
  const until = before.toISOString()
  for (let next: string | null = ''; next !== null; ) {
    const query = { 'list-type': '2', prefix: `${territoryId}/`, ...(next && { 'continuation-token': next }) }
    const answer = await ask({ method: 'GET', key: '', query })
    const xml = Buffer.concat(await answer.toArray()).toString()
    if (answer.statusCode !== 200) throw new Error(`the store answered ${answer.statusCode} to the list of files`)
    for (const [entry] of xml.matchAll(/<Contents>.*?<\/Contents>/gs)) {
      const name = within(entry, 'Key')?.slice(territoryId.length + 1) ?? ''
      if (isId(name) && (within(entry, 'LastModified') ?? until) < until) yield name
    }
    next = within(xml, 'NextContinuationToken')
  }
}

const within = (xml: string, tag: string) =>
  new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1]?.replaceAll('&amp;', '&') ?? null

/** Writes nothing and takes it away again: an address, keys and rights that are wrong show at the start and not with the first file. */
async function check(ask: Ask, { endpoint, bucket }: S3Settings): Promise<void> {
  const { host } = new URL(endpoint)
  const probe = { key: `.check/${newId()}`, body: { path: '', size: 0, sha256: sha256OfNothing } }
  try {
    for (const method of ['PUT', 'DELETE'] as const) {
      const answer = await ask({ method, key: probe.key, ...(method === 'PUT' && { body: probe.body }) })
      answer.resume()
      if (statusOf(answer) >= 300) throw new StoreError(sentence(statusOf(answer), host, bucket))
    }
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error
    throw new StoreError(
      `Хранилище файлов ${host} не отвечает (${error.reason}): проверьте, что оно запущено, и адрес в S3_ENDPOINT.`,
    )
  }
}

function sentence(status: number, host: string, bucket: string): string {
  if (status === 404) return `В хранилище файлов ${host} нет раздела «${bucket}»: создайте его или поправьте S3_BUCKET.`
  if (status === 401 || status === 403)
    return `Хранилище файлов ${host} не пускает: проверьте S3_ACCESS_KEY, S3_SECRET_KEY и право записи в раздел «${bucket}».`
  return `Хранилище файлов ${host} ответило ${status}: проверьте S3_ENDPOINT, S3_REGION и S3_BUCKET.`
}

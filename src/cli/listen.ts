import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { codeOf } from '../kernel/errors.ts'
import { paths } from '../web/paths.ts'

type Fetch = Parameters<typeof getRequestListener>[0]

export type Listening = {
  /** From now on requests reach the program; before, they are asked to come again in a moment. */
  serve(fetch: Fetch): void
  /**
   * Says for a while that it is about to stop (not ready, no more than one request on each connection), then stops accepting, lets the requests
   * under way end and cuts what is left.
   */
  close(given?: { noticeMs?: number; drainMs?: number }): Promise<void>
}

/** The port or address cannot be used. The message is a Russian sentence. */
export class ListenError extends Error {}

/** A slow or silent client must not hold a connection for long; a proxy must close its own idle ones first. */
const limits: http.ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30 * 60_000, // for a large file on a slow line; `keepPace` is what cuts idlers
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 75_000,
  maxHeaderSize: 16 * 1024,
}

/** A whole ordinary request comes within this time; one with files goes on for as long as it brings so much in each such time. */
export type Pace = { readonly withinMs: number; readonly leastBytes: number }
const usualPace: Pace = { withinMs: 55_000, leastBytes: 512 * 1024 }

/** Takes the port. `localhost` means both of the machine's own addresses, so that every browser finds the program. */
export async function listen({ host, port, pace = usualPace }: { host: string; port: number; pace?: Pace }): Promise<Listening> {
  let answer: ReturnType<typeof getRequestListener> | undefined
  const underWay = new Set<http.ServerResponse>()
  let closing = false
  const onRequest: http.RequestListener = (request, response) => {
    keepPace(request, pace)
    response.shouldKeepAlive &&= !closing
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
    const turnedAway = closing && request.url === paths.ready.pattern
    void (answer && !turnedAway ? answer(request, response) : comeAgain(response, closing))
  }
  const [first, more] = host === 'localhost' ? ['127.0.0.1', ['::1']] : [host, []]
  const servers = [await open(first, port, onRequest)]
  for (const address of more) {
    const server = await open(address, port, onRequest).catch(unlessMissing)
    if (server) servers.push(server)
  }
  return {
    serve(fetch) {
      answer = getRequestListener(fetch)
    },
    async close({ noticeMs = 0, drainMs = 25_000 } = {}) {
      closing = true
      for (const response of underWay) response.shouldKeepAlive = false
      await sleep(noticeMs)
      await Promise.all(servers.map((server) => drain(server, drainMs)))
    },
  }
}

function open(host: string, port: number, onRequest: http.RequestListener): Promise<http.Server> {
  const server = http.createServer(limits, onRequest)
  server.maxRequestsPerSocket = 1000
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ListenError(sentence(error, host, port), { cause: error })))
    server.listen(port, host, () => resolve(server))
  })
}

/** Cuts the connection of a request that does not come to its end, or with files comes too slowly. */
function keepPace(request: http.IncomingMessage, { withinMs, leastBytes }: Pace): void {
  const { socket, headers } = request
  const brings = /^multipart\/form-data/i.test(headers['content-type'] ?? '') ? leastBytes : Number.POSITIVE_INFINITY
  let before = socket.bytesRead
  const watch = setInterval(() => {
    if (request.complete || socket.destroyed) return clearInterval(watch)
    if (socket.bytesRead - before < brings) socket.destroy()
    before = socket.bytesRead
  }, withinMs)
  watch.unref()
  request.once('close', () => clearInterval(watch))
}

/** A machine without IPv6 has no `::1`; `127.0.0.1` is enough there. */
function unlessMissing(error: ListenError): null {
  const code = codeOf(error.cause)
  if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return null
  throw error
}

function sentence(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Порт ${port} занят другой программой: остановите её или выберите другой порт, например PORT=${port + 1} bin/start.`
  }
  if (error.code === 'EACCES') return `Порт ${port} этому пользователю закрыт: выберите порт от 1024, например PORT=3000.`
  return `Адрес ${host} не подходит (${error.code}): задайте в HOST адрес этой машины или уберите HOST.`
}

function comeAgain(response: http.ServerResponse, closing: boolean): void {
  response.writeHead(503, {
    'content-type': 'text/plain; charset=utf-8',
    'retry-after': '2',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(closing ? 'Программа останавливается.\n' : 'Программа запускается. Обновите страницу через несколько секунд.\n')
}

/** A connection that was busy when we closed becomes idle later; only those still busy at the deadline are cut. */
async function drain(server: http.Server, drainMs: number): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), drainMs)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearInterval(sweep)
  clearTimeout(cut)
}

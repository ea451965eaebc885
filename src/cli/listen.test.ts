import http from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { listen } from './listen.ts'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

test('asks to come again until the program is ready, then serves on both own addresses', async () => {
  const port = await freePort()
  const listening = await listen({ host: 'localhost', port })
  const early = await fetch(`http://127.0.0.1:${port}/`)
  expect(early.status).toBe(503)
  expect(early.headers.get('retry-after')).toBe('2')
  expect(await early.text()).toContain('запускается')

  listening.serve(() => new Response('ready'))
  expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('ready')
  await listening.close()
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
})

test('a port in use is one sentence that says what to do', async () => {
  const port = await freePort()
  const listening = await listen({ host: '127.0.0.1', port })
  await expect(listen({ host: 'localhost', port })).rejects.toThrow(
    `Порт ${port} занят другой программой: остановите её или выберите другой порт`,
  )
  await listening.close()
})

test('an address of another machine is one sentence too', async () => {
  await expect(listen({ host: '192.0.2.1', port: 4999 })).rejects.toThrow('Адрес 192.0.2.1 не подходит')
})

test('a request under way ends before the server does', async () => {
  const port = await freePort()
  const listening = await listen({ host: '127.0.0.1', port })
  listening.serve(async () => {
    await sleep(300)
    return new Response('done')
  })
  const slow = fetch(`http://127.0.0.1:${port}/`)
  await sleep(100)
  const closing = listening.close()
  expect(await (await slow).text()).toBe('done')
  await closing
})

test('a client that never ends is cut off', async () => {
  const port = await freePort()
  const listening = await listen({ host: '127.0.0.1', port })
  listening.serve(() => new Promise(() => {}))
  const hanging = http.get({ port, host: '127.0.0.1' })
  const cut = new Promise((resolve) => hanging.once('error', resolve))
  await sleep(100)
  await listening.close({ drainMs: 200 })
  expect(await cut).toMatchObject({ code: 'ECONNRESET' })
})

test('an idler is cut off; a large file on a slow line is not, as long as it keeps coming', async () => {
  const port = await freePort()
  const listening = await listen({ host: '127.0.0.1', port, pace: { withinMs: 300, leastBytes: 1000 } })
  listening.serve(async (request) => new Response(String((await request.text()).length)))

  /** Sends pieces of so many bytes, ten a second, and says how it ended. */
  async function trickle(type: string, bytes: number): Promise<string> {
    const request = http.request({ port, host: '127.0.0.1', method: 'POST', headers: { 'content-type': type } })
    const ended = new Promise<string>((resolve) => {
      request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code!))
      request.on('response', async (response) => resolve(String(await response.toArray())))
    })
    for (let piece = 0; piece < 12 && !request.destroyed; piece++) {
      request.write('x'.repeat(bytes))
      await sleep(100)
    }
    request.end()
    return ended
  }
  const files = 'multipart/form-data; boundary=x'
  const ordinary = 'application/x-www-form-urlencoded'
  expect(await Promise.all([trickle(files, 2000), trickle(files, 10), trickle(ordinary, 2000)])).toEqual([
    '24000',
    'ECONNRESET',
    'ECONNRESET',
  ])
  await listening.close()
})

test('who is about to stop says so for a while: not ready, one more request on each connection, nobody is cut off', async () => {
  const port = await freePort()
  const listening = await listen({ host: '127.0.0.1', port })
  listening.serve(() => new Response('served'))
  const agent = new http.Agent({ keepAlive: true })
  const ask = (path: string) =>
    new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) =>
      http
        .get({ port, host: '127.0.0.1', path, agent }, (response) => {
          response.resume().once('end', () => resolve({ status: response.statusCode, connection: response.headers.connection }))
        })
        .once('error', reject),
    )
  expect([await ask('/ready'), await ask('/')]).toEqual(Array(2).fill({ status: 200, connection: 'keep-alive' }))
  const closing = listening.close({ noticeMs: 400 })
  expect(await ask('/')).toEqual({ status: 200, connection: 'close' })
  expect(await ask('/ready')).toEqual({ status: 503, connection: 'close' })
  await closing
  await expect(ask('/')).rejects.toThrow('ECONNREFUSED')
  agent.destroy()
})

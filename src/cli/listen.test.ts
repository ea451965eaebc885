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
  await listening.close(200)
  expect(await cut).toMatchObject({ code: 'ECONNRESET' })
})

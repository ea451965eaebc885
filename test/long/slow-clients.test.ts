import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, listen } from '../../src/cli/listen.ts'
import { steadyMs } from '../../src/kernel/clock.ts'

const port = 4000 + Math.floor(Math.random() * 20_000)
let listening: Listening
beforeAll(async () => {
  listening = await listen({ host: '127.0.0.1', port })
  listening.serve(async (request) => new Response(`${(await request.text()).length}`))
})
afterAll(() => listening.close({ drainMs: 100 }))

/** Says its beginning, then a byte a second; gives the milliseconds until it was cut. */
function trickle(beginning: string): Promise<number> {
  const began = steadyMs()
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(beginning))
    const more = setInterval(() => socket.write('a'), 1000)
    const cut = () => {
      clearInterval(more)
      resolve(steadyMs() - began)
    }
    socket.on('error', cut)
    socket.on('close', cut)
    socket.resume()
  })
}

test('two hundred clients that trickle are cut, and nobody else notices them', async () => {
  const inHeaders = Array.from({ length: 150 }, () => trickle('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '))
  const inBodies = Array.from({ length: 50 }, () =>
    trickle('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n'),
  )
  const times: number[] = []
  for (let n = 0; n < 50; n++) {
    const began = steadyMs()
    expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'abc' })).status).toBe(200)
    times.push(steadyMs() - began)
    await sleep(100)
  }
  expect(times.sort((a, b) => a - b)[47]).toBeLessThan(500)
  expect(Math.max(...(await Promise.all(inHeaders)))).toBeLessThan(17_000)
  expect(Math.max(...(await Promise.all(inBodies)))).toBeLessThan(62_000)
}, 90_000)

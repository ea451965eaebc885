import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { expect, test } from 'vitest'
import { pageResponse } from './packing.ts'

const long = `<!doctype html><p>${'Площадка '.repeat(300)}</p>`
const app = new Hono()
app.use(compress())
app.get('/long', (c) => pageResponse(c, long, 200))
app.get('/short', (c) => pageResponse(c, '<p>Нет</p>', 404))

const ask = (path: string, accepted?: string) => app.request(path, accepted ? { headers: { 'Accept-Encoding': accepted } } : {})

test('a page is packed once for a browser that takes it', async () => {
  const response = await ask('/long', 'gzip, deflate, br')
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8')
  expect(response.headers.get('vary')).toBe('Accept-Encoding')
  expect(gunzipSync(await response.arrayBuffer()).toString()).toBe(long)
})

test.each([undefined, 'identity', 'gzip;q=0', 'gzip; q=0.0, br'])('as it is when the browser asks for %s', async (accepted) => {
  const response = await ask('/long', accepted)
  expect(response.headers.get('content-encoding')).toBeNull()
  expect(await response.text()).toBe(long)
})

test('a short page keeps its status and is not packed', async () => {
  const response = await ask('/short', 'identity')
  expect(response.status).toBe(404)
  expect(await response.text()).toBe('<p>Нет</p>')
})

import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { securityHeaders } from './security.ts'

const app = new Hono()
app.use(securityHeaders(true))
app.get('/page', (c) => c.html('<p>a</p>'))
app.get('/file', (c) => c.body('a', 200, { 'Content-Disposition': 'attachment; filename="a.html"', 'Content-Type': 'text/html' }))
const headersOf = async (address: string) => (await app.request(address)).headers

test('a page takes only what is our own, a file to save nothing at all', async () => {
  expect((await headersOf('/page')).get('Content-Security-Policy')).toMatch(/^default-src 'self'; base-uri 'none'/)
  const file = await headersOf('/file')
  expect(file.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
  expect(file.get('X-Content-Type-Options')).toBe('nosniff')
})

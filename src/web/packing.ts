import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'

/** A page is packed at once, not as a stream: half the work. Higher levels cost more than the bytes they save. */
const level = 4
const leastBytes = 1024

export const takesGzip = (c: Context): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(c.req.header('accept-encoding') ?? '')

/** Answers with a page, packed when the browser takes it. */
export function pageResponse(c: Context, html: string, status: number): Response {
  c.header('Vary', 'Accept-Encoding')
  if (html.length < leastBytes || !takesGzip(c)) return c.html(html, status as 200)
  c.header('Content-Type', 'text/html; charset=UTF-8')
  c.header('Content-Encoding', 'gzip')
  return c.body(gzipSync(html, { level }), status as 200)
}

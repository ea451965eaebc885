import { newId } from '../../src/kernel/ids.ts'
import { routes } from '../../src/kit/install.ts'
import { fill } from '../client.ts'
import { examples } from '../factories/examples.ts'
import { formsOf, linesOfCsv, type PageForm } from '../html.ts'
import { liveAYear } from './lived.ts'
import { type Answer, missingHeaders, territoryId, type Visitor, type World } from './world.ts'

/** Text made to hurt: markup, SQL, paths, formulas, odd signs, length. */
export const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table people; --",
  "' or '1'='1",
  '=1+1|cmd',
  '@sum(1)',
  '../../../../etc/passwd',
  '\u0000\u0001\u0008',
  '\u202Eпереворот\u202C\u2066',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  '\uD800',
  '%00%0d%0aSet-Cookie: a=b',
  '\r\nLocation: https://example.org',
  '9'.repeat(400),
  '-1',
  '1e309',
  'NaN',
  '31.02.2022',
  '01.01.0001',
  '32767.99',
  'ё'.repeat(5000),
  '{{7*7}}<%= 7 %>',
  'javascript:alert(1)',
  '00000000-0000-0000-0000-000000000000',
  '%',
  '\\',
  '&amp;lt;script&gt;',
  '__proto__',
] as const

/** The same numbers for the same seed. */
export function dice(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    below: (most: number) => Math.floor(next() * most),
    one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
  }
}
type Dice = ReturnType<typeof dice>

/** What is wrong with an answer; empty when nothing is. */
export function wrongWith({ status, text, headers }: Answer): string[] {
  const wrong: string[] = []
  if (status >= 500) wrong.push(`status ${status}`)
  const missing = missingHeaders(headers)
  if (missing.length > 0) wrong.push(`no ${missing.join(', ')}`)
  const type = headers.get('content-type') ?? ''
  if (type.startsWith('text/html')) {
    for (const live of ['<script>alert', '<img src=x', 'href="javascript:']) if (text.includes(live)) wrong.push(`live ${live}`)
    if (/\sstyle="|<script(?![^>]*\ssrc="\/assets\/)/.test(text)) wrong.push('inline style or script')
    if (/node_modules|at \w+ \(|select .* from |PostgreSQL/.test(text)) wrong.push('tells of the inside')
  }
  if (type.startsWith('text/csv'))
    for (const cell of linesOfCsv(text).flat()) if (/^[=+@\t\r-]/.test(cell)) wrong.push(`live formula ${cell.slice(0, 20)}`)
  for (const cookie of headers.getSetCookie()) if (!/^pl_/.test(cookie)) wrong.push(`foreign cookie ${cookie}`)
  if (/^(https?:)?\/\/(?!localhost)/.test(headers.get('location') ?? '')) wrong.push(`leads away to ${headers.get('location')}`)
  return wrong
}

type Found = PageForm & { readonly visitor: Visitor }

/** Every form that some demo person of a territory meets, once for each address. */
export async function formsIn(
  world: World,
  code: string,
): Promise<{ forms: Found[]; visitors: Visitor[]; things: Record<string, string> }> {
  await liveAYear(world.base.adminPool, await territoryId(world.base, code))
  // The file of the example year is a row without bytes.
  const things = { ...(await examples(world.base, code)), file: newId() }
  const visitors = await Promise.all(world.people.filter((person) => person.territory === code).map((person) => world.as(person)))
  const forms = new Map<string, Found>()
  const pages = routes().filter(
    (route) => route.method === 'GET' && route.path.pattern.startsWith('/t/') && !route.path.pattern.endsWith(':format'),
  )
  for (const visitor of visitors)
    for (const route of pages) {
      const address = fill(route.path.pattern, things)
      for (const form of formsOf((await visitor.get(address)).text)) {
        const found = { ...form, action: form.action || address, visitor }
        if (!forms.has(found.action)) forms.set(found.action, found)
      }
    }
  // The clock would move the territory out of its terms, and signing out ends the visitor.
  return { forms: [...forms.values()].filter(({ action }) => !/clock|sign-out/.test(action)), visitors, things }
}

/** A form with one field, or all of them, replaced by something made to hurt. */
export function hurt(form: PageForm, { below, one, next }: Dice): URLSearchParams {
  const body = new URLSearchParams(Object.entries(form.fields))
  const names = Object.keys(form.fields)
  const howMany = next() < 0.8 ? 1 : names.length
  for (let n = 0; n < howMany; n++) {
    const name = howMany === 1 ? (names[below(names.length)] ?? 'name') : names[n]!
    const value = one(payloads)
    const way = below(8)
    if (way === 0) body.append(name, value)
    else if (way === 1) body.append(`${name}.0.${'a.'.repeat(below(60))}b`, value)
    else if (way === 2) body.append(`${name}[]`, value)
    else if (way === 3) body.delete(name)
    else body.set(name, value)
  }
  if (next() < 0.05) for (let n = 0; n < 200; n++) body.append(`lines.${n * 500}.activity`, one(payloads))
  return body
}

/** A request nobody's page would make. */
export function oddRequest(
  { below, one, next }: Dice,
  things: Readonly<Record<string, string>>,
): { path: string; init: RequestInit } {
  const route = one(routes())
  const broken =
    next() < 0.3 ? { ...things, [one(Object.keys(things))]: encodeURIComponent(one(payloads).replaceAll('\uD800', '')) } : things
  let path = fill(route.path.pattern, broken)
  const query = new URLSearchParams()
  for (let n = below(4); n > 0; n--)
    query.append(
      one(['q', 'page', 'date', 'kind', 'state', 'sort', 'order', 'next', 'template', 'year', 'x', 'q[]', '__proto__']),
      one(payloads),
    )
  if (query.size > 0) path += `?${query}`
  if (next() < 0.05) path += '?%E0%A4%A&=&&&%'
  const method = one(['GET', 'GET', 'GET', 'HEAD', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
  const headers: Record<string, string> = {}
  if (next() < 0.2) headers['accept-language'] = one(['../..', 'ru', 'x'.repeat(500)])
  if (next() < 0.1)
    headers.cookie = one(['pl_session=x.y; pl_notice=%E0%A4', '=;=;', 'pl_notice=%3Cscript%3Ealert(1)%3C/script%3E'])
  if (method === 'GET' || method === 'HEAD') return { path, init: { method, headers } }
  headers.origin = one(['http://localhost', 'http://localhost', 'null', 'https://example.org'])
  headers['content-type'] = one([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/json',
    'text/plain',
    'image/png',
  ])
  const body = one([
    '',
    '{}',
    'a=1&a=2&__proto__.b=1',
    '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1',
    '[['.repeat(2000),
    '%%%',
    'a='.repeat(6000),
  ])
  return { path, init: { method, headers, body } }
}

import http from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { steadyMs } from '../src/kernel/clock.ts'
import { atMost, type Figure, mb, ms, toKnow } from './figures.ts'
import { today } from './fill/country.ts'
import type { Bench } from './harness.ts'
import { type Running, startProgram } from './program.ts'
import { code, idOf, signedIn } from './sign-in.ts'

const megabyte = 1024 * 1024
const uploads = [
  { what: 'five files of 20 MB, kept', sizes: [20, 20, 20, 20, 20], answer: 303 },
  { what: 'one file of 100 MB, too large here and refused', sizes: [100], answer: 422 },
]

/** A hundred megabytes sent with the execution of a plan: the program's memory must not follow. */
export async function benchFiles(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const program = await startProgram(bench, 'web')
  try {
    const cookie = await signedIn(bench, program, 'head 1')
    const plan = await idOf(bench, 'plan 1')
    const path = `/t/${code}/plans/${plan}/lines/${await idOf(bench, 'key 105')}` // every fifth line of the filled plan has no report yet
    // As much in small files first: the garbage of the runtime itself levels off at some tens of megabytes, whatever is sent.
    for (let n = 0; n < 10; n++) await send(program, { path, cookie, sizes: [2, 2, 2, 2, 2], answer: 303 })
    const figures: Figure[] = [toKnow('memory before', mb(program.memoryBytes()))]
    for (const { what, ...upload } of uploads) {
      const found = await send(program, { ...upload, path, cookie })
      figures.push(atMost(`${what}: growth of memory`, found.growth, 30 * megabyte, mb))
      figures.push(toKnow('  time', ms(found.took)))
    }
    figures.push(toKnow('memory afterwards', mb(program.memoryBytes())))
    return { title: 'Files of 100 MB with a form', figures }
  } finally {
    await program.stop()
  }
}

type Upload = { readonly path: string; readonly cookie: string; readonly sizes: readonly number[]; readonly answer: number }

/** Sends a form with files of so many megabytes and watches how the program's memory grows meanwhile. */
async function send(program: Running, { path, cookie, sizes, answer }: Upload): Promise<{ growth: number; took: number }> {
  const page = await (await fetch(`${program.origin}${path}`, { headers: { cookie } })).text()
  const valueOf = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? ''
  const fields = { _key: valueOf('_key'), base: valueOf('base'), outcome: 'held', heldOn: today() }
  const before = program.memoryBytes()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, program.memoryBytes())
  }, 20)
  const began = steadyMs()
  const status = await post(program.origin, path, cookie, formOf(fields, sizes))
  clearInterval(watch)
  if (status !== answer) throw new Error(`${path} was answered with ${status} instead of ${answer}`)
  return { growth: most - before, took: steadyMs() - began }
}

const boundary = 'bench-boundary'

/** The body of a form, made while it is sent. */
async function* formOf(fields: Readonly<Record<string, string>>, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (const [name, value] of Object.entries(fields))
    yield Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  const piece = Buffer.alloc(megabyte / 4, 'x')
  for (const [index, size] of sizes.entries()) {
    const head = `Content-Disposition: form-data; name="files"; filename="${index}.pdf"\r\nContent-Type: application/pdf`
    yield Buffer.from(`--${boundary}\r\n${head}\r\n\r\n%PDF-1.7`)
    for (let sent = 1; sent < size * 4; sent++) yield piece
    yield Buffer.from('\r\n')
  }
  yield Buffer.from(`--${boundary}--\r\n`)
}

function post(origin: string, path: string, cookie: string, body: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, origin, 'content-type': `multipart/form-data; boundary=${boundary}` }
    const request = http.request(`${origin}${path}`, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    pipeline(Readable.from(body), request).catch(reject)
  })
}

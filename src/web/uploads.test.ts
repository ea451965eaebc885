import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getRequestListener } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { largeFiles, mostFileBytes } from '../files/check.ts'
import { forgetSent, receiveIn } from '../files/incoming.ts'
import type { SentForm } from './form-data.ts'
import { BodyTooLarge, receiveForm, receiveTexts } from './uploads.ts'

const megabyte = 1024 * 1024
const folder = fs.mkdtempSync(path.join(tmpdir(), 'uploads-'))
const most = 120 * megabyte
let server: http.Server
/** How many forms have been received to their end: one that broke off is still being read when its sender is gone. */
let ended = 0
let came: { form: SentForm | null; fault: unknown; texts: unknown }

beforeAll(async () => {
  receiveIn(folder)
  const app = new Hono()
  const receive = async (c: Context) => {
    came = { form: null, fault: null, texts: null }
    try {
      came.form = await receiveForm(c, most)
    } catch (fault) {
      came.fault = fault
    }
    came.texts = await receiveTexts(c)
    ended++
    return c.text(String(came.form !== null))
  }
  app.post('/', receive)
  app.post('/text', async (c) => c.json(await receiveTexts(c)))
  server = http.createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
})
beforeEach(() => {
  for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name))
})
afterAll(() => {
  server.close()
  fs.rmSync(folder, { recursive: true })
})

const address = (at = '/') => `http://127.0.0.1:${(server.address() as AddressInfo).port}${at}`
const leftovers = () => fs.readdirSync(folder)

function aForm(files: Record<string, File[]>, texts: Record<string, string> = { name: 'Вера' }): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(texts)) form.append(name, value)
  for (const [name, list] of Object.entries(files)) for (const file of list) form.append(name, file)
  return form
}
const send = (body: FormData, at = '/') => fetch(address(at), { method: 'POST', body })

/** A form as a stream, made while it is read: nobody holds it as a whole. */
async function* streamed(bytes: number, name = 'большой.pdf'): AsyncGenerator<Buffer> {
  yield Buffer.from(`--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nНадежда\r\n`)
  yield Buffer.from(
    `--x\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`,
  )
  for (let left = bytes; left > 0; left -= 65536) yield Buffer.alloc(Math.min(left, 65536), 'a')
  yield Buffer.from('\r\n--x--\r\n')
}

/** Sends a stream as it is, without a length; gives the answer, or the fault of the connection. */
function sendStream(body: AsyncIterable<Buffer>, headers: http.OutgoingHttpHeaders = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.request(address(), {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x', ...headers },
    })
    request.on('error', reject)
    request.on('response', async (response) => resolve(Buffer.concat(await response.toArray()).toString()))
    pipeline(Readable.from(body), request).catch(() => {}) // the answer may come before everything is sent
  })
}

test('text and files come apart; a file is a place on the disk, not bytes', async () => {
  const files = [new File(['%PDF-1.7'], 'отчёт «за год».pdf'), new File(['x'], 'b.png')]
  await send(aForm({ files, photo: [new File([], '')] }, { 'lines.0.activity': 'Занятие\r\nвторое', _key: 'k' }))
  const form = came.form!
  expect(form.own._key).toBe('k')
  expect(form.nested).toEqual({ lines: [{ activity: 'Занятие\nвторое' }] })
  expect(Object.keys(form.files)).toEqual(['files'])
  expect(form.files.files).toMatchObject([
    { name: 'отчёт «за год».pdf', size: 8, cut: false },
    { name: 'b.png', size: 1, cut: false },
  ])
  expect(Object.values(form.files.files![0]!).some((value) => value instanceof Uint8Array && value.length !== 32)).toBe(false)
  expect(fs.readFileSync(form.files.files![0]!.path, 'utf8')).toBe('%PDF-1.7')
  await forgetSent(form.files)
  expect(leftovers()).toEqual([])
})

test('the bytes lie on the disk while the rest is still on its way', async () => {
  const seen: number[] = []
  const looking = setInterval(() => {
    for (const name of leftovers()) seen.push(fs.statSync(path.join(folder, name)).size)
  }, 5)
  expect(await sendStream(streamed(60 * megabyte))).toBe('true')
  clearInterval(looking)
  expect(came.form!.files.files).toMatchObject([{ size: 60 * megabyte, cut: false }])
  expect(new Set(seen.filter((size) => size > 0 && size < 60 * megabyte)).size).toBeGreaterThan(3)
})

test('only one file is too large: it is thrown away and the rest of the form is there', async () => {
  expect(await sendStream(streamed(mostFileBytes + 5 * megabyte))).toBe('true')
  expect(came.form!.values.name).toBe('Надежда')
  expect(came.form!.files.files).toMatchObject([{ cut: true, size: mostFileBytes + 5 * megabyte }])
  expect(leftovers()).toEqual([])
  expect(largeFiles.bytes).toBe(mostFileBytes)
})

test('all of it is too large: it ends early, nothing stays, and the text is given back', async () => {
  await sendStream(streamed(400 * megabyte)).catch(() => {})
  expect(came.fault).toBeInstanceOf(BodyTooLarge)
  expect(leftovers()).toEqual([])

  await sendStream(streamed(200 * megabyte), { 'content-length': 200 * megabyte + 500 }).catch(() => {})
  expect([came.fault, came.texts]).toEqual([expect.any(BodyTooLarge), [['name', 'Надежда']]])
  expect(leftovers()).toEqual([])
})

test('text without end, fields without end, files without end, names made to hurt: no form of ours', async () => {
  const pdf = () => new File(['x'], 'a.pdf')
  await send(aForm({}, { name: 'я'.repeat(600_000) }))
  expect([came.form, came.fault]).toEqual([null, expect.any(BodyTooLarge)])
  for (const form of [
    aForm({ files: Array.from({ length: 21 }, pdf) }),
    aForm({}, Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`a${index}`, '']))),
    aForm({ files: [pdf()] }, { '__proto__.admin': 'yes' }),
    aForm({ '__proto__.files': [pdf()] }),
  ]) {
    await send(form)
    expect([came.form, came.fault]).toEqual([null, null])
  }
  expect(leftovers()).toEqual([])
})

test('what breaks off on the way leaves nothing', async () => {
  const cut = (async function* () {
    for await (const piece of streamed(megabyte)) {
      if (piece.includes('--x--')) return
      yield piece
    }
  })()
  expect(await sendStream(cut)).toBe('false')
  expect(leftovers()).toEqual([])

  const gone = (async function* () {
    yield* streamed(megabyte)
    throw new Error('the line is down')
  })()
  const before = ended
  await expect(sendStream(gone)).rejects.toThrow()
  await expect.poll(() => ended, { timeout: 20_000 }).toBe(before + 1)
  expect(leftovers()).toEqual([])
})

test('a body that is no form at all is no form of ours', async () => {
  for (const [type, body] of [
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=x', ''],
    ['multipart/form-data; boundary=x', '--y--'],
    ['application/json', '{}'],
  ] as const) {
    const answer = await fetch(address(), { method: 'POST', headers: { 'content-type': type }, body })
    expect([type, await answer.text()]).toEqual([type, 'false'])
  }
})

test('the text can be read again for an error page, and without taking files', async () => {
  await send(aForm({ files: [new File(['%PDF-1.7'], 'a.pdf')] }))
  expect(came.texts).toEqual([['name', 'Вера']])
  await forgetSent(came.form!.files)
  const answer = await send(aForm({ files: [new File(['%PDF-1.7'], 'a.pdf')] }), '/text')
  expect(await answer.json()).toEqual([['name', 'Вера']])
  expect(leftovers()).toEqual([])
})

test('a disk that takes nothing is a fault of the disk, not of the form', async () => {
  const noFolder = path.join(folder, 'a file')
  fs.writeFileSync(noFolder, '')
  receiveIn(path.join(noFolder, 'incoming'))
  for (const form of [
    aForm({ files: [new File(['x'], 'a.pdf')] }),
    aForm({ files: [new File([new Uint8Array(megabyte)], 'a.pdf')] }),
  ]) {
    await send(form)
    expect(came.fault).toMatchObject({ syscall: 'mkdir', code: 'ENOTDIR' })
    expect(came.texts).toEqual([['name', 'Вера']])
  }
  receiveIn(folder)
})

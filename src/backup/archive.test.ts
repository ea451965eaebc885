import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Harm, harmIn, openArchive } from './archive-read.ts'
import { type Source, writeArchive } from './archive-write.ts'
import { textBytes } from './folders.ts'
import { headerBytes, readKey } from './seal.ts'
import { unpack } from './unpack.ts'

let folder: string
const inside = (name: string) => path.join(folder, name)
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'archive-test-'))
  fs.writeFileSync(inside('key'), 'k'.repeat(40))
  fs.writeFileSync(inside('other-key'), 'o'.repeat(40))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

const key = () => readKey(inside('key'))
/** Three megabytes that no compression makes smaller, so that places of the archive are known. */
const large = randomBytes(3 * 1024 * 1024)

async function* bytes(of: Buffer): AsyncGenerator<Buffer> {
  yield of
}
async function* sources(): AsyncGenerator<Source> {
  yield { path: 'database', open: 'folder' }
  yield { path: 'database/empty', open: async () => textBytes('') }
  yield { path: 'database/gone', open: async () => null }
  yield { path: 'database/small', open: async () => textBytes('сорок две') }
  yield { path: 'files/large', open: async () => bytes(large) }
  yield { path: 'files/last', open: async () => textBytes('последний') }
}

async function anArchive(): Promise<string> {
  const file = inside('one.copy')
  await writeArchive({ file, key: key(), kind: 'data', takenAt: new Date('2026-11-29T05:00:00Z') }, sources())
  return file
}

function flip(file: string, at: number): void {
  const bytes = fs.readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  fs.writeFileSync(file, bytes)
}

async function harmOf(file: string): Promise<Harm[]> {
  const archive = await openArchive(file, key())
  return harmIn(archive).finally(() => archive.close())
}

test('what was put in comes out, and what had gone meanwhile is not there', async () => {
  const archive = await openArchive(await anArchive(), key())
  expect(archive.manifest).toMatchObject({ kind: 'data', takenAt: '2026-11-29T05:00:00.000Z', folders: ['database'] })
  await unpack(archive, (name) => inside(`out/${name}`))
  await archive.close()
  expect(fs.readdirSync(inside('out'), { recursive: true }).sort()).toEqual(
    ['database', 'database/empty', 'database/small', 'files', 'files/large', 'files/last'].sort(),
  )
  expect(fs.readFileSync(inside('out/database/empty'), 'utf8')).toBe('')
  expect(fs.readFileSync(inside('out/database/small'), 'utf8')).toBe('сорок две')
  expect(fs.readFileSync(inside('out/files/large')).equals(large)).toBe(true)
})

test('nothing of the contents can be read in the archive, and it is closed to others', async () => {
  const file = await anArchive()
  const bytes = fs.readFileSync(file)
  for (const word of ['сорок две', 'database/small', 'последний']) expect(bytes.includes(word)).toBe(false)
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
})

test.each([
  [
    'the first chunk',
    headerBytes + 10,
    [
      { path: 'database/small', chunk: 0 },
      { path: 'files/large', chunk: 0 },
    ],
  ],
  ['a chunk in the middle', headerBytes + 1024 * 1024 + 500, [{ path: 'files/large', chunk: 1 }]],
])('one flipped byte in %s: the files it touches are named, the others are whole', async (_, at, harm) => {
  const file = await anArchive()
  expect(await harmOf(file)).toEqual([])
  flip(file, at)
  expect(await harmOf(file)).toEqual(harm)
  const archive = await openArchive(file, key())
  await expect(unpack(archive, (name) => inside(`out/${name}`))).rejects.toThrow(/^one\.copy: повреждён файл .+, кусок \d\.$/)
  await archive.close()
})

test('one flipped byte in the last chunk names what ends in it', async () => {
  const file = await anArchive()
  const { manifest, close } = await openArchive(file, key())
  await close()
  flip(file, headerBytes + manifest.chunks.reduce((sum, length) => sum + length, 0) - 1)
  expect((await harmOf(file)).map((one) => one.path)).toEqual(['files/large', 'files/last'])
})

test('one flipped byte of header, index or ending is a refusal in words', async () => {
  const size = fs.statSync(await anArchive()).size
  for (const [at, sentence] of [
    [0, /начало \(заголовок\) повреждено/],
    [20, /начало \(заголовок\) повреждено/],
    [headerBytes - 1, /начало \(заголовок\) повреждено/],
    [size - 20, /оглавление копии повреждено/],
    [size - 10, /оглавление копии повреждено/],
    [size - 1, /копия оборвана/],
  ] as const) {
    const file = await anArchive()
    flip(file, at)
    await expect(harmOf(file)).rejects.toThrow(sentence)
  }
})

test('a torn archive, another file and another key are told apart', async () => {
  const file = await anArchive()
  await expect(openArchive(file, readKey(inside('other-key')))).rejects.toThrow(/ключ .+other-key не от этой копии/)
  fs.truncateSync(file, headerBytes + 1024 * 1024)
  await expect(openArchive(file, key())).rejects.toThrow(/копия оборвана/)
  fs.truncateSync(file, 10)
  await expect(openArchive(file, key())).rejects.toThrow(/не резервная копия/)
  await expect(openArchive(inside('none.copy'), key())).rejects.toThrow(/не читается/)
  fs.writeFileSync(inside('key'), 'short')
  expect(key).toThrow(/меньше 32 знаков/)
})

test('chunks of one archive do not pass for those of another under the same key', async () => {
  const file = await anArchive()
  fs.copyFileSync(file, inside('first'))
  await anArchive()
  const [first, second] = [fs.readFileSync(inside('first')), fs.readFileSync(file)]
  first.copy(second, headerBytes, headerBytes, headerBytes + 1024 * 1024)
  fs.writeFileSync(file, second)
  expect((await harmOf(file)).map((one) => one.chunk)).toEqual([0, 0])
})

test('kill -9 in the middle leaves no archive by its name', async () => {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'archive.fixture.ts'), folder, inside('key')])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for (let tries = 0; tries < 200 && !fs.existsSync(inside('one.copy.part')); tries++) await sleep(50)
  await sleep(200)
  child.kill('SIGKILL')
  await ended
  expect(fs.existsSync(inside('one.copy.part'))).toBe(true)
  expect(fs.existsSync(inside('one.copy'))).toBe(false)
})

test('a source that fails leaves nothing', async () => {
  async function* failing(): AsyncGenerator<Source> {
    yield { path: 'one', open: async () => textBytes('один') }
    throw new Error('the disk went')
  }
  const writing = writeArchive({ file: inside('one.copy'), key: key(), kind: 'data', takenAt: new Date(0) }, failing())
  await expect(writing).rejects.toThrow('the disk went')
  expect(fs.readdirSync(folder).sort()).toEqual(['key', 'other-key'])
})

import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { aCheckedFile } from '../../test/factories/files.ts'
import { newId } from '../kernel/ids.ts'
import type { FileId, TerritoryId } from '../kernel/types.ts'
import type { FileStore } from './file-store.ts'
import { receiveIn } from './incoming.ts'
import { credentials, type FakeS3, fakeS3 } from './s3.fixture.ts'
import { s3Store } from './s3-store.ts'

const folder = fs.mkdtempSync(path.join(tmpdir(), 's3-'))
receiveIn(folder)
const territory = newId<TerritoryId>()
let s3: FakeS3
let store: FileStore
beforeEach(async () => {
  s3 = await fakeS3({ page: 2 })
  store = s3Store({ ...credentials, endpoint: s3.endpoint })
})
afterEach(() => s3.close())
afterAll(() => fs.rmSync(folder, { recursive: true }))

const names = async (before: string) => {
  const found: string[] = []
  for await (const name of store.writtenBefore(territory, new Date(before))) found.push(name)
  return found
}

test('a file goes there and comes back as a stream, under its territory and a random name', async () => {
  const id = newId<FileId>()
  const content = `%PDF-1.7 ${'отчёт'.repeat(100_000)}`
  await store.put(territory, id, await aCheckedFile('отчёт.pdf', content))
  expect([...s3.objects.keys()]).toEqual([`${territory}/${id}`])
  const bytes = await store.open(territory, id)
  expect(Buffer.concat(await bytes.toArray()).toString()).toBe(content)
  await expect(store.open(territory, newId<FileId>())).rejects.toThrow('404')
})

test('what is listed is of the territory, old enough, and taken page by page; removing twice is fine', async () => {
  const ids = Array.from({ length: 5 }, () => newId<FileId>())
  const file = await aCheckedFile()
  for (const id of ids) await store.put(territory, id, file)
  await store.put(newId<TerritoryId>(), newId<FileId>(), file)
  s3.objects.set(`${territory}/not-ours`, { bytes: Buffer.alloc(0), at: '2000-01-01T00:00:00.000Z' })
  expect(await names('2022-06-20T09:00:01Z')).toEqual([...ids].sort())
  expect(await names('2022-06-20T09:00:00Z')).toEqual([])
  await store.remove(territory, ids[0]!)
  await store.remove(territory, ids[0]!)
  expect(await names('2023-01-01T00:00:00Z')).toHaveLength(4)
})

test('the store refuses what is not the file that was looked at, and nothing is kept of it', async () => {
  const file = await aCheckedFile()
  fs.writeFileSync(file.path, '%PDF-1.7 ЯВКА')
  await expect(store.put(territory, newId<FileId>(), file)).rejects.toThrow('400')
  expect(s3.objects.size).toBe(0)
})

test('a store that is busy is asked again; one that stays away is an outage', async () => {
  s3.fail(2, 503)
  await store.put(territory, newId<FileId>(), await aCheckedFile())
  expect(s3.objects.size).toBe(1)
  s3.fail(3, 500)
  await expect(store.put(territory, newId<FileId>(), await aCheckedFile())).rejects.toMatchObject({ code: 'ESTOREAWAY' })
})

test('the start is told in one sentence what is wrong; a good store is left as it was', async () => {
  await store.check()
  expect([s3.objects.size, s3.asked.map((line) => line.split(' ')[0])]).toEqual([0, ['PUT', 'DELETE']])
  const wrong = (more: object) => s3Store({ ...credentials, endpoint: s3.endpoint, ...more }).check()
  await expect(wrong({ secretKey: 'x' })).rejects.toThrow('не пускает: проверьте S3_ACCESS_KEY')
  await expect(wrong({ bucket: 'other' })).rejects.toThrow('нет раздела «other»')
  s3.fail(1, 301)
  await expect(wrong({})).rejects.toThrow('ответило 301: проверьте S3_ENDPOINT, S3_REGION')
  await s3.close()
  await expect(wrong({})).rejects.toThrow('не отвечает (ECONNREFUSED)')
})

import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { aCheckedFile } from '../../test/factories/files.ts'
import { aPerson, aTerritory, ctxOf, inScope } from '../../test/factory.ts'
import { transact } from '../db/transact.ts'
import { ok, refuseRule } from '../kernel/result.ts'
import { serveFile } from './serve.ts'
import { keepFilesIn, storeFiles, sweepOrphans } from './store.ts'

let database: FreshDatabase
const folder = fs.mkdtempSync(path.join(tmpdir(), 'files-'))
beforeAll(async () => {
  database = await freshDatabase()
  keepFilesIn(folder)
})
afterAll(async () => {
  await database.drop()
  fs.rmSync(folder, { recursive: true })
})

const aFile = async () => [await aCheckedFile('отчёт «о плане».pdf', '%PDF-1.7 отчёт')]

test('a kept file comes back as a download, to its own territory only', async () => {
  const territory = await aTerritory(database.db)
  const ctx = await ctxOf(database.db, territory, await aPerson(database.db, territory))
  const files = await aFile()
  const kept = await transact(ctx, async (tx) => ok(await storeFiles(tx, ctx, files)))
  if (!kept.ok) throw new Error('not kept')
  const id = kept.value[0]!

  const answer = await inScope(database.db, territory.id, (tx) => serveFile(tx, territory.id, id))
  if (!(answer instanceof Response)) throw new Error('not served')
  expect(await answer.text()).toBe('%PDF-1.7 отчёт')
  expect(answer.headers.get('Content-Disposition')).toContain('attachment; filename="document.pdf"; filename*=UTF-8\'\'')
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(answer.headers.get('Content-Type')).toBe('application/pdf')

  const other = await aTerritory(database.db)
  expect(await inScope(database.db, other.id, (tx) => serveFile(tx, other.id, id))).toEqual({ code: 'notFound' })
  expect(await inScope(database.db, other.id, (tx) => serveFile(tx, territory.id, id))).toEqual({ code: 'notFound' })
})

test('what a failed deed left behind is swept, later, and nothing else', async () => {
  const territory = await aTerritory(database.db)
  const ctx = await ctxOf(database.db, territory, await aPerson(database.db, territory))
  const files = await aFile()
  await transact(ctx, async (tx) => ok(await storeFiles(tx, ctx, files)))
  await transact(ctx, async (tx) => {
    await storeFiles(tx, ctx, files)
    return refuseRule('file.empty')
  })
  const there = () => fs.readdirSync(path.join(folder, territory.id)).length
  const sweep = (before: Date) => inScope(database.db, territory.id, (tx) => sweepOrphans(tx, territory.id, before))
  expect(there()).toBe(2)
  expect(await sweep(new Date('2020-01-01T00:00:00Z'))).toBe(0)
  expect(await sweep(new Date('2100-01-01T00:00:00Z'))).toBe(1)
  expect(there()).toBe(1)
})

import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { aCheckedFile } from '../../test/factories/files.ts'
import { aPerson, aTerritory, ctxOf, inScope } from '../../test/factory.ts'
import type { Territory } from '../authz/ctx.ts'
import { transact } from '../db/transact.ts'
import { newId } from '../kernel/ids.ts'
import { ok, refuseRule } from '../kernel/result.ts'
import type { FileId } from '../kernel/types.ts'
import { diskStore } from './disk-store.ts'
import type { FileStore } from './file-store.ts'
import { credentials, fakeS3 } from './s3.fixture.ts'
import { s3Store } from './s3-store.ts'
import { serveFile } from './serve.ts'
import { copyLock, keepFilesIn, storeFiles, sweepOrphans } from './store.ts'

const database = ownDatabase()
const folder = fs.mkdtempSync(path.join(tmpdir(), 'files-'))
beforeEach(() => keepFilesIn(folder))
afterAll(async () => {
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
  expect(answer.headers.get('Content-Type')).toBe('application/pdf')

  const other = await aTerritory(database.db)
  expect(await inScope(database.db, other.id, (tx) => serveFile(tx, other.id, id))).toEqual({ code: 'notFound' })
  expect(await inScope(database.db, other.id, (tx) => serveFile(tx, territory.id, id))).toEqual({ code: 'notFound' })
})

test('nothing is swept while a copy of the installation is taken', async () => {
  const territory = await aTerritory(database.db)
  const [lost, later] = [await aCheckedFile(), new Date('2100-01-01T00:00:00Z')]
  await diskStore(folder).put(territory.id, newId<FileId>(), lost)
  const sweep = () => inScope(database.db, territory.id, (tx) => sweepOrphans(tx, territory.id, later))
  const copying = await database.adminPool.connect()
  await copying.query('select pg_advisory_lock($1)', [copyLock])
  expect(await sweep()).toBe(0)
  await copying.query('select pg_advisory_unlock($1)', [copyLock])
  copying.release()
  expect(await sweep()).toBe(1)
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

const kept = (territory: Territory) =>
  inScope(database.db, territory.id, (tx) =>
    tx.selectFrom('files').select('id').where('territoryId', '=', territory.id).execute(),
  )

test('the database dies between the bytes and the row: nothing is half kept, and the orphan is swept', async () => {
  const territory = await aTerritory(database.db)
  const ctx = await ctxOf(database.db, territory, await aPerson(database.db, territory))
  const disk = diskStore(folder)
  let connection = 0
  const dying: FileStore = {
    ...disk,
    async put(...file) {
      await disk.put(...file)
      await database.adminPool.query('select pg_terminate_backend($1)', [connection])
    },
  }
  keepFilesIn(folder, dying)
  const deed = transact(ctx, async (tx) => {
    connection = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)).rows[0]!.pid
    return ok(await storeFiles(tx, ctx, await aFile()))
  })
  await expect(deed).rejects.toThrow()
  const there = () => fs.readdirSync(path.join(folder, territory.id))
  expect([await kept(territory), there().length]).toEqual([[], 1])
  const swept = await inScope(database.db, territory.id, (tx) => sweepOrphans(tx, territory.id, new Date('2100-01-01T00:00:00Z')))
  expect([swept, there()]).toEqual([1, []])
})

test('a disk that fails keeps no row; a deed that is tried again keeps its file once', async () => {
  const territory = await aTerritory(database.db)
  const ctx = await ctxOf(database.db, territory, await aPerson(database.db, territory))
  const files = await aFile()
  const full: FileStore = {
    ...diskStore(folder),
    put: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
  }
  keepFilesIn(folder, full)
  await expect(transact(ctx, async (tx) => ok(await storeFiles(tx, ctx, files)))).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(await kept(territory)).toEqual([])

  keepFilesIn(folder)
  let tries = 0
  await transact(ctx, async (tx) => {
    const ids = await storeFiles(tx, ctx, files)
    if (++tries === 1) throw Object.assign(new Error('deadlock'), { code: '40P01' })
    return ok(ids)
  })
  expect([tries, (await kept(territory)).length]).toEqual([2, 1])
})

test('a file that is no longer what was sent breaks off instead of passing for a good one', async () => {
  const territory = await aTerritory(database.db)
  const ctx = await ctxOf(database.db, territory, await aPerson(database.db, territory))
  const files = await aFile()
  const result = await transact(ctx, async (tx) => ok(await storeFiles(tx, ctx, files)))
  const id = result.ok ? result.value[0]! : ('' as FileId)
  const answer = () => inScope(database.db, territory.id, (tx) => serveFile(tx, territory.id, id)) as Promise<Response>
  fs.writeFileSync(path.join(folder, territory.id, id), '%PDF-1.7 подмена')
  await expect((await answer()).text()).rejects.toThrow('not what was sent')
})

test('in an object store all is the same: kept, served, swept', async () => {
  const s3 = await fakeS3()
  keepFilesIn(folder, s3Store({ ...credentials, endpoint: s3.endpoint }))
  const territory = await aTerritory(database.db)
  const ctx = await ctxOf(database.db, territory, await aPerson(database.db, territory))
  const files = await aFile()
  const result = await transact(ctx, async (tx) => ok(await storeFiles(tx, ctx, files)))
  const id = result.ok ? result.value[0]! : ('' as FileId)
  await transact(ctx, async (tx) => {
    await storeFiles(tx, ctx, files)
    return refuseRule('file.empty')
  })
  const answer = await inScope(database.db, territory.id, (tx) => serveFile(tx, territory.id, id))
  expect(answer instanceof Response && (await answer.text())).toBe('%PDF-1.7 отчёт')
  expect(s3.objects.size).toBe(2)
  const sweep = (before: Date) => inScope(database.db, territory.id, (tx) => sweepOrphans(tx, territory.id, before))
  expect(await sweep(new Date('2022-06-20T00:00:00Z'))).toBe(0)
  expect(await sweep(new Date('2100-01-01T00:00:00Z'))).toBe(1)
  expect([...s3.objects.keys()]).toEqual([`${territory.id}/${id}`])
  await s3.close()
})

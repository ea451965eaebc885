import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { aPerson, aTerritory, ctxOf, type TestCtx } from '../../test/factory.ts'
import { inTransaction, setScope, transact } from '../db/transact.ts'
import { ok } from '../kernel/result.ts'
import { checkInvariants } from '../ops/invariants.ts'
import { damageSentence } from './damage.ts'
import { closeHistoryWith, historyKeys, parseKeys, readKeys } from './keys.ts'
import { openHistory } from './open-history.ts'
import { record, recordAll } from './record.ts'
import { verifyHistory } from './verify.ts'
import { beginWitness, readWitness, witnessOf } from './witness.ts'

const base = ownDatabase()
const folder = fs.mkdtempSync(path.join(tmpdir(), 'witness-'))
const file = path.join(folder, 'own', 'history-witness')
let ctx: TestCtx
beforeAll(async () => {
  ctx = await aLivedTerritory('chain')
  await aLivedTerritory('other')
})
afterAll(() => fs.rmSync(folder, { recursive: true }))

const fact = (ctx: TestCtx, n: number) => ({
  kind: 'person.changed' as const,
  subjectId: ctx.actor.personId,
  facts: { name: `${n}`, before: 'ёж "и" «кавычки»', fields: ['б', 'а'] },
})
async function aLivedTerritory(code: string): Promise<TestCtx> {
  const territory = await aTerritory(base.db, '2021-09-01', { code })
  const made = await ctxOf(base.db, territory, await aPerson(base.db, territory))
  await transact(made, async (tx) => ok(await recordAll(tx, made, [fact(made, 1), fact(made, 2), fact(made, 3)])))
  await Promise.all([4, 5, 6].map((n) => transact(made, async (tx) => ok(await record(tx, made, fact(made, n))))))
  return made
}
const add = (n: number) => transact(ctx, async (tx) => ok(await record(tx, ctx, fact(ctx, n))))

/** What is found with the witness of the installation at hand, in words. */
async function found(): Promise<string[]> {
  const { marks, damages } = await readWitness(base.db, file, true)
  return [...damages, ...(await verifyHistory(base.db, marks)).damages].map(damageSentence)
}

/** Tampers as a superuser could, checks, and puts the history back. */
async function foundAfter(...statements: string[]): Promise<string[]> {
  const client = await base.adminPool.connect()
  const tables = ['history', 'history_heads']
  try {
    for (const table of tables) await client.query(`create table ${table}_copy as table ${table}`)
    for (const text of statements) await client.query(text)
    return await found()
  } finally {
    for (const table of tables)
      await client.query(`truncate ${table}; insert into ${table} select * from ${table}_copy; drop table ${table}_copy`)
    client.release()
  }
}

test('an untouched history is whole, written one by one and several at once', async () => {
  expect(await verifyHistory(base.db)).toEqual({ damages: [], rows: 12 })
})

test('a deed sends two statements for its history, however much it tells', async () => {
  const facts = Array.from({ length: 1700 }, (_, n) => fact(ctx, n))
  const sent = await inTransaction(base.db, async (tx) => {
    await setScope(tx, ctx.scope)
    const query = vi.spyOn(pg.Client.prototype, 'query')
    await recordAll(tx, ctx, facts)
    const calls = query.mock.calls.length
    query.mockRestore()
    throw Object.assign(new Error('not kept'), { calls })
  }).catch((error: { calls?: number }) => error.calls)
  expect(sent).toBe(2)
})

test('what a superuser does to it is found and named', async () => {
  const witness = witnessOf(base.db, file)
  await witness.look(new Date('2026-11-29T10:00:00Z'))
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(await found()).toEqual([])
  const chain = `territory_id = '${ctx.territory.id}'`
  const setBack = `update history_heads h set (seq, hash) = (select seq, hash from history r where r.territory_id = h.territory_id order by seq desc limit 1) where ${chain}`

  expect(await foundAfter(`update history set facts = jsonb_set(facts, '{name}', '"7"') where seq = 3 and ${chain}`)).toEqual([
    'chain, запись 3: не то, что было записано: запись изменена или вставлена.',
  ])
  expect(await foundAfter(`update history set at = at + interval '1 second' where seq = 2 and ${chain}`)).toEqual([
    expect.stringContaining('chain, запись 2: не то, что было записано'),
  ])
  expect(await foundAfter(`delete from history where seq = 4 and ${chain}`)).toEqual(['chain, запись 4: записи нет.'])
  expect(await foundAfter(`delete from history where seq > 4 and ${chain}`, setBack)).toEqual([
    'chain, запись 5: записи нет, а она была засвидетельствована (2026-11-29T10:00:00.000Z).',
  ])
  expect(await foundAfter(`update history_heads set seq = 9 where ${chain}`)).toEqual([
    'chain, запись 7: последние записи удалены, начиная с этой.',
  ])
  const [swapped] = await foundAfter(
    `update history set seq = case seq when 2 then 30 else seq end where ${chain}`,
    `update history set seq = 2 where seq = 3 and ${chain}`,
    `update history set seq = 3 where seq = 30 and ${chain}`,
  )
  expect(swapped).toContain('chain, запись 2: не то, что было записано')
  expect(await foundAfter('truncate history, history_heads')).toEqual([
    expect.stringContaining('chain, запись 1: записи нет, а она была засвидетельствована'),
    expect.stringContaining('other, запись 1: записи нет, а она была засвидетельствована'),
  ])
  // All that the database holds, made anew the way the program did it before there were keys.
  const [rebuilt] = await foundAfter(
    `update history set hash = sha256(prev_hash || convert_to(kind, 'UTF8')) where ${chain}`,
    `update history h set prev_hash = coalesce((select p.hash from history p where p.territory_id = h.territory_id and p.seq = h.seq - 1), prev_hash) where ${chain}`,
    setBack,
  )
  expect(rebuilt).toContain('chain, запись 1: не то, что было записано')
})

test('the file of the witness goes on after a restart and a kill, and is missed when it is cut or gone', async () => {
  await add(7)
  await witnessOf(base.db, file).look(new Date('2026-11-29T10:05:00Z'))
  const before = fs.readFileSync(file, 'utf8')
  expect(before.split('\n').map((line) => line.split(' ').slice(0, 4).join(' '))).toEqual([
    '1 2026-11-29T10:00:00.000Z - 0',
    '2 2026-11-29T10:00:00.000Z chain 6',
    '3 2026-11-29T10:00:00.000Z other 6',
    '4 2026-11-29T10:05:00.000Z chain 7',
    '',
  ])
  const witness = witnessOf(base.db, file)
  await witness.look(new Date('2026-11-29T10:06:00Z'))
  expect(fs.readFileSync(file, 'utf8')).toBe(before) // nothing has happened
  fs.appendFileSync(file, '5 2026-11-29T10:0') // killed in the middle of a line
  expect(await found()).toEqual([])
  await add(8)
  await witness.look(new Date('2026-11-29T10:10:00Z'))
  expect(fs.readFileSync(file, 'utf8').split('\n').at(-2)).toMatch(
    /^5 2026-11-29T10:10:00.000Z chain 8 01[0-9a-f]{64} 01[0-9a-f]{64}$/,
  )
  expect(await found()).toEqual([])

  const whole = fs.readFileSync(file, 'utf8')
  fs.writeFileSync(file, before)
  expect(await found()).toEqual(['Свидетель истории, строка 5: строки и следующих за ней нет: конец файла свидетеля удалён.'])
  expect(await checkInvariants(base.db, file)).toMatchObject([
    { name: 'history.isWhole', ids: [expect.stringContaining('строка 5')] },
  ])
  await add(9)
  await witness.look(new Date('2026-11-29T10:15:00Z'))
  expect(await found()).toEqual(['Свидетель истории, строка 5: строки нет.'])
  fs.writeFileSync(file, whole.replace('other 6', 'other 5'))
  expect(await found()).toContain('Свидетель истории, строка 3: строка изменена или вставлена.')
  fs.rmSync(file)
  expect(await found()).toEqual(['Свидетель истории, строка 6: файла свидетеля нет, а строка в нём была.'])
  await expect(witness.look(new Date('2026-11-29T10:20:00Z'))).rejects.toThrow(/нет: он на другой машине или пропал/)

  expect(await beginWitness(base.db, file, new Date('2026-11-29T10:25:00Z'))).toBeNull()
  expect(await found()).toEqual([])
  expect(fs.readFileSync(file, 'utf8')).toMatch(/^7 2026-11-29T10:25:00.000Z - 0 - /)
  const copy = path.join(folder, 'carried-away')
  fs.writeFileSync(copy, whole)
  const { marks, damages } = await readWitness(base.db, copy, false)
  expect([marks.length, damages]).toEqual([4, []])
  expect((await verifyHistory(base.db, marks)).damages).toEqual([])
  const beside = await beginWitness(base.db, file, new Date('2026-11-29T10:30:00Z'))
  expect(beside && fs.readFileSync(beside, 'utf8')).toMatch(/^7 /)
  expect(await found()).toEqual([])
})

test('a head out of a letter is held against the row', async () => {
  const { marks } = await readWitness(base.db, file, true)
  const head = marks.find(({ territory }) => territory === 'chain')?.head.slice(0, 20) ?? ''
  expect((await verifyHistory(base.db, [{ territory: 'chain', seq: 9, head }])).damages).toEqual([])
  expect((await verifyHistory(base.db, [{ territory: 'chain', seq: 8, head }])).damages).toEqual([
    { territory: 'chain', seq: 8, what: 'notWitnessed' },
  ])
  expect((await verifyHistory(base.db, [{ territory: 'gone', seq: 3, head }])).damages).toEqual([
    { territory: 'gone', seq: 1, what: 'forgotten' },
  ])
})

test('the app itself may only add to history, after the head and closed with no older key', async () => {
  const tries: ((tx: Parameters<Parameters<typeof transact>[1]>[0]) => Promise<unknown>)[] = [
    (tx) => tx.deleteFrom('history').where('territoryId', '=', ctx.territory.id).execute(),
    (tx) => tx.updateTable('history').set({ kind: 'x' }).where('territoryId', '=', ctx.territory.id).execute(),
    (tx) => tx.updateTable('historyHeads').set({ seq: 1 }).where('territoryId', '=', ctx.territory.id).execute(),
    (tx) => tx.deleteFrom('historyHeads').where('territoryId', '=', ctx.territory.id).execute(),
    (tx) => tx.updateTable('historyWitness').set({ line: 1 }).execute(),
    (tx) => tx.deleteFrom('historyKeys').execute(),
  ]
  for (const one of tries) await expect(transact(ctx, async (tx) => ok(await one(tx)))).rejects.toThrow(/permission denied/)
  const scope = `select set_config('app.territory_id', '${ctx.territory.id}', true)`
  const asApp = async (text: string, values: unknown[] = []) => {
    const client = await base.appPool.connect()
    try {
      await client.query(`begin; ${scope}`)
      return await client.query(text, values)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  await expect(asApp('select history_append($1, $2)', [Buffer.alloc(33), '[]'])).rejects.toThrow(/another head/)
  await expect(
    asApp(
      `select history_append((select hash from history_heads where territory_id = $1), jsonb_build_array(jsonb_build_object('id', $1, 'at', now(), 'kind', 'x',
        'subjectId', $1, 'facts', '{}'::jsonb, 'hash', '\\x' || repeat('00', 32))))`,
      [ctx.territory.id],
    ),
  ).rejects.toThrow(/newer key/)
  await expect(asApp('select history_witnessed(1, $1, now())', [Buffer.alloc(33)])).rejects.toThrow(/further already/)
})

const own = historyKeys()
afterEach(() => closeHistoryWith(own))

test('the first start makes a key and closes what stands; a new one closes it anew; another or an older one is refused', async () => {
  const keyFile = path.join(folder, 'keys', 'history-key')
  await base.adminPool.query('delete from history where seq > 6')
  await base.adminPool.query('update history set hash = substr(hash, 2), prev_hash = substr(prev_hash, 2)')
  await base.adminPool.query('truncate history, history_heads')
  const now = new Date('2026-11-29T11:00:00Z')
  await Promise.all([openHistory(base.db, keyFile, now), openHistory(base.db, keyFile, now)])
  expect(fs.statSync(keyFile).mode & 0o777).toBe(0o600)
  expect(readKeys(keyFile)).toMatchObject({ current: 1 })
  await add(1)
  fs.appendFileSync(keyFile, `2 ${'n'.repeat(40)}\n`)
  await openHistory(base.db, keyFile, now)
  await openHistory(base.db, keyFile, now)
  const rows = await base.adminPool.query('select kind, facts, get_byte(hash, 0) as key from history order by seq')
  expect(rows.rows).toMatchObject([
    { kind: 'person.changed', key: 1 },
    { kind: 'history.closed', facts: { key: 2 }, key: 2 },
  ])
  expect((await verifyHistory(base.db)).damages).toEqual([])

  const refuses = async (text: string, sentence: RegExp) => {
    fs.writeFileSync(keyFile, text)
    await expect(openHistory(base.db, keyFile, now)).rejects.toThrow(sentence)
  }
  await refuses(`2 ${'x'.repeat(40)}\n`, /не тот ключ истории № 2/)
  await refuses(`1 ${readKeys(keyFile)?.secrets.get(1) ?? 'y'.repeat(40)}\n`, /не тот ключ истории № 1|последний ключ № 1/)
  await refuses('1 short\n', /испорчен/)
  await refuses('\n', /пуст/)
  fs.rmSync(keyFile)
  await expect(openHistory(base.db, keyFile, now)).rejects.toThrow(/нет, а история закрыта ключом № 2/)
  closeHistoryWith(parseKeys(`2 ${'n'.repeat(40)}`, 'test'))
  expect((await verifyHistory(base.db)).damages).toEqual([{ territory: 'chain', seq: 1, what: 'unknownKey' }])
})

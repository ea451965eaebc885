import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCluster } from '../../src/db/supervisor.ts'
import { aProgram, type Program } from './program.ts'

const folder = fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-history-'))
const inside = (name: string) => path.join(folder, name)
let program: Program
beforeAll(async () => {
  fs.chmodSync(folder, 0o755)
  fs.writeFileSync(inside('key'), 'k'.repeat(40))
  program = await aProgram({ BACKUP_DIR: inside('copies'), BACKUP_KEY_FILE: inside('key') })
  await program.start()
}, 120_000)
afterAll(async () => {
  await program.stop()
  program.remove()
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** As whoever has the database of an installation that stands still. */
async function asSuperuser(dataDir: string, ...statements: string[]): Promise<void> {
  const cluster = await startCluster({ dir: path.join(dataDir, 'pg') })
  const client = new pg.Client(cluster.adminPool)
  await client.connect()
  for (const text of statements) await client.query(text)
  await client.end()
  await cluster.stop()
}

const cut = [
  `delete from history h using (select territory_id, max(seq) - 2 as seq from history group by territory_id) last
   where h.territory_id = last.territory_id and h.seq > last.seq and h.territory_id = (select id from territories where code = 'luga')`,
  `update history_heads h set (seq, hash) = (select r.seq, r.hash from history r where r.territory_id = h.territory_id order by r.seq desc limit 1)`,
]

test('whoever cuts the last rows and sets the head back is found by the witness; a copy of before verifies and comes back whole', async () => {
  const witness = path.join(program.dataDir, 'history-witness')
  expect(fs.statSync(path.join(program.dataDir, 'history-key')).mode & 0o777).toBe(0o600)
  expect(await program.command('backup')).toMatchObject({ code: 0 })
  await program.stop()
  const [, last = '', head = ''] = /^\d+ \S+ luga (\d+) ([0-9a-f]+) /m.exec(fs.readFileSync(witness, 'utf8')) ?? []
  expect(await program.command('verify-history', '--head', `luga:${last}:${head.slice(0, 20)}`)).toMatchObject({
    code: 0,
    text: expect.stringContaining('История цела'),
  })

  const carried = inside('carried-away')
  fs.copyFileSync(witness, carried)
  await asSuperuser(program.dataDir, ...cut)
  const found = `luga, запись ${Number(last) - 1}: записи нет, а она была засвидетельствована`
  for (const command of [['verify-history'], ['check-invariants'], ['verify']])
    expect(await program.command(...command)).toMatchObject({ code: 1, text: expect.stringContaining(found) })

  // The file is taken away as well: the database still knows of it, and the copy that was carried away names the row.
  fs.rmSync(witness)
  expect(await program.command('verify-history')).toMatchObject({
    code: 1,
    text: expect.stringContaining('файла свидетеля нет, а строка в нём была'),
  })
  expect(await program.command('verify-history', '--witness', carried)).toMatchObject({
    code: 1,
    text: expect.stringContaining(found),
  })
  expect(await program.command('verify-history', '--head', `luga:${last}:${head.slice(0, 20)}`)).toMatchObject({
    code: 1,
    text: expect.stringContaining(`luga, запись ${Number(last) - 1}: записи нет`),
  })

  const [data = '', secrets = ''] = ['.copy', '.secrets'].map((end) =>
    path.join(inside('copies'), fs.readdirSync(inside('copies')).find((name) => name.endsWith(end)) ?? ''),
  )
  const elsewhere = { DATA_DIR: inside('elsewhere') }
  expect(await program.commandWith(elsewhere, 'verify', data)).toMatchObject({
    code: 0,
    text: expect.stringContaining('Данные целы'),
  })
  expect(await program.commandWith(elsewhere, 'restore', data, secrets)).toMatchObject({ code: 0 })
  expect(await program.commandWith(elsewhere, 'verify-history', '--witness', carried)).toMatchObject({ code: 0 })
  fs.rmSync(path.join(elsewhere.DATA_DIR, 'history-key'))
  expect(await program.commandWith(elsewhere, 'verify-history')).toMatchObject({
    code: 1,
    text: expect.stringContaining('история закрыта ключом № 1: верните файл из копии секретов'),
  })
}, 300_000)

import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { oneRow } from '../db/one-row.ts'
import type { Db, Tx } from '../db/pool.ts'
import { everyHistory } from '../db/territories.ts'
import { inTransaction, setScope } from '../db/transact.ts'
import { codeOf } from '../kernel/errors.ts'
import type { Instant } from '../kernel/types.ts'
import type { Damage } from './damage.ts'
import { historyKeys, keyNumberOf } from './keys.ts'
import { headOf } from './verify.ts'
import { linesAfter, type Mark, type Place, readingOf } from './witness-lines.ts'

/** Held by whoever writes into the file: one process at a time. */
const witnessLock = 7_411_004

/** The file cannot be gone on with as it is. The message is a Russian sentence that says what to do. */
export class WitnessError extends Error {}

type Read = {
  readonly marks: readonly Mark[]
  readonly damages: readonly Damage[]
  readonly place: Place | null
  /** Bytes of a line that was cut off in the middle. */
  readonly torn: number
}

/** Reads the file whole. What a kill has left of a line counts for nothing. */
async function readFile(file: string, known: Place | null): Promise<Read> {
  const reading = readingOf(historyKeys())
  let rest = ''
  try {
    for await (const piece of createReadStream(file, 'utf8')) {
      const lines = `${rest}${piece}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) reading.step(line)
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  return { ...reading.end(known), torn: Buffer.byteLength(rest) }
}

const sizeOf = async (file: string): Promise<number> => (await fs.stat(file).catch(() => null))?.size ?? 0

const placeIn = (db: Db | Tx): Promise<Place | undefined> =>
  db.selectFrom('historyWitness').select(['line', 'seal']).executeTakeFirst()

/** What was seen from outside, and what is wrong with the file itself. Another file than the program's own is only a copy: it may be older. */
export async function readWitness(db: Db, file: string, own: boolean): Promise<Pick<Read, 'marks' | 'damages'>> {
  return readFile(file, own ? ((await placeIn(db)) ?? null) : null)
}

export type Witness = {
  /** Writes down the head of every territory in which something has happened since the last line. */
  look(now: Instant): Promise<void>
}

type Seen = { readonly place: Place | null; readonly heads: ReadonlyMap<string, string>; readonly bytes: number }

/** The witness of an installation: a file outside of the database that is only added to. */
export function witnessOf(db: Db, file: string): Witness {
  let seen: Seen | null = null

  /** How far the file has come, read anew when it is not as it was left. A damage stays where it is, to be found: the witness goes on after it. */
  async function lastSeen(known: Place | null): Promise<Seen> {
    const size = await sizeOf(file)
    if (seen?.place && known?.seal.equals(seen.place.seal) && size === seen.bytes) return seen
    if (known !== null && size === 0)
      throw new WitnessError(`Файла свидетеля истории ${file} нет: он на другой машине или пропал (docs/server.md).`)
    const { marks, place, torn } = await readFile(file, known)
    if (torn > 0) await fs.truncate(file, size - torn)
    const heads = new Map(marks.map(({ territory, head }) => [territory, head]))
    return { place: known && known.line > (place?.line ?? 0) ? known : place, heads, bytes: size - torn }
  }

  async function writeDown(tx: Tx, now: Instant): Promise<Seen | null> {
    const { mine } = await oneRow(tx, sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${witnessLock}) as mine`)
    if (!mine) return null
    const last = await lastSeen((await placeIn(tx)) ?? null)
    const heads = (await headsOf(tx)).filter(({ territory, head }) => last.heads.get(territory) !== head)
    if (heads.length === 0) return last
    const { text, place } = linesAfter(historyKeys(), last.place, last.place === null, now, heads)
    await append(file, text)
    await noteWitnessed(tx, place, now)
    const known = [...last.heads, ...heads.map(({ territory, head }) => [territory, head] as const)]
    return { place, heads: new Map(known), bytes: last.bytes + Buffer.byteLength(text) }
  }

  return {
    look: async (now) => {
      seen = (await inTransaction(db, (tx) => writeDown(tx, now))) ?? seen
    },
  }
}

async function headsOf(tx: Tx): Promise<Mark[]> {
  const marks: Mark[] = []
  for (const { id, code } of await everyHistory(tx)) {
    await setScope(tx, { territoryId: id })
    const head = await headOf(tx, id)
    if (head && keyNumberOf(head.hash) > 0) marks.push({ territory: code, seq: head.seq, head: head.hash.toString('hex') })
  }
  return marks
}

async function append(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true })
  await fs.appendFile(file, text, { mode: 0o600, flush: true })
}

const noteWitnessed = (tx: Tx, { line, seal }: Place, at: Instant) =>
  sql`select history_witnessed(${line}, ${seal}, ${at})`.execute(tx)

/**
 * Begins a new file after the present one was lost, damaged or has come back older from a copy; what there is of it stays beside, to be
 * compared. Gives its name.
 */
export async function beginWitness(db: Db, file: string, now: Instant): Promise<string | null> {
  return inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${witnessLock})`.execute(tx)
    const known = (await placeIn(tx)) ?? null
    const there = await readFile(file, null)
    const line = Math.max(known?.line ?? 0, there.place?.line ?? 0)
    const beside = (await sizeOf(file)) > 0 ? `${file}.${now.toISOString().replace(/[-:]|\.\d+/g, '')}` : null
    if (beside) await fs.rename(file, beside)
    const { text, place } = linesAfter(historyKeys(), { line, seal: Buffer.alloc(0) }, true, now, await headsOf(tx))
    await append(file, text)
    await noteWitnessed(tx, place, now)
    return beside
  })
}

/** The last line that a database has heard of, for a connection past the program's pool; 0 in one of before there was a witness. */
export async function witnessedLine(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('public.history_witness') is not null as there")
  if (!rows[0]?.there) return 0
  return (await client.query<{ line: number }>('select line from history_witness')).rows[0]?.line ?? 0
}

/** Takes off what a database that came back from a copy has not heard of yet: it has gone with the rows. */
export async function cutWitness(file: string, line: number): Promise<void> {
  const text = await fs.readFile(file, 'utf8').catch(() => null)
  if (text === null) return
  const left = text.split('\n').filter((one) => one !== '' && Number.parseInt(one, 10) <= line)
  if (left.length === 0) await fs.rm(file)
  else await fs.writeFile(file, `${left.join('\n')}\n`)
}

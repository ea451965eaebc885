import { timeOf } from '../authz/ctx.ts'
import { installation } from '../authz/installation.ts'
import type { Db, Tx } from '../db/pool.ts'
import { territoriesInFull } from '../db/territories.ts'
import { inTransaction, setScope } from '../db/transact.ts'
import type { Instant } from '../kernel/types.ts'
import { closeHistoryWith, HistoryKeyError, type HistoryKeys, makeKeys, proofOf, readKeys } from './keys.ts'
import { record } from './record.ts'
import { headOf } from './verify.ts'

/** Takes the keys of history from their file, which the first start makes; refuses those of another installation. A key that is new closes what stands. */
export async function openHistory(db: Db, file: string, now: Instant): Promise<void> {
  const known = await db.selectFrom('historyKeys').selectAll().orderBy('number').execute()
  const keys = readKeys(file) ?? (known.length === 0 ? makeKeys(file) : null)
  const newest = known.at(-1)?.number ?? 0
  if (keys === null)
    throw new HistoryKeyError(
      `Файла ключей истории ${file} нет, а история закрыта ключом № ${newest}: верните файл из копии секретов (docs/server.md) или назовите его в HISTORY_KEY_FILE.`,
    )
  for (const { number, proof } of known) {
    const secret = keys.secrets.get(number)
    if (secret !== undefined && !proofOf(secret, number).equals(proof))
      throw new HistoryKeyError(
        `В файле ${file} не тот ключ истории № ${number}, которым закрыта эта база: возьмите файл этой установки и назовите его в HISTORY_KEY_FILE.`,
      )
  }
  if (keys.current < newest)
    throw new HistoryKeyError(
      `История закрыта ключом № ${newest}, а в файле ${file} последний ключ № ${keys.current}: возьмите свежий файл ключей.`,
    )
  closeHistoryWith(keys)
  if (keys.current > newest && !(await inTransaction(db, (tx) => introduce(tx, keys, now)))) await openHistory(db, file, now)
}

/** False when another process was first. */
async function introduce(tx: Tx, keys: HistoryKeys, now: Instant): Promise<boolean> {
  const number = keys.current
  const proof = proofOf(keys.secrets.get(number) ?? '', number)
  const added = await tx
    .insertInto('historyKeys')
    .values({ number, proof, since: now })
    .onConflict((on) => on.doNothing())
    .returning('number')
    .executeTakeFirst()
  if (!added) return false
  for (const territory of [...(await territoriesInFull(tx)), installation]) {
    await setScope(tx, { territoryId: territory.id })
    if (!(await headOf(tx, territory.id))) continue
    const recording = { territory, now: timeOf(territory, now).now, actor: null }
    await record(tx, recording, { kind: 'history.closed', subjectId: territory.id, facts: { key: number } })
  }
  return true
}

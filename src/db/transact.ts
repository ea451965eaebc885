import { type RawBuilder, sql } from 'kysely'
import { codeOf } from '../kernel/errors.ts'
import { type Refusal, type Result, refuse } from '../kernel/result.ts'
import type { AccountId, Instant, TerritoryId } from '../kernel/types.ts'
import { refusalOf } from './constraints.ts'
import { whileHolding } from './holding.ts'
import { keepAnswers } from './once.ts'
import { behindPool, type Db, type Pool, type Tx } from './pool.ts'
import { sharing } from './shared-connection.ts'
import { noteChange } from './territories.ts'

/** Whose rows a transaction may see. Set inside the transaction only, so nothing outlives it on the connection. */
export type Scope = { readonly territoryId?: TerritoryId | null; readonly accountId?: AccountId | null }

/** One act of a person, by the hidden key of the form: done once, however often it is sent. */
export type Submission = {
  readonly accountId: AccountId
  readonly key: string
  readonly requestHash: string
  claimed: boolean
  /** When it is really sent, where its deed is done on a day of its own: by that it is forgotten. */
  readonly at?: Instant
  /** Where the person goes when the deed has this outcome; kept with the deed, so that a later twin can be sent there too. */
  whereTo?: (outcome: unknown) => Location | null
  /** What was kept. */
  location?: Location
}
export type Location = { readonly to: string; readonly notice?: string }

/** What a command needs to run a transaction. */
export type Transacting = {
  readonly pool: Pool
  readonly scope: Scope
  readonly now: Instant
  readonly submission: Submission | null
}

class RolledBack extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('rolled back by a refusal')
    this.refusal = refusal
  }
}

/** Serialization failure, deadlock: the whole transaction may be tried again. */
const retryable = new Set(['40001', '40P01'])
const lockNotAvailable = '55P03'
const mostAttempts = 3

/**
 * Runs a command in one transaction. A refusal rolls back just as an exception does. A constraint of the database that stands for
 * a rule becomes that rule's refusal. Deadlocks are tried again, three times at most. What others hold for too long is `busy`: nothing has changed.
 */
export async function transact<T>(ctx: Transacting, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(ctx, work)
    } catch (error) {
      if (error instanceof RolledBack) return refuse(error.refusal)
      const rule = refusalOf(error)
      if (rule) return refuse(rule)
      const code = codeOf(error)
      if (code === lockNotAvailable) return refuse({ code: 'busy' })
      if (!code || !retryable.has(code)) throw error
      if (attempt === mostAttempts) return refuse({ code: 'busy' })
    }
  }
}

function runOnce<T>(ctx: Transacting, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  return inTransaction(behindPool(ctx.pool), async (tx) => {
    await setScope(tx, ctx.scope)
    const first = ctx.submission?.claimed === false ? ctx.submission : null
    if (first && !(await claim(tx, first, first.at ?? ctx.now))) throw new RolledBack({ code: 'repeated' })
    const result = await work(tx)
    if (!result.ok) throw new RolledBack(result.refusal)
    if (ctx.scope.territoryId) await noteChange(tx, ctx.scope.territoryId)
    const location = first?.whereTo?.(result.value)
    if (first && location) await keepLocation(tx, first, location)
    return result
  }).then((result) => {
    if (ctx.submission) ctx.submission.claimed = true
    return result
  })
}

/**
 * Several commands of one territory in one transaction, as if each had its own after the one before. Whose form's key is taken is told so, or what its twin
 * is refused for; who is refused writes nothing and keeps the key. What others hold for too long is `busy` for all; anything else that goes wrong is thrown, and nothing has changed.
 */
export async function transactTogether<One extends { readonly ctx: Transacting }, T>(
  all: readonly [One, ...One[]],
  work: (tx: Tx, fresh: readonly One[]) => Promise<ReadonlyMap<One, Result<T>>>,
): Promise<readonly Result<T>[]> {
  const [{ ctx }] = all
  const territoryId = ctx.scope.territoryId ?? null
  try {
    const done = await inTransaction(behindPool(ctx.pool), async (tx) => {
      await setScope(tx, { territoryId })
      const fresh = await claimAll(tx, all)
      const results = await work(tx, fresh)
      await giveBack(
        tx,
        fresh.filter((one) => results.get(one)?.ok !== true),
      )
      if (territoryId) await noteChange(tx, territoryId)
      await keepLocations(tx, results)
      return results
    })
    for (const [one, result] of done) if (result.ok && one.ctx.submission) one.ctx.submission.claimed = true
    return all.map((one) => done.get(one) ?? asItsTwin(one, done) ?? refuse({ code: 'repeated' }))
  } catch (error) {
    if (codeOf(error) === lockNotAvailable) return all.map(() => refuse({ code: 'busy' }))
    throw error
  }
}

const nameOf = ({ accountId, key }: Pick<Submission, 'accountId' | 'key'>) => `${accountId} ${key}`
const unclaimed = ({ ctx: { submission } }: { readonly ctx: Transacting }) => (submission?.claimed === false ? submission : null)

/** A form that was pressed twice and refused is refused for the same reason: nothing has been kept by which its twin could be led on. */
function asItsTwin<One extends { readonly ctx: Transacting }, T>(one: One, done: ReadonlyMap<One, Result<T>>): Result<T> | null {
  const asked = one.ctx.submission
  if (!asked) return null
  const isTwin = ({ submission }: Transacting) =>
    submission !== null && nameOf(submission) === nameOf(asked) && submission.requestHash === asked.requestHash
  const [, first] = [...done].find(([{ ctx }]) => isTwin(ctx)) ?? []
  return first?.ok === false ? first : null
}

/** Takes the keys of these forms, in one order everywhere; gives back those whose key is theirs. */
async function claimAll<One extends { readonly ctx: Transacting }>(tx: Tx, all: readonly One[]): Promise<One[]> {
  const rows = all.flatMap((one) => {
    const { accountId, key, requestHash, at = one.ctx.now } = unclaimed(one) ?? {}
    return accountId && key && requestHash ? [{ accountId, key, requestHash, at }] : []
  })
  if (rows.length === 0) return [...all]
  const taken = await tx
    .insertInto('submissions')
    .values(rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)))
    .onConflict((on) => on.doNothing())
    .returning(['accountId', 'key'])
    .execute()
  const left = new Set(taken.map(nameOf))
  return all.filter((one) => {
    const asked = unclaimed(one)
    return asked === null || left.delete(nameOf(asked))
  })
}

/** The keys of these forms are free again. */
async function giveBack(tx: Tx, all: readonly { readonly ctx: Transacting }[]): Promise<void> {
  for (const one of all) {
    const asked = unclaimed(one)
    if (asked)
      await tx
        .deleteFrom('submissions')
        .where((is) => is.and({ accountId: asked.accountId, key: asked.key }))
        .execute()
  }
}

/** Notes where each of these deeds led. */
async function keepLocations(tx: Tx, results: ReadonlyMap<{ readonly ctx: Transacting }, Result<unknown>>): Promise<void> {
  const kept = [...results].flatMap(([one, result]) => {
    const asked = unclaimed(one)
    const location = result.ok ? asked?.whereTo?.(result.value) : null
    return asked && location ? [{ asked, location }] : []
  })
  if (kept.length === 0) return
  const [accounts, keys] = [kept.map(({ asked }) => asked.accountId), kept.map(({ asked }) => asked.key)]
  const [locations, notices] = [kept.map(({ location }) => location.to), kept.map(({ location }) => location.notice ?? null)]
  await sql`update submissions s set location = g.location, notice = g.notice
    from unnest(${accounts}::text[], ${keys}::text[], ${locations}::text[], ${notices}::text[]) g(account_id, key, location, notice)
    where s.account_id = g.account_id and s.key = g.key`.execute(tx)
  for (const { asked, location } of kept) asked.location = location
}

/** Takes the form's key. Waits for a twin that is under way; false when the twin has already done it. */
async function claim(tx: Tx, submission: Submission, now: Instant): Promise<boolean> {
  const { accountId, key, requestHash } = submission
  const taken = await tx
    .insertInto('submissions')
    .values({ accountId, key, requestHash, at: now })
    .onConflict((on) => on.doNothing())
    .returning('key')
    .executeTakeFirst()
  return taken !== undefined
}

/** Notes where a deed led; a command whose pieces are several transactions may correct it after the last. */
export async function keepLocation(db: Db | Tx, submission: Submission, location: Location): Promise<void> {
  await db
    .updateTable('submissions')
    .set({ location: location.to, notice: location.notice ?? null })
    .where((is) => is.and({ accountId: submission.accountId, key: submission.key }))
    .execute()
  submission.location = location
}

/** Deletes the keys of forms sent long ago. */
export async function forgetSubmissions(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('submissions').where('at', '<', before).execute()
}

/** Runs queries of one page in a read-only transaction. */
export function read<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return looking(db, async (tx) => {
    await setScope(tx, scope)
    return work(tx)
  })
}

/** A read-only transaction that finds its territory and sets its scope by the address; undefined when there is no such territory. */
export function readAt<Row extends { id: string }, T>(
  db: Db,
  given: { readonly code: string; readonly columns: RawBuilder<unknown>; readonly accountId: AccountId },
  work: (tx: Tx, territory: Row | undefined) => Promise<T>,
): Promise<T> {
  return looking(db, async (tx) => {
    const { rows } = await sql<Row>`
      select ${given.columns}, set_config('app.territory_id', t.id::text, true), set_config('app.account_id', ${given.accountId}, true)
      from territories t where t.code = ${given.code}`.execute(tx)
    return work(tx, rows[0])
  })
}

function looking<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute((tx) =>
      sharing(tx, (reading) =>
        whileHolding(() => {
          keepAnswers(reading)
          return work(reading)
        }),
      ),
    )
}

/** The same for a command that has to look something up before its deed. */
export const readAs = <T>({ pool, scope }: Pick<Transacting, 'pool' | 'scope'>, work: (tx: Tx) => Promise<T>): Promise<T> =>
  read(behindPool(pool), scope, work)

/** A transaction outside any scope: of accounts and sessions, which belong to no territory. The only one that is not `transact` or `read`. */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute((tx) => whileHolding(() => work(tx)))
}

/** Without a scope nothing is set, and the policies of every tenant table fail. */
export async function setScope(tx: Tx, scope: Scope): Promise<void> {
  if (!scope.territoryId && !scope.accountId) return
  await sql`select set_config('app.territory_id', ${scope.territoryId ?? ''}, true), set_config('app.account_id', ${scope.accountId ?? ''}, true)`.execute(
    tx,
  )
}

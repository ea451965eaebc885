import { randomBytes, timingSafeEqual } from 'node:crypto'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import type { SecondFactor } from '../authz/second-factor.ts'
import type { Db, Tx } from '../db/pool.ts'
import { inTransaction } from '../db/transact.ts'
import { allRules, ok, type Result, refuseRule } from '../kernel/result.ts'
import type { AccountId, Instant } from '../kernel/types.ts'
import { minutesUntil } from './attempt-rules.ts'
import { forgiveAttempts, takeAttempt } from './attempts.ts'
import { decipher, encipher, keyFor } from './cipher.ts'
import { periodsTaken, recoveryCode, recoveryCodes, recoveryHash, typedCode } from './second-factor-rules.ts'

type Keeping = { readonly db: Db; readonly secret: string; readonly systemNow: () => Instant }

export function createSecondFactor(keeping: Keeping & { readonly isDemanded: boolean }): SecondFactor {
  const { isDemanded } = keeping
  const stateOf: SecondFactor['stateOf'] = async (tx, accountId) =>
    accountId && (await confirmedFactor(tx, accountId)) ? 'on' : isDemanded ? 'missing' : 'off'
  const proves = async (tx: Tx, accountId: AccountId | null, code: string): Promise<Result<null>> => {
    const state = await stateOf(tx, accountId)
    if (state === 'missing') return refuseRule('account.secondFactorMissing')
    return accountId === null || state === 'off' ? ok(null) : takeCode(tx, keeping, accountId, code)
  }
  return {
    isDemanded,
    stateOf,
    guarding: ({ accountId, code }, act) => {
      const asked = () => act((tx) => proves(tx, accountId, code))
      return accountId === null || code === '' ? asked() : countingTries(keeping, accountId, asked)
    },
  }
}

/** Tries of an account's code are counted before they are looked at, and forgotten unless it was the code that was wrong. */
export async function countingTries<T>(
  keeping: Keeping,
  accountId: AccountId,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const counters = [{ kind: 'account', of: `code\0${accountId}` }] as const
  const now = keeping.systemNow()
  const until = await takeAttempt(keeping.db, keeping.secret, counters, now)
  if (until) return refuseRule('account.codeLocked', { field: 'code', params: { minutes: minutesUntil(until, now) } })
  const result = await work()
  const isWrong = !result.ok && allRules(result.refusal).some(({ rule }) => rule === 'account.codeWrong')
  if (!isWrong) await forgiveAttempts(keeping.db, keeping.secret, counters)
  return result
}

/** A confirmed second factor of an account, and how many recovery codes it has left. */
export async function confirmedFactor(tx: Db | Tx, accountId: AccountId): Promise<{ recoveryLeft: number } | null> {
  const row = await tx
    .selectFrom('authSecondFactors')
    .select('recoveryHashes')
    .where('accountId', '=', accountId)
    .where('confirmedAt', 'is not', null)
    .executeTakeFirst()
  return row ? { recoveryLeft: row.recoveryHashes.length } : null
}

/** Makes the secret of an account that has no second factor yet; one that was begun and never confirmed is made anew. */
export async function beginFactor(keeping: Keeping, accountId: AccountId): Promise<void> {
  const made = { secret: sealed(keeping, accountId, randomBytes(20)), begunAt: keeping.systemNow() }
  await keeping.db
    .insertInto('authSecondFactors')
    .values({ accountId, ...made })
    .onConflict((on) => on.column('accountId').doUpdateSet(made).where('authSecondFactors.confirmedAt', 'is', null))
    .execute()
}

/** The secret an app has to be told, in base32 (RFC 4648), and the address that says it (`otpauth:`); null when none waits for its first code. */
export async function begunFactor(
  keeping: Keeping,
  { accountId, email }: { readonly accountId: AccountId; readonly email: string },
): Promise<{ secret: string; address: string } | null> {
  const row = await keeping.db
    .selectFrom('authSecondFactors')
    .select('secret')
    .where('accountId', '=', accountId)
    .where('confirmedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const bytes = opened(keeping, accountId, row.secret)
  return { secret: base32.encode(bytes, { padding: false }), address: createOTP(bytes).url('Площадка', email) }
}

/** The app shows its first code: from now on it is asked for. Gives the recovery codes, which are shown this once. */
export function confirmFactor(keeping: Keeping, accountId: AccountId, code: string): Promise<Result<readonly string[]>> {
  return countingTries(keeping, accountId, () =>
    inTransaction(keeping.db, async (tx) => {
      const row = await lockedFactor(tx, accountId)
      if (!row || row.confirmedAt) return refuseRule('account.factorGone')
      const period = await periodShown(keeping, accountId, row, code)
      if (period === null) return refuseRule('account.codeWrong', { field: 'code' })
      const codes = Array.from({ length: recoveryCodes }, () => recoveryCode(randomBytes(12)))
      await tx
        .updateTable('authSecondFactors')
        .set({ confirmedAt: keeping.systemNow(), lastPeriod: period, recoveryHashes: codes.map(recoveryHash) })
        .where('accountId', '=', accountId)
        .execute()
      return ok(codes)
    }),
  )
}

/** A code of the app, or one of the recovery codes, which is used up by it. */
export async function takeCode(tx: Tx, keeping: Keeping, accountId: AccountId, code: string): Promise<Result<null>> {
  if (typedCode(code) === '') return refuseRule('account.codeEmpty', { field: 'code' })
  const row = await lockedFactor(tx, accountId)
  if (!row?.confirmedAt) return refuseRule('account.factorGone', { field: 'code' })
  const period = await periodShown(keeping, accountId, row, code)
  const hash = recoveryHash(code)
  const isRecovery = row.recoveryHashes.includes(hash)
  if (period === null && !isRecovery) return refuseRule('account.codeWrong', { field: 'code' })
  await tx
    .updateTable('authSecondFactors')
    .set(period === null ? { recoveryHashes: row.recoveryHashes.filter((kept) => kept !== hash) } : { lastPeriod: period })
    .where('accountId', '=', accountId)
    .execute()
  return ok(null)
}

/** The account is entered by its password alone again. Gives whether it had a second factor. */
export async function dropFactor(tx: Db | Tx, accountId: AccountId): Promise<boolean> {
  const gone = await tx
    .deleteFrom('authSecondFactors')
    .where('accountId', '=', accountId)
    .returning('confirmedAt')
    .executeTakeFirst()
  return Boolean(gone?.confirmedAt)
}

type Factor = {
  readonly secret: Buffer
  readonly confirmedAt: Instant | null
  readonly lastPeriod: number
  readonly recoveryHashes: string[]
}

const lockedFactor = (tx: Tx, accountId: AccountId): Promise<Factor | undefined> =>
  tx
    .selectFrom('authSecondFactors')
    .select(['secret', 'confirmedAt', 'lastPeriod', 'recoveryHashes'])
    .where('accountId', '=', accountId)
    .forUpdate()
    .executeTakeFirst()

/** The period whose code this is; null for no code of now. */
async function periodShown(keeping: Keeping, accountId: AccountId, row: Factor, code: string): Promise<number | null> {
  const shown = Buffer.from(typedCode(code))
  const otp = createOTP(opened(keeping, accountId, row.secret))
  for (const period of periodsTaken(keeping.systemNow(), row.lastPeriod)) {
    const wanted = Buffer.from(await otp.hotp(period))
    if (wanted.length === shown.length && timingSafeEqual(wanted, shown)) return period
  }
  return null
}

const keyOf = ({ secret }: Keeping) => keyFor(secret, 'second factor')
const sealed = (keeping: Keeping, accountId: AccountId, bytes: Buffer) => encipher(keyOf(keeping), accountId, bytes)

/** @throws when the program's secret is no longer the one the factor was made under. */
function opened(keeping: Keeping, accountId: AccountId, hidden: Buffer): Buffer {
  const bytes = decipher(keyOf(keeping), accountId, hidden)
  if (!bytes) throw new Error('a second factor was made under another SECRET')
  return bytes
}

import { confirmFactor, countingTries, dropFactor, takeCode } from '../../../accounts/second-factor.ts'
import type { Services } from '../../../authz/ctx.ts'
import type { Db } from '../../../db/pool.ts'
import { inTransaction } from '../../../db/transact.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { AccountId } from '../../../kernel/types.ts'
import type { AccountDeps } from '../frame.ts'
import { emailOf } from '../queries.ts'
import { tellOwner } from '../tellings.ts'
import { letters } from '../texts.ts'
import { ownerKnowing } from './change-password.ts'
import { normalEmail } from './create-account.ts'
import { endSessions, signOutEverywhere } from './sign-out-everywhere.ts'

type Deps = Pick<AccountDeps, 'db' | 'services' | 'secret' | 'systemNow'>

/** The app's first code: from now on it is asked for, other sessions end, the owner is told. Gives the recovery codes. */
export async function turnOnSecondFactor(
  deps: Deps,
  given: { accountId: AccountId; sessionId: string; code: string },
): Promise<Result<readonly string[]>> {
  const { accountId, sessionId, code } = given
  const codes = await confirmFactor(deps, accountId, code)
  if (!codes.ok) return codes
  await endSessions(deps.db, accountId, { allBut: sessionId })
  const letter = { to: await emailOf(deps.db, accountId), ...letters.secondFactorOn }
  await tellOwner(deps, { accountId, kind: 'account.secondFactorOn', by: accountId, letter })
  return codes
}

/** Whoever knows the password and shows a code enters by the password alone again; the owner is told. */
export async function turnOffSecondFactor(
  deps: Deps,
  given: { accountId: AccountId; current: string; code: string },
): Promise<Result<null>> {
  const { accountId, current, code } = given
  const owner = await ownerKnowing(deps.db, accountId, current)
  if (!owner.ok) return owner
  const dropped = await countingTries(deps, accountId, () =>
    inTransaction(deps.db, async (tx) => {
      const shown = await takeCode(tx, deps, accountId, code)
      if (shown.ok) await dropFactor(tx, accountId)
      return shown
    }),
  )
  if (!dropped.ok) return dropped
  const letter = { to: owner.value, ...letters.secondFactorOff }
  await tellOwner(deps, { accountId, kind: 'account.secondFactorOff', by: accountId, letter })
  return ok(null)
}

/**
 * The administrator of the installation takes the second factor of somebody who has lost the telephone and the codes: all sessions end, the owner is
 * told. Gives `unknown` when there is no such account, `none` when it had no second factor.
 */
export async function takeAwaySecondFactor(
  { db, services }: { db: Db; services: Services },
  email: string,
): Promise<'done' | 'none' | 'unknown'> {
  const account = await db
    .selectFrom('authUsers')
    .select(['id', 'email'])
    .where('email', '=', normalEmail(email))
    .executeTakeFirst()
  if (!account) return 'unknown'
  const had = await inTransaction(db, async (tx) => {
    const dropped = await dropFactor(tx, account.id)
    if (dropped) await signOutEverywhere(tx, account.id)
    return dropped
  })
  if (!had) return 'none'
  const letter = { to: account.email, ...letters.secondFactorOff }
  await tellOwner({ db, services }, { accountId: account.id, kind: 'account.secondFactorOff', by: null, letter })
  return 'done'
}

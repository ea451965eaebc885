import type { Tx } from '../../../db/pool.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { AccountId, PersonId, TerritoryId } from '../../../kernel/types.ts'

export type NewMembership = { readonly territoryId: TerritoryId; readonly accountId: AccountId; readonly personId: PersonId }

/** Lets an account into a territory as a person of it. Needs the territory in the transaction's scope. The same again changes nothing. */
export async function addMembership(tx: Tx, given: NewMembership): Promise<Result<null>> {
  const made = await tx
    .insertInto('memberships')
    .values({ ...given, createdAt: systemNow() })
    .onConflict((on) => on.doNothing())
    .returning('accountId')
    .executeTakeFirst()
  if (made) return ok(null)
  const same = await tx
    .selectFrom('memberships')
    .select('accountId')
    .where((is) => is.and({ territoryId: given.territoryId, accountId: given.accountId, personId: given.personId }))
    .executeTakeFirst()
  return same ? ok(null) : refuseRule('account.belongsToAnother', { field: 'email' })
}

import type { Services, Territory } from '../../authz/ctx.ts'
import { timeOf } from '../../authz/ctx.ts'
import { isFor } from '../../authz/policy.ts'
import { grantedRoles } from '../../authz/roles.ts'
import { asPool, type Db, type Tx } from '../../db/pool.ts'
import { inTransaction, transact } from '../../db/transact.ts'
import { record } from '../../history/record.ts'
import { systemNow } from '../../kernel/clock.ts'
import { ok } from '../../kernel/result.ts'
import type { AccountId, Day, PersonId } from '../../kernel/types.ts'
import { tell } from '../../notices/tell.ts'
import { membershipsOf } from '../../web/territories.ts'
import type { Letter } from './commands/invite-person.ts'

const managing = () => grantedRoles.filter((role) => isFor(role, 'account.manage'))

/** People who keep the accounts of a territory on a day. Needs the territory in scope. */
export async function accountManagers(tx: Tx, territory: Pick<Territory, 'id'>, today: Day): Promise<PersonId[]> {
  const rows = await tx
    .selectFrom('roleGrants')
    .select('personId')
    .distinct()
    .where('territoryId', '=', territory.id)
    .where('role', 'in', managing())
    .where('startsOn', '<=', today)
    .where((row) => row.or([row('endsOn', 'is', null), row('endsOn', '>=', today)]))
    .execute()
  return rows.map(({ personId }) => personId)
}

export type AccountEvent =
  | 'account.passwordChanged'
  | 'account.passwordLinkGiven'
  | 'account.emailChanged'
  | 'account.secondFactorOn'
  | 'account.secondFactorOff'

/**
 * Tells the owner of an account what happened to its password or address: a letter to its address, a notice and a line of history in each territory
 * where the account works. `by` is the account itself, or nobody: the installation's administrator.
 */
export async function tellOwner(
  { db, services }: { db: Db; services: Services },
  given: { accountId: AccountId; kind: AccountEvent; by: AccountId | null; letter: Letter },
): Promise<void> {
  const { accountId, kind, by, letter } = given
  if (services.sendsMail) await inTransaction(db, (tx) => services.mail(tx, letter))
  for (const { territory, personId } of await membershipsOf(db, accountId)) {
    const time = timeOf(territory, systemNow())
    const scope = { territoryId: territory.id, accountId }
    await transact({ pool: asPool(db), scope, now: time.now, submission: null }, async (tx) => {
      await tell(tx, { territory, ...time, services, actor: null }, [{ personId, kind, subjectId: personId, params: {} }])
      const actor = { accountId: by, personId: by && personId }
      await record(tx, { territory, now: time.now, actor }, { kind, subjectId: personId })
      return ok(null)
    })
  }
}

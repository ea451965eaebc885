import { asPool, type Tx } from '../db/pool.ts'
import { transact } from '../db/transact.ts'
import { systemNow } from '../kernel/clock.ts'
import { withInitials } from '../kernel/names.ts'
import { ok } from '../kernel/result.ts'
import type { AccountId } from '../kernel/types.ts'
import { addMembership } from '../modules/accounts/commands/add-membership.ts'
import { createAccount } from '../modules/accounts/commands/create-account.ts'
import { registerDemoPerson } from '../modules/accounts/commands/register-demo-person.ts'
import type { TerritoryFacts } from '../regulation/territory-facts.ts'
import { demoRoles } from './demo-people.ts'
import type { Keys } from './keys.ts'
import { expectDone, type Loading } from './loading-ctx.ts'

/** Gives one person of each role an account without a password, to be entered by a button of the demonstration only. */
export async function loadDemoPeople({ db, territory }: Loading, facts: TerritoryFacts, keys: Keys): Promise<void> {
  const transacting = { pool: asPool(db), scope: { territoryId: territory.id }, now: systemNow(), submission: null }
  for (const [index, { person, roleLabel }] of demoRoles(facts).entries()) {
    const label = withInitials({ familyName: person.family, givenName: person.given, patronymic: person.patronymic })
    const loaded = await transact(transacting, async (tx) => {
      const accountId = await accountOf(tx, addressOf(territory.code, person.key), label)
      const member = await addMembership(tx, { territoryId: territory.id, accountId, personId: keys.person(person.key) })
      if (!member.ok) return member
      await registerDemoPerson(tx, { territoryId: territory.id, accountId, label, roleLabel, position: index + 1 })
      return ok(null)
    })
    expectDone(`${territory.code}, ${person.key}`, loaded)
  }
  for (const { key, alsoMemberOf, ...person } of facts.people) {
    if (!alsoMemberOf) continue
    const name = withInitials({ familyName: person.family, givenName: person.given, patronymic: person.patronymic })
    const loaded = await transact(transacting, async (tx) => {
      const accountId = await accountOf(tx, addressOf(alsoMemberOf.territory, alsoMemberOf.person), name)
      return addMembership(tx, { territoryId: territory.id, accountId, personId: keys.person(key) })
    })
    expectDone(`${territory.code}, ${key}`, loaded)
  }
}

/** The address by which an account of the demonstration is found again, whichever territory is loaded first. */
const addressOf = (territory: string, person: string): string => `${person.toLowerCase()}@${territory}.example`

async function accountOf(tx: Tx, email: string, name: string): Promise<AccountId> {
  const there = await tx.selectFrom('authUsers').select('id').where('email', '=', email).executeTakeFirst()
  if (there) return there.id
  return expectDone(email, await createAccount(tx, { email, name }))
}

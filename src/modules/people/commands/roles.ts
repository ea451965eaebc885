import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import { isFor } from '../../../authz/policy.ts'
import { grantedRoles } from '../../../authz/roles.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { record, recordAll } from '../../../history/record.ts'
import { addDays } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Day, PersonId } from '../../../kernel/types.ts'
import { whyNotGrant } from '../../accounts/identity-rules.ts'
import type { RoleDetails } from '../model.ts'
import { checkDates, lastDay, mayEndRole } from '../rules.ts'
import { changing } from '../subject-queries.ts'
import { storeRoles } from './records.ts'

/** Gives a person of the authority or the operator a role for a period. */
export function grantRole(ctx: Acting, input: { personId: PersonId; role: RoleDetails }): Promise<Result<string>> {
  const { personId, role } = input
  return changing(ctx, { id: personId, permission: 'account.manage' }, async (tx) => {
    const refusal = whyNotGrant({ giver: ctx.actor.roles, role: role.role, toOneself: personId === ctx.actor.personId })
    if (refusal) return refuse(refusal)
    const checked = checkDates(role, ctx.today)
    if (!checked.ok) return checked

    const id = newId()
    await recordAll(tx, ctx, await storeRoles(tx, ctx, [{ ...role, id, personId }]))
    return ok(id)
  })
}

type Ending = { readonly personId: PersonId; readonly grantId: string; readonly endsOn: Day }

/** Sets the last day of a role; somebody must remain who can manage accounts. */
export function endRole(ctx: Acting, input: Ending): Promise<Result<Day>> {
  return transact(ctx, async (tx) => {
    const fact = await endRoleWithin(tx, ctx, input)
    if (!fact.ok) return fact
    await record(tx, ctx, fact.value)
    return ok(input.endsOn)
  })
}

/** The same within a transaction of the caller, who writes the fact down. */
export async function endRoleWithin(tx: Tx, ctx: Ctx, { personId, grantId, ...input }: Ending): Promise<Result<Fact>> {
  const grants = await lockGrants(tx, ctx)
  const grant = grants.find((one) => one.id === grantId && one.personId === personId)
  if (!grant) return refuse({ code: 'notFound' })
  if (!may(ctx, 'account.manage')) return refuse({ code: 'forbidden', permission: 'account.manage' })
  const endsOn = lastDay(grant, input.endsOn, ctx.today)
  if (!endsOn.ok) return endsOn
  if (manages(grant.role)) {
    const after = addDays(endsOn.value, 1)
    const remaining = grants.filter((one) => one.id !== grantId && manages(one.role) && holds(one, after))
    const possible = mayEndRole(remaining.length)
    if (!possible.ok) return possible
  }

  await tx
    .updateTable('roleGrants')
    .set({ endsOn: endsOn.value })
    .where((is) => is.and({ territoryId: ctx.territory.id, id: grantId }))
    .execute()
  return ok({ kind: 'role.ended', subjectId: personId, facts: { role: grant.role, on: endsOn.value } })
}

/** Roles that can manage accounts, by the policy. */
const manages = (role: string) => grantedRoles.some((one) => one === role && isFor(one, 'account.manage'))

const holds = (grant: { startsOn: Day; endsOn: Day | null }, day: Day) =>
  grant.startsOn <= day && (grant.endsOn === null || grant.endsOn >= day)

/** All grants of the territory, locked: two people ending each other's roles wait for one another. */
const lockGrants = (tx: Tx, ctx: Ctx) =>
  tx
    .selectFrom('roleGrants')
    .select(['id', 'personId', 'role', 'startsOn', 'endsOn'])
    .where('territoryId', '=', ctx.territory.id)
    .orderBy('id')
    .forUpdate()
    .execute()

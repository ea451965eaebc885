import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'
import { whyNotGrant } from '../../accounts/identity-rules.ts'
import type { RoleDetails } from '../model.ts'
import { checkDates } from '../rules.ts'
import { lockPerson } from '../subject-queries.ts'
import { storeRoles } from './store-records.ts'

/** Gives a person of the authority or the operator a role for a period. */
export function grantRole(ctx: Acting, input: { personId: PersonId; role: RoleDetails }): Promise<Result<string>> {
  const { personId, role } = input
  return transact(ctx, async (tx) => {
    const locked = await lockPerson(tx, ctx, personId)
    if (!locked) return refuse({ code: 'notFound' })
    if (!may(ctx, 'account.manage')) return refuse({ code: 'forbidden', permission: 'account.manage' })
    const refusal = whyNotGrant({ giver: ctx.actor.roles, role: role.role, toOneself: personId === ctx.actor.personId })
    if (refusal) return refuse(refusal)
    const checked = checkDates(role, ctx.today)
    if (!checked.ok) return checked

    const id = newId()
    await recordAll(tx, ctx, await storeRoles(tx, ctx, [{ ...role, id, personId }]))
    return ok(id)
  })
}

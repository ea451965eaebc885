import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import { organisationsAlike } from '../likeness-queries.ts'
import type { OrganisationDetails } from '../model.ts'
import { checkOrganisation } from '../rules.ts'
import { storeOrganisations } from './store-organisations.ts'

/** Enters an organisation into the register. `another` is said once more by the one who registers: it is another one, though the name is alike. */
export function registerOrganisation(
  ctx: Acting,
  { details, another }: { details: OrganisationDetails; another: boolean },
): Promise<Result<OrganisationId>> {
  return transact(ctx, async (tx) => {
    if (!may(ctx, 'organisation.register')) return refuse({ code: 'forbidden', permission: 'organisation.register' })
    const checked = checkOrganisation(details)
    if (!checked.ok) return checked

    const alike = another ? [] : await organisationsAlike(tx, ctx, details)
    if (alike.length > 0)
      return refuseRule('organisation.alike', { field: 'another', params: { like: alike.map(({ label }) => label).join('; ') } })

    const id = newId<OrganisationId>()
    await recordAll(tx, ctx, await storeOrganisations(tx, ctx, [{ ...details, id }]))
    return ok(id)
  })
}

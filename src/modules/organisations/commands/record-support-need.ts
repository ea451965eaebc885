import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import type { SupportNeedDetails } from '../model.ts'
import { checkSupportNeed } from '../rules.ts'
import { storeSupportNeeds } from './store-support-needs.ts'

/** Records that an organisation needs support in a period. */
export function recordSupportNeed(
  ctx: Acting,
  input: { organisationId: OrganisationId; need: SupportNeedDetails },
): Promise<Result<string>> {
  const { organisationId, need } = input
  return transact(ctx, async (tx) => {
    const organisation = await tx
      .selectFrom('organisations')
      .select('id')
      .where((is) => is.and({ territoryId: ctx.territory.id, id: organisationId }))
      .forUpdate()
      .executeTakeFirst()
    const subject = { territoryId: ctx.territory.id, organisationIds: [organisationId] }
    if (!organisation || !may(ctx, 'supportNeed.view', subject)) return refuse({ code: 'notFound' })
    if (!may(ctx, 'supportNeed.edit', subject)) return refuse({ code: 'forbidden', permission: 'supportNeed.edit' })
    const checked = checkSupportNeed(need, ctx.today)
    if (!checked.ok) return checked

    const id = newId()
    await recordAll(tx, ctx, await storeSupportNeeds(tx, ctx, [{ ...need, id, organisationId }]))
    return ok(id)
  })
}

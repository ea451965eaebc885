import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Day, OrganisationId } from '../../../kernel/types.ts'
import { endOfSupportNeed } from '../rules.ts'

/** Sets the last day of a trait. */
export function endSupportNeed(
  ctx: Acting,
  input: { organisationId: OrganisationId; needId: string; endsOn: Day },
): Promise<Result<Day>> {
  const { organisationId, needId } = input
  return transact(ctx, async (tx) => {
    const need = await tx
      .selectFrom('supportNeeds')
      .select(['kind', 'startsOn', 'endsOn'])
      .where((is) => is.and({ territoryId: ctx.territory.id, id: needId, organisationId }))
      .forUpdate()
      .executeTakeFirst()
    const subject = { territoryId: ctx.territory.id, organisationIds: [organisationId] }
    if (!need || !may(ctx, 'supportNeed.view', subject)) return refuse({ code: 'notFound' })
    if (!may(ctx, 'supportNeed.edit', subject)) return refuse({ code: 'forbidden', permission: 'supportNeed.edit' })
    const endsOn = endOfSupportNeed(need, input.endsOn, ctx.today)
    if (!endsOn.ok) return endsOn

    await tx
      .updateTable('supportNeeds')
      .set({ endsOn: endsOn.value })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: needId }))
      .execute()
    await record(tx, ctx, {
      kind: 'supportNeed.ended',
      subjectId: organisationId,
      facts: { need: need.kind, on: endsOn.value },
    })
    return endsOn
  })
}

import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { record, recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Day, OrganisationId } from '../../../kernel/types.ts'
import type { SupportNeedDetails } from '../model.ts'
import { checkSupportNeed, endOfSupportNeed } from '../rules.ts'

type NewSupportNeed = SupportNeedDetails & { readonly id?: string; readonly organisationId: OrganisationId }

/** Stores traits inside the caller's transaction and gives the facts for history. */
export async function storeSupportNeeds(tx: Tx, ctx: Pick<Ctx, 'territory'>, list: readonly NewSupportNeed[]): Promise<Fact[]> {
  if (list.length === 0) return []
  const rows = list.map((need) => ({ ...need, territoryId: ctx.territory.id, id: need.id ?? newId() }))
  await tx.insertInto('supportNeeds').values(rows).execute()
  return rows.map((row) => ({
    kind: 'supportNeed.recorded',
    subjectId: row.organisationId,
    facts: { need: row.kind, from: row.startsOn, to: row.endsOn, ground: row.ground },
  }))
}

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

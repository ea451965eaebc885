import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { changesBetween, keptOf, type Value } from '../model.ts'
import { lockChosen } from '../queries.ts'

/** Chooses anew what the product sets by itself in a territory. What becomes the usual again is kept no longer. */
export const changeSettings = (
  ctx: Acting,
  { version, values }: { version: number; values: Readonly<Record<string, Value>> },
): Promise<Result<null>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'settings.edit')) return refuse({ code: 'forbidden', permission: 'settings.edit' })
    const { chosen: before, editVersion } = await lockChosen(tx, ctx)
    if (editVersion !== version) return refuse({ code: 'changedMeanwhile' })
    const after = keptOf(values)
    const changes = changesBetween(before, after)
    if (changes.length === 0) return ok(null)
    await tx
      .updateTable('settings')
      .set({ chosen: JSON.stringify(after), editVersion: version + 1 })
      .where('territoryId', '=', ctx.territory.id)
      .execute()
    for (const facts of changes) await record(tx, ctx, { kind: 'settings.changed', subjectId: ctx.territory.id, facts })
    return ok(null)
  })

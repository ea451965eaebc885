import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'

/** Whoever leads pairs says how many they take; those led already stay. */
export const limitPairs = (ctx: Acting, { most }: { readonly most: number }): Promise<Result<null>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'pair.limit')) return refuse({ code: 'forbidden' })
    const { territory, actor } = ctx
    await tx
      .insertInto('pairLimits')
      .values({ territoryId: territory.id, personId: actor.personId, most })
      .onConflict((on) => on.columns(['territoryId', 'personId']).doUpdateSet({ most }))
      .execute()
    await record(tx, ctx, { kind: 'pair.limited', subjectId: actor.personId, facts: { mentor: actor.name, most } })
    return ok(null)
  })

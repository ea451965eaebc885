import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import { linesOf, savedFramework, wrongFramework } from '../framework-rules.ts'
import { ownFramework } from '../store.ts'

type Typed = { readonly closed: readonly string[]; readonly added: string | null; readonly version: number }

/** The centre adds competences of its own and says which are not offered any more. */
export const saveFramework = (ctx: Acting, { closed, added, version }: Typed): Promise<Result<null>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'deficit.list')) return refuse({ code: 'forbidden' })
    const { id: territoryId } = ctx.territory
    await tx
      .insertInto('competenceFrameworks')
      .values({ territoryId, own: JSON.stringify({ closed: [], added: [] }), editVersion: 0 })
      .onConflict((on) => on.doNothing())
      .execute()
    await tx.selectFrom('competenceFrameworks').select('editVersion').where('territoryId', '=', territoryId).forUpdate().execute()
    const { own, editVersion } = await ownFramework(tx, ctx)
    if (editVersion !== version) return refuse({ code: 'changedMeanwhile' })
    const lines = linesOf(added)
    const wrong = wrongFramework(own, lines)
    if (wrong.length > 0) return refuseAll(wrong)
    const next = savedFramework(own, { closed, lines: lines.map((label) => ({ id: newId(), label })) })
    await tx
      .updateTable('competenceFrameworks')
      .set({ own: JSON.stringify(next), editVersion: version + 1 })
      .where('territoryId', '=', territoryId)
      .execute()
    await record(tx, ctx, {
      kind: 'competences.changed',
      subjectId: territoryId,
      facts: { added: next.added.length, closed: next.closed.length },
    })
    return ok(null)
  })

import { type Acting, may } from '../../../authz/ctx.ts'
import { lockKinds, writeKinds } from '../../../db/territories.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { kindChanges, kindsTyped, type TypedKinds, versionOf } from '../kind-rules.ts'

/** Writes the dictionary of a territory anew. What it has stays in it; what is closed is chosen no more. */
export const changeKinds = (ctx: Acting, { version, typed }: { version: number; typed: TypedKinds }): Promise<Result<null>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'settings.edit')) return refuse({ code: 'forbidden', permission: 'settings.edit' })
    const before = await lockKinds(tx, ctx.territory.id)
    if (versionOf(before) !== version) return refuse({ code: 'changedMeanwhile' })
    const after = kindsTyped(before, typed)
    if (!after.ok) return after
    const changes = kindChanges(before, after.value)
    if (changes.length > 0) await writeKinds(tx, ctx.territory.id, after.value)
    for (const facts of changes) await record(tx, ctx, { kind: 'kinds.changed', subjectId: ctx.territory.id, facts })
    return ok(null)
  })

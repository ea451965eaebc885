import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import { regulationLines } from '../queries.ts'

/** A longer name would not stand in a list. */
export const mostName = 200

/** Gives a line the name by which lists and clauses call it. */
export const nameLine = (ctx: Acting, { code, name }: { code: string; name: string }): Promise<Result<null>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'regulation.edit')) return refuse({ code: 'forbidden', permission: 'regulation.edit' })
    const lines = await regulationLines(tx, ctx.territory.id)
    const line = lines.find((one) => one.code === code)
    if (!line) return refuse({ code: 'notFound' })
    const taken = lines.some((one) => one.id !== line.id && one.name.toLowerCase() === name.toLowerCase())
    if (taken) return refuseRule('edition.lineNameTaken', { field: 'name' })
    if (name === line.name) return ok(null)
    await tx
      .updateTable('regulationLines')
      .set({ name })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: line.id }))
      .execute()
    await record(tx, ctx, { kind: 'regulation.lineNamed', subjectId: line.id, facts: { was: line.name, name } })
    return ok(null)
  })

import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { subjectOf } from '../../sites/standing-queries.ts'
import { lockContract, moveContract } from '../store.ts'

/** Takes a contract back to be changed. A signature given so far stood under other words and is taken away. */
export function takeBackContract(ctx: Acting, input: { contractId: string; version: number }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockContract(tx, ctx, input.contractId)
    if (!opened) return refuse({ code: 'notFound' })
    const { contract, site } = opened
    if (!may(ctx, 'contract.edit', subjectOf(ctx.territory.id, site)))
      return refuse({ code: 'forbidden', permission: 'contract.edit' })
    if (contract.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const moved = await moveContract(tx, ctx, contract, 'takeBack', {
      siteSignedBy: null,
      siteSignedOn: null,
      operatorSignedBy: null,
      operatorSignedOn: null,
    })
    if (!moved.ok) return moved
    await record(tx, ctx, { kind: 'contract.takenBack', subjectId: contract.id, siteId: site.id, facts: {} })
    return ok(null)
  })
}

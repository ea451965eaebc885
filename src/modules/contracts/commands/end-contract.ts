import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Day } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { subjectOf } from '../../sites/standing-queries.ts'
import { mayEnd } from '../rules.ts'
import { lockContract, moveContract } from '../store.ts'

type Ending = { readonly contractId: string; readonly version: number; readonly endedOn: Day; readonly reason: string }

/** Ends a contract before its last day, with the reason. */
export function endContract(ctx: Acting, input: Ending): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockContract(tx, ctx, input.contractId)
    if (!opened) return refuse({ code: 'notFound' })
    const { contract, site } = opened
    if (!may(ctx, 'contract.edit', subjectOf(ctx.territory.id, site)))
      return refuse({ code: 'forbidden', permission: 'contract.edit' })
    if (contract.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const { endedOn, reason } = input
    const moved = await moveContract(tx, ctx, contract, 'end', { endedOn, endReason: reason })
    if (!moved.ok) return moved
    const allowed = mayEnd(contract, endedOn)
    if (!allowed.ok) return allowed
    const people = new Set([...(await peopleOfSite(tx, ctx, site.id)), ...(await officeOf(tx, ctx))])
    const params = { site: site.name, number: contract.number ?? '', on: endedOn, reason }
    await tell(
      tx,
      ctx,
      [...people].map((personId) => ({ personId, kind: 'contract.ended', subjectId: contract.id, params })),
    )
    await record(tx, ctx, {
      kind: 'contract.ended',
      subjectId: contract.id,
      siteId: site.id,
      facts: { on: endedOn, reason },
    })
    return ok(null)
  })
}

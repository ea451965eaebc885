import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import { tell } from '../../../notices/tell.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { subjectOf } from '../../sites/standing-queries.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import type { ContractText } from '../model.ts'
import { missingToOffer, wrongPeriod } from '../rules.ts'
import { lockContract, moveContract, type OpenContract } from '../store.ts'

type Edit = ContractText & { readonly contractId: string; readonly version: number }

/** Changes a contract that is still being prepared. */
export function editContract(ctx: Acting, input: Edit): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const saved = await save(tx, ctx, input)
    return saved.ok ? ok(null) : saved
  })
}

/** Changes it and lays it before both sides, in one deed. */
export function offerContract(ctx: Acting, input: Edit): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const saved = await save(tx, ctx, input)
    if (!saved.ok) return saved
    const { contract, site } = saved.value
    const missing = missingToOffer(input)
    if (missing.length > 0) return refuseAll(missing)
    const atWork = siteIsOpen(site.standing, ctx.today)
    if (!atWork.ok) return atWork
    const moved = await moveContract(tx, ctx, { ...contract, version: contract.version + 1 }, 'offer')
    if (!moved.ok) return moved
    const people = new Set([...(await peopleOfSite(tx, ctx, site.id)), ...(await officeOf(tx, ctx))])
    await tell(
      tx,
      ctx,
      [...people].map((personId) => ({
        personId,
        kind: 'contract.awaitsSignature',
        subjectId: contract.id,
        params: { site: site.name },
      })),
    )
    await record(tx, ctx, { kind: 'contract.offered', subjectId: contract.id, siteId: site.id, facts: { number: input.number } })
    return ok(null)
  })
}

async function save(tx: Tx, ctx: Ctx, input: Edit): Promise<Result<OpenContract>> {
  const opened = await lockContract(tx, ctx, input.contractId)
  if (!opened) return refuse({ code: 'notFound' })
  const { contract, site } = opened
  if (!may(ctx, 'contract.edit', subjectOf(ctx.territory.id, site)))
    return refuse({ code: 'forbidden', permission: 'contract.edit' })
  if (contract.version !== input.version) return refuse({ code: 'changedMeanwhile' })
  if (contract.state !== 'draft') return refuseRule('contract.notDraft')
  const wrong = wrongPeriod(input, site.standing)
  if (wrong.length > 0) return refuseAll(wrong)
  const { number, subject, terms, startsOn, endsOn } = input
  await tx
    .updateTable('contracts')
    .set({ number, subject, terms, startsOn, endsOn, editVersion: contract.version + 1 })
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', contract.id)
    .execute()
  await record(tx, ctx, {
    kind: 'contract.changed',
    subjectId: contract.id,
    siteId: site.id,
    facts: { from: startsOn, to: endsOn, number },
  })
  return ok(opened)
}

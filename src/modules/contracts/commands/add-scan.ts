import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import type { CheckedFile } from '../../../files/check.ts'
import { storeFiles } from '../../../files/store.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import { subjectOf } from '../../sites/standing-queries.ts'
import { lockContract } from '../store.ts'

/** Puts the scan of the signed paper to a contract, or a better one in its place. */
export function addScan(ctx: Acting, input: { contractId: string; version: number; file: CheckedFile }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockContract(tx, ctx, input.contractId)
    if (!opened) return refuse({ code: 'notFound' })
    const { contract, site } = opened
    if (!may(ctx, 'contract.edit', subjectOf(ctx.territory.id, site)))
      return refuse({ code: 'forbidden', permission: 'contract.edit' })
    if (contract.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    if (contract.state === 'draft') return refuseRule('contract.scanTooEarly', { field: 'scan' })
    const [fileId] = await storeFiles(tx, ctx, [input.file])
    await tx
      .updateTable('contracts')
      .set({ fileId: fileId!, editVersion: contract.version + 1 })
      .where('territoryId', '=', ctx.territory.id)
      .where('id', '=', contract.id)
      .execute()
    await record(tx, ctx, {
      kind: 'contract.scanAdded',
      subjectId: contract.id,
      siteId: site.id,
      facts: { name: input.file.name },
    })
    return ok(null)
  })
}

import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { CheckedFile } from '../../../files/check.ts'
import { storeFiles } from '../../../files/store.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Day } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { subjectOf } from '../../sites/standing-queries.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import type { Side } from '../model.ts'
import { signing } from '../rules.ts'
import { lockContract, moveContract, type OpenContract } from '../store.ts'

export type ContractSigning = {
  readonly contractId: string
  readonly version: number
  readonly side: Side
  /** The day on which the paper was signed. */
  readonly signedOn: Day
  /** The scan of the signed paper, when there is one already. */
  readonly files: readonly CheckedFile[]
}

const permissions = { site: 'contract.signForSite', operator: 'contract.signForOperator' } as const

/** Writes down that one side has signed; with the second signature the contract is in force. */
export function signContract(ctx: Acting, input: ContractSigning): Promise<Result<'signed' | 'inForce'>> {
  return transact(ctx, async (tx) => {
    const opened = await lockContract(tx, ctx, input.contractId)
    if (!opened) return refuse({ code: 'notFound' })
    const { contract, site } = opened
    const permission = permissions[input.side]
    if (!may(ctx, permission, subjectOf(ctx.territory.id, site))) return refuse({ code: 'forbidden', permission })
    if (contract.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const atWork = siteIsOpen(site.standing, ctx.today)
    if (!atWork.ok) return atWork
    const action = signing(contract, input.side, input.signedOn, ctx.today)
    if (!action.ok) return action
    const [fileId] = await storeFiles(tx, ctx, input.files)
    const mine =
      input.side === 'site'
        ? { siteSignedBy: ctx.actor.personId, siteSignedOn: input.signedOn }
        : { operatorSignedBy: ctx.actor.personId, operatorSignedOn: input.signedOn }
    const moved = await moveContract(tx, ctx, contract, action.value, { ...mine, ...(fileId ? { fileId } : {}) })
    if (!moved.ok) return moved
    const isLast = action.value === 'signLast'
    if (isLast) await tellInForce(tx, ctx, opened)
    await recordAll(tx, ctx, factsOf(ctx, opened, input, isLast))
    return ok(isLast ? 'inForce' : 'signed')
  })
}

async function tellInForce(tx: Tx, ctx: Ctx, { contract, site }: OpenContract): Promise<void> {
  const people = new Set([...(await peopleOfSite(tx, ctx, site.id)), ...(await officeOf(tx, ctx))])
  const params = { site: site.name, number: contract.number ?? '', to: contract.endsOn }
  await tell(
    tx,
    ctx,
    [...people].map((personId) => ({ personId, kind: 'contract.inForce', subjectId: contract.id, params })),
  )
}

function factsOf(ctx: Acting, { contract, site }: OpenContract, input: ContractSigning, isLast: boolean): Fact[] {
  const about = { subjectId: contract.id, siteId: site.id }
  const { side, signedOn, files } = input
  return [
    { ...about, kind: 'contract.signed', facts: { side, on: signedOn, person: ctx.actor.name } },
    ...files.map(({ name }): Fact => ({ ...about, kind: 'contract.scanAdded', facts: { name } })),
    ...(isLast
      ? [
          {
            ...about,
            kind: 'contract.inForce' as const,
            facts: { number: contract.number, from: contract.startsOn, to: contract.endsOn },
          },
        ]
      : []),
  ]
}

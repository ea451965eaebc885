import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { ContractId } from '../../../kernel/types.ts'
import { standingSite, subjectOf } from '../../sites/standing-queries.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import { machine } from '../machine.ts'
import type { ContractText } from '../model.ts'
import { operatorOf } from '../queries.ts'
import { asksContract, wrongPeriod } from '../rules.ts'

/** Starts the contract of a site with the operator; it may still be incomplete. */
export function startContract(ctx: Acting, input: ContractText & { siteId: string }): Promise<Result<ContractId>> {
  return transact(ctx, async (tx) => {
    const site = await standingSite(tx, ctx, input.siteId)
    if (!site) return refuse({ code: 'notFound' })
    if (!may(ctx, 'contract.edit', subjectOf(ctx.territory.id, site)))
      return refuse({ code: 'forbidden', permission: 'contract.edit' })
    if (!asksContract(site.regulation).value) return refuseRule('contract.notAsked')
    const atWork = siteIsOpen(site.standing, ctx.today)
    if (!atWork.ok) return atWork
    const operatorId = await operatorOf(tx, ctx)
    if (operatorId === null) return refuseRule('contract.noOperator')
    const wrong = wrongPeriod(input, site.standing)
    if (wrong.length > 0) return refuseAll(wrong)

    const id = newId<ContractId>()
    const { number, subject, terms, startsOn, endsOn } = input
    await tx
      .insertInto('contracts')
      .values({
        territoryId: ctx.territory.id,
        id,
        siteId: site.id,
        operatorOrganisationId: operatorId,
        number,
        subject,
        terms,
        startsOn,
        endsOn,
        state: machine.initial,
        createdBy: ctx.actor.personId,
        createdAt: ctx.now,
      })
      .execute()
    await record(tx, ctx, {
      kind: 'contract.started',
      subjectId: id,
      siteId: site.id,
      facts: { from: startsOn, to: endsOn, number },
    })
    return ok(id)
  })
}

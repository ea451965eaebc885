import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { contracts } from '../../modules/contracts/case.ts'
import { offerContract, signContract, startContract } from '../../modules/contracts/deeds.ts'
import type { ContractLife } from '../../regulation/life-facts.ts'
import { found } from './find.ts'
import { does, type Place, type Step, stepsOf } from './step.ts'

/** The contract of a site with the operator, signed by both sides. */
export function contractSteps({ keys, siteOf }: Place, given: ContractLife): Step[] {
  const siteId = keys.site(siteOf)
  const its = (tx: Tx, ctx: Ctx) => found.contract(tx, ctx, siteId)
  const { on, by, signedBy, subject, terms } = given
  const text = { number: null, subject, terms, startsOn: given.from, endsOn: given.to }
  const named = stepsOf(`${siteOf}, договор`)
  const step = (time: string, who: string, what: string, run: Step['run']) => named(on, time, who, what, run)
  const signs = (side: 'site' | 'operator') => (ctx: Parameters<Step['run']>[0]) =>
    does(ctx, contracts, signContract, its, { side, signedOn: on })
  return [
    step('10:00:00', by, 'начат', (ctx) => startContract.run(ctx, { id: siteId, ...text })),
    step('10:20:00', by, 'на подпись', (ctx) => does(ctx, contracts, offerContract, its, text)),
    step('15:00:00', signedBy, 'подписала площадка', signs('site')),
    step('15:30:00', by, 'подписал оператор', signs('operator')),
  ]
}

import type { ContractId } from '../../src/kernel/types.ts'
import { contracts, signaturesOf } from '../../src/modules/contracts/case.ts'
import { offerContract, signContract, startContract } from '../../src/modules/contracts/deeds.ts'
import type { ContractText } from '../../src/modules/contracts/rules.ts'
import { inScope, type TestCtx } from '../factory.ts'
import { done } from './orders.ts'
import type { Life } from './status-cases.ts'

export const aText = (more: Partial<ContractText> = {}): ContractText => ({
  number: '7',
  subject: 'О совместной работе стажировочной площадки',
  terms: 'Площадка проводит стажировки. Институт помогает ей.',
  startsOn: '2021-02-01',
  endsOn: '2022-01-31',
  ...more,
})

/** A contract that is still being written. */
export const aContract = async (life: Life, more: Partial<ContractText> = {}): Promise<ContractId> =>
  done(await startContract.run(await life.as('methodist'), { id: life.siteId, ...aText(more) })) as ContractId

/** The contract as it is stored now. */
export const contractNow = (life: Life, id: string) =>
  inScope(life.office.db, life.office.territory.id, async (tx) => {
    const { one } = (await contracts.open(tx, { territory: life.office.territory, today: '2021-01-28' }, id))!
    return { ...one, version: one.editVersion, signatures: signaturesOf(one) }
  })

/** A contract both sides have signed. */
export async function aContractInForce(life: Life, more: Partial<ContractText> = {}): Promise<ContractId> {
  const contractId = await aContract(life, more)
  const methodist = await life.as('methodist')
  done(await offerContract.run(methodist, { id: contractId, version: 1, ...aText(more) }))
  const sign = async (ctx: TestCtx, side: 'site' | 'operator') => {
    const { version } = await contractNow(life, contractId)
    done(await signContract.run(ctx, { id: contractId, version, side, signedOn: ctx.today, files: [] }))
  }
  await sign(await life.as('director'), 'site')
  await sign(methodist, 'operator')
  return contractId
}

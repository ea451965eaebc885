import type { ContractId } from '../../src/kernel/types.ts'
import { offerContract } from '../../src/modules/contracts/commands/edit-contract.ts'
import { signContract } from '../../src/modules/contracts/commands/sign-contract.ts'
import { startContract } from '../../src/modules/contracts/commands/start-contract.ts'
import type { Contract, ContractText } from '../../src/modules/contracts/model.ts'
import { openContract } from '../../src/modules/contracts/store.ts'
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
  done(await startContract(await life.as('methodist'), { siteId: life.siteId, ...aText(more) }))

/** The contract as it is stored now. */
export const contractNow = (life: Life, id: string): Promise<Contract> =>
  inScope(life.office.db, life.office.territory.id, async (tx) => {
    const opened = await openContract(tx, { territory: life.office.territory, today: '2021-01-28' }, id)
    return opened!.contract
  })

/** A contract both sides have signed. */
export async function aContractInForce(life: Life, more: Partial<ContractText> = {}): Promise<ContractId> {
  const contractId = await aContract(life, more)
  const methodist = await life.as('methodist')
  done(await offerContract(methodist, { contractId, version: 1, ...aText(more) }))
  const sign = async (ctx: TestCtx, side: 'site' | 'operator') => {
    const { version } = await contractNow(life, contractId)
    done(await signContract(ctx, { contractId, version, side, signedOn: ctx.today, files: [] }))
  }
  await sign(await life.as('director'), 'site')
  await sign(methodist, 'operator')
  return contractId
}

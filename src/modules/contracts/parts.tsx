import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { later, longDate } from '../../kernel/dates.ts'
import { consequence, type OrderPart } from '../../kit/order/parts.ts'
import { asksContract } from '../../regulation/status/questions.ts'
import { ButtonLink } from '../../ui/frame.ts'
import type { LifeStep, ShownSite, StatusPart } from '../sites/ports.ts'
import { changingSites } from '../sites/status-ports.ts'
import { paths } from './paths.ts'
import { type ContractRow, concludedWith, contractsOfSite } from './queries.ts'

declare module '../../kit/order/registers.ts' {
  interface KnownRows {
    /** Contracts in force of the sites that the order changes. */
    readonly contracts: readonly Pick<ContractRow, 'siteId' | 'number' | 'endsOn'>[]
  }
}

/** What whoever ends a status has to know of the contracts of the site. */
export const contractsInOrders: OrderPart = {
  consequences: [
    consequence({
      of: 'terminateStatus',
      describe: ({ siteId, on }, { contracts }, lines) => [
        ...lines,
        ...contracts
          .filter((one) => one.siteId === siteId && one.endsOn > on)
          .map(({ number, endsOn }) => ({
            what: `Договор № ${number}`,
            before: `действует по ${longDate(endsOn)}`,
            after: 'стороны расторгнут его сами, решение договора не меняет',
            basis: [],
          })),
      ],
    }),
  ],
  registers: {
    read: async (tx, ctx, { effects }) => ({ rows: { contracts: await concludedWith(tx, ctx, changingSites(effects)) } }),
  },
}

/** The contracts of a site on the page of its status, for whoever may see them. */
export async function contractsOnStatus(tx: Tx, ctx: Ctx, { site, regulation, subject }: ShownSite): Promise<StatusPart> {
  if (!may(ctx, 'contract.view', subject)) return { steps: [] }
  const rows = await contractsOfSite(tx, ctx, site.id)
  const territory = ctx.territory.code
  const steps = rows.flatMap(({ id, number, endsOn, endedOn, siteSignedOn, operatorSignedOn }): LifeStep[] => {
    if (siteSignedOn === null || operatorSignedOn === null) return []
    const on = later(siteSignedOn, operatorSignedOn)
    const ended = endedOn === null ? '' : `, расторгнут ${longDate(endedOn)}`
    const link = { href: paths.contract({ territory, contract: id }), label: 'Открыть договор' }
    return [
      { what: 'contract', on, title: `Подписан договор № ${number}`, more: `По ${longDate(endsOn)}${ended}`, link, act: true },
    ]
  })
  if (!asksContract(regulation).value) return { steps }
  const button = (
    <ButtonLink kind="secondary" small href={paths.siteContracts({ territory, site: site.id })}>
      {rows.length === 0 ? 'Открыть договоры' : `Договоры: ${rows.length}`}
    </ButtonLink>
  )
  return { steps, next: { buttons: [button] } }
}

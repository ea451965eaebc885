import { longDate } from '../../kernel/dates.ts'
import { consequence, type OrderPart } from '../../kit/order/parts.ts'
import { changingSites } from '../sites/status-ports.ts'
import { type ContractRow, concludedWith } from './queries.ts'

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
            after: 'стороны расторгнут его сами: приказ договора не меняет',
            basis: [],
          })),
      ],
    }),
  ],
  registers: {
    read: async (tx, ctx, { effects }) => ({ rows: { contracts: await concludedWith(tx, ctx, changingSites(effects)) } }),
  },
}

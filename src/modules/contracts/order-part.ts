import { sql } from 'kysely'
import { longDate } from '../../kernel/dates.ts'
import type { Day, SiteId } from '../../kernel/types.ts'
import type { EffectOf } from '../../kit/order/effects.ts'
import type { Line } from '../../kit/order/objections.ts'
import { consequence, type OrderPart } from '../../kit/order/parts.ts'
import type { Registers } from '../../kit/order/registers.ts'
import { changingSites } from '../sites/status-ports.ts'

type Terminate = EffectOf<'terminateStatus'>

/** A contract of a site that is in force. */
type KnownContract = { readonly siteId: SiteId; readonly number: string; readonly endsOn: Day }
declare module '../../kit/order/registers.ts' {
  interface KnownRows {
    readonly contracts: readonly KnownContract[]
  }
}

function contractLines({ siteId, on }: Terminate, registers: Registers): Line[] {
  return registers.contracts
    .filter((one) => one.siteId === siteId && one.endsOn > on)
    .map(({ number, endsOn }) => ({
      what: `Договор № ${number}`,
      before: `действует по ${longDate(endsOn)}`,
      after: 'стороны расторгнут его сами: приказ договора не меняет',
      basis: [],
    }))
}

/** What whoever ends a status has to know of the contracts of the site. */
export const contractsInOrders: OrderPart = {
  consequences: [
    consequence({
      of: 'terminateStatus',
      describe: (effect, known, lines) => [...lines, ...contractLines(effect, known)],
    }),
  ],
  registers: {
    async read(tx, ctx, { effects }) {
      const sites = changingSites(effects)
      if (sites.length === 0) return { rows: { contracts: [] } }
      const { rows } = await sql<KnownContract>`
        select site_id, number, ends_on from contracts
        where territory_id = ${ctx.territory.id} and site_id = any(${sites}::uuid[]) and state = 'inForce'`.execute(tx)
      return { rows: { contracts: rows } }
    },
  },
}

import { sql } from 'kysely'
import { longDate } from '../../kernel/dates.ts'
import { type PeriodKey, periodAt } from '../../kernel/periods.ts'
import type { SiteId } from '../../kernel/types.ts'
import type { EffectOf } from '../../kit/order/effects.ts'
import { known, type Line } from '../../kit/order/objections.ts'
import { consequence, type OrderPart } from '../../kit/order/parts.ts'
import type { Registers } from '../../kit/order/registers.ts'
import { reportBasis, reportDivision } from '../../regulation/work/questions.ts'
import { changingSites, regulationOf } from '../sites/status-ports.ts'
import { dueOn, isAsked, periodKindsOf } from './rules.ts'
import { reportTitle } from './wording.ts'

type Terminate = EffectOf<'terminateStatus'>

/** Periods whose report a site has handed in. */
type HandedIn = { readonly siteId: SiteId; readonly kind: string; readonly period: PeriodKey }
declare module '../../kit/order/registers.ts' {
  interface KnownRows {
    readonly handedIn: readonly HandedIn[]
  }
}

function reportLines({ siteId, on }: Terminate, registers: Registers): Line[] {
  const site = registers.sites.get(siteId)
  const regulation = site && regulationOf(site, registers)
  if (!site || !regulation) return []
  const term = { from: site.from, to: on }
  return periodKindsOf(regulation).flatMap((kind) => {
    const period = periodAt(reportDivision(regulation, kind), on, term)
    const isIn = registers.handedIn.some((one) => one.siteId === siteId && one.kind === kind.code && one.period === period.key)
    if (isIn || !isAsked(regulation, kind, period, term)) return []
    const due = dueOn(regulation, kind, period, term)
    return [
      {
        what: reportTitle({ period: period.key, title: kind.title }),
        before: 'не сдан',
        after: due === null ? 'площадка сдаст его и после конца статуса' : `сдать до ${longDate(due)}; принять можно и после`,
        basis: known(reportBasis(regulation, kind)),
      },
    ]
  })
}

/** What whoever ends a status has to know of the report of the site. */
export const reportsInOrders: OrderPart = {
  consequences: [
    consequence({
      of: 'terminateStatus',
      describe: (effect, rows, lines) => [...lines, ...reportLines(effect, rows)],
    }),
  ],
  registers: {
    async read(tx, ctx, { effects }) {
      const sites = changingSites(effects)
      if (sites.length === 0) return { rows: { handedIn: [] } }
      const { rows } = await sql<HandedIn>`
        select site_id, kind, period from reports where territory_id = ${ctx.territory.id} and site_id = any(${sites}::uuid[])
          and state in ('submitted', 'accepted')`.execute(tx)
      return { rows: { handedIn: rows } }
    },
  },
}

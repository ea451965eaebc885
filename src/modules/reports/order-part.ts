import { sql } from 'kysely'
import { longDate } from '../../kernel/dates.ts'
import { type PeriodKey, periodAt, periodName } from '../../kernel/periods.ts'
import type { SiteId } from '../../kernel/types.ts'
import type { EffectOf } from '../../kit/order/effects.ts'
import { known, type Line } from '../../kit/order/objections.ts'
import { consequence, type OrderPart } from '../../kit/order/parts.ts'
import type { Registers } from '../../kit/order/registers.ts'
import { reportBasis, reportDivision } from '../../regulation/work/questions.ts'
import { changingSites, regulationOf } from '../sites/status-ports.ts'
import { dueOn, isAsked } from './rules.ts'

type Terminate = EffectOf<'terminateStatus'>

/** Periods whose report a site has handed in. */
type HandedIn = { readonly siteId: SiteId; readonly period: PeriodKey }
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
  const period = periodAt(reportDivision(regulation), on, term)
  const isIn = registers.handedIn.some((one) => one.siteId === siteId && one.period === period.key)
  if (isIn || !isAsked(regulation, period, term)) return []
  const due = dueOn(regulation, period, term)
  const basis = known(reportBasis(regulation))
  return [
    {
      what: `Отчёт за ${periodName(period.key)}`,
      before: 'не сдан',
      after: due === null ? 'площадка сдаст его и после конца статуса' : `сдать до ${longDate(due)}; принять можно и после`,
      basis,
    },
  ]
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
        select site_id, period from reports where territory_id = ${ctx.territory.id} and site_id = any(${sites}::uuid[])
          and state in ('submitted', 'accepted')`.execute(tx)
      return { rows: { handedIn: rows } }
    },
  },
}

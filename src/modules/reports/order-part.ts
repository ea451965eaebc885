import { sql } from 'kysely'
import { academicYearName, academicYearOf, longDate } from '../../kernel/dates.ts'
import type { SiteId } from '../../kernel/types.ts'
import type { EffectOf } from '../../kit/order/effects.ts'
import { known, type Line } from '../../kit/order/objections.ts'
import { consequence, type OrderPart } from '../../kit/order/parts.ts'
import type { Registers } from '../../kit/order/registers.ts'
import { basisOf } from '../../regulation/cite.ts'
import { changingSites, regulationOf } from '../sites/status-ports.ts'
import { dueOn, isAsked } from './rules.ts'

type Terminate = EffectOf<'terminateStatus'>

/** Years whose report a site has handed in. */
type HandedIn = { readonly siteId: SiteId; readonly academicYear: number }
declare module '../../kit/order/registers.ts' {
  interface KnownRows {
    readonly handedIn: readonly HandedIn[]
  }
}

function reportLines({ siteId, on }: Terminate, registers: Registers): Line[] {
  const site = registers.sites.get(siteId)
  const regulation = site && regulationOf(site, registers)
  if (!site || !regulation) return []
  const year = academicYearOf(on)
  const term = { from: site.from, to: on }
  const isIn = registers.handedIn.some((one) => one.siteId === siteId && one.academicYear === year)
  if (isIn || !isAsked(regulation, year, term)) return []
  const due = dueOn(regulation, year, term)
  const basis = known(regulation.report && basisOf(regulation, regulation.report.clause))
  return [
    {
      what: `Отчёт за ${academicYearName(year)} учебный год`,
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
        select site_id, academic_year from reports where territory_id = ${ctx.territory.id} and site_id = any(${sites}::uuid[])
          and state in ('submitted', 'accepted')`.execute(tx)
      return { rows: { handedIn: rows } }
    },
  },
}

import { sql } from 'kysely'
import { shortDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { EffectOf } from '../../kit/order/effects.ts'
import type { Line } from '../../kit/order/objections.ts'
import { consequence, type OrderPart, type RegisterSource } from '../../kit/order/parts.ts'
import type { Registers } from '../../kit/order/registers.ts'
import { act } from '../../regulation/acts.ts'
import { changingSites, noteOfEnd } from '../sites/status-ports.ts'
import { cancelAhead, restoreCancelled } from './commands/cancel-ahead.ts'
import { refreshPublicActivities } from './commands/refresh-activities.ts'

type Terminate = EffectOf<'terminateStatus'>
type Awaited = Registers['awaited'][number]

/** Lines of plans in force that nobody has reported on, of sites whose status changes. */
const registers: RegisterSource = {
  async read(tx, ctx, { effects }) {
    const sites = changingSites(effects)
    if (sites.length === 0) return { rows: { awaited: [] } }
    const { rows } = await sql<Awaited>`
      select p.site_id, l.activity, l.starts_on from plans p
        join plan_versions v on v.territory_id = p.territory_id and v.plan_id = p.id and v.state = 'approved'
        join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id
      where p.territory_id = ${ctx.territory.id} and p.site_id = any(${sites}::uuid[]) and not exists
        (select from executions e where e.territory_id = p.territory_id and e.plan_id = p.id and e.line_key = l.line_key)`.execute(
      tx,
    )
    return { rows: { awaited: rows } }
  },
}

const ending = consequence({
  of: 'terminateStatus',
  describe: (effect, known, lines) => [...lines, ...planLines(effect, known)],
  async apply(tx, ctx, placed, order) {
    const facts = []
    for (const { effect } of placed) {
      const { siteId, on, plan } = effect
      const note = noteOfEnd(effect, order.registers)
      facts.push(...(await cancelAhead(tx, ctx, { siteId, after: on, cancel: plan === 'cancelRest', note, orderId: order.id })))
    }
    return facts
  },
})

function planLines({ siteId, on, plan }: Terminate, registers: Registers): Line[] {
  const after = registers.awaited.filter((line) => line.siteId === siteId && line.startsOn !== null && line.startsOn > on).length
  if (after === 0) return []
  const count = counted(after, 'мероприятие', 'мероприятия', 'мероприятий')
  return [
    {
      what: 'План',
      before: `после ${shortDate(on)} впереди ${count}`,
      after:
        plan === 'cancelRest'
          ? `будут отмечены отменёнными, причина — ${act(registers.actKind).agreed('этот')} ${act(registers.actKind).nominative}`
          : 'останутся в плане как есть, без отметки',
      basis: [],
    },
  ]
}

/** What the end of a status does to the plan of the site. */
export const plansInOrders: OrderPart = {
  consequences: [ending],
  registers,
  revoking: {
    undone: () => [],
    async undo(tx, ctx, revocation) {
      const back = await restoreCancelled(tx, ctx, revocation)
      for (const siteId of back.siteIds) await refreshPublicActivities(tx, ctx, siteId)
      return { facts: back.facts, siteIds: [] }
    },
  },
}

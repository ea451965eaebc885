import type { Day, OrderId } from '../../../kernel/types.ts'
import type { Revoking } from '../../../kit/order/parts.ts'
import { undoOrder } from '../commands/undo-order.ts'

/** What a revoked order did to sites and what therefore ends. */
export const revokingSites: Revoking = {
  undone(orderId, registers) {
    const runs = (one: { orderId: OrderId | null; to: Day | null }) =>
      one.orderId === orderId && (one.to === null || one.to >= registers.effectiveOn)
    const sites = [...registers.sites.values()].filter(runs).map((site) => `Статус площадки: ${site.name}`)
    const schools = registers.attachments.filter(runs).length
    const people = [...registers.appointments.values()].filter(runs).length
    return [...sites, ...(schools > 0 ? [`Закрепления школ: ${schools}`] : []), ...(people > 0 ? [`Назначения: ${people}`] : [])]
  },
  undo: undoOrder,
}

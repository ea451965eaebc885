import { contains, longDate } from '../../../kernel/dates.ts'
import type { EffectOf } from '../../../kit/order/effects.ts'
import { objection } from '../../../kit/order/objections.ts'
import type { Handler } from '../../../kit/order/parts.ts'
import { personName } from '../../../kit/order/registers.ts'
import { label } from '../../../regulation/questions.ts'
import { applyEndAppointment } from '../commands/apply-appointment.ts'

type EndAppointment = EffectOf<'endAppointment'>

/** Ends an appointment: the day named is its last one. */
export const endAppointment: Handler<EndAppointment> = {
  check({ appointmentId, on }, registers) {
    const appointment = registers.appointments.get(appointmentId)
    if (!appointment) return [objection('order.unknownAppointment')]
    return contains(appointment, on) ? [] : [objection('order.appointmentNotThen', { day: longDate(on) })]
  },
  describe({ appointmentId, on }, registers) {
    const appointment = registers.appointments.get(appointmentId)
    if (!appointment) return []
    const regulation = registers.judgedBy?.regulation
    return [
      {
        what: personName(registers, appointment.personId),
        before: `${(regulation && label(regulation, appointment.kind)) ?? 'роль'}${appointment.to ? ` по ${longDate(appointment.to)}` : ''}`,
        after: `назначение кончится ${longDate(on)}`,
        basis: [],
      },
    ]
  },
  async apply(tx, ctx, placed, order) {
    const facts = []
    for (const { effect } of placed) {
      const { appointmentId, on } = effect
      facts.push(...(await applyEndAppointment(tx, ctx, { appointmentId, on, orderId: order.id })))
    }
    const siteIds = placed.flatMap(({ effect }) => order.registers.appointments.get(effect.appointmentId)?.siteId ?? [])
    return { facts, siteIds }
  },
}

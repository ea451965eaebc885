import { contains, longDate } from '../../../kernel/dates.ts'
import { label } from '../../../regulation/questions.ts'
import { applyEndAppointment } from '../../sites/commands/apply-appointment.ts'
import type { EffectOf } from '../effects.ts'
import { type Handler, objection } from './handler.ts'
import { personName } from './registers.ts'

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

import { contains, longDate } from '../../../../kernel/dates.ts'
import { counted } from '../../../../kernel/plural.ts'
import { chosen, day } from '../../../../kit/order/effect-fields.tsx'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import { objection } from '../../../../kit/order/objections.ts'
import { personName } from '../../../../kit/order/registers.ts'
import { ifAny, say, turn } from '../../../../kit/order/wording.ts'
import { label } from '../../../../regulation/people/questions.ts'
import { applyEndAppointment } from '../../commands/apply-appointment.ts'
import { siteName } from '../rows.ts'
import { issuedByWhoAppoints } from '../standing-checks.ts'

const fields = {
  appointmentId: chosen<string>({
    label: 'Чьё назначение',
    what: 'назначение',
    names: 'appointments',
    choices: ({ choices, regulation }) =>
      choices.appointments.map(({ id, label: whose, kind }) => ({
        value: id,
        label: `${whose} — ${(regulation && label(regulation, kind)) ?? 'назначение'}`,
      })),
  }),
  on: day({ label: 'Последний день', what: 'последний день' }),
}

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    endAppointment: EffectMade<'endAppointment', typeof fields>
  }
}

/** Ends an appointment: the day named is its last one. */
export const endAppointment = effectKit('endAppointment', fields, {
  name: 'Завершить назначение',
  count: (count) => counted(count, 'назначение завершается', 'назначения завершаются', 'назначений завершаются'),
  headline: () => 'Назначение завершится',
  place: { icon: 'end', spoken: 11, applied: 5 },
  saysOne({ appointmentId, on }, registers) {
    const appointment = registers.appointments.get(appointmentId)
    const regulation = registers.judgedBy?.regulation
    const role = appointment && regulation && label(regulation, appointment.kind)
    const who = appointment ? personName(registers, appointment.personId) : 'неизвестный человек'
    return say`Прекратить назначение после ${longDate(on)}: ${who} — ${turn(role ?? 'роль')}${ifAny(appointment?.siteId, (id) => say`, площадка ${siteName(registers, id)}`)}.`
  },
  check({ appointmentId, on }, registers) {
    const appointment = registers.appointments.get(appointmentId)
    if (!appointment) return [objection('order.unknownAppointment')]
    return contains(appointment, on) ? [] : [objection('order.appointmentNotThen', { day: longDate(on) })]
  },
  ofFurtherBody({ appointmentId }, registers) {
    const appointment = registers.appointments.get(appointmentId)
    return appointment !== undefined && issuedByWhoAppoints(appointment.kind, appointment.siteId, registers)
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
    for (const { effect } of placed) facts.push(...(await applyEndAppointment(tx, ctx, { ...effect, orderId: order.id })))
    const siteIds = placed.flatMap(({ effect }) => order.registers.appointments.get(effect.appointmentId)?.siteId ?? [])
    return { facts, siteIds }
  },
  deed: ({ on }) => ({ text: `Назначение завершено с ${longDate(on)}`, href: null }),
  putsBack: true,
})

import { z } from 'zod'
import { longDate } from '../../../../kernel/dates.ts'
import { counted } from '../../../../kernel/plural.ts'
import { field, openTerm, optionalText, person } from '../../../../kit/order/effect-fields.tsx'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import { known } from '../../../../kit/order/objections.ts'
import { personName } from '../../../../kit/order/registers.ts'
import { ifAny, say } from '../../../../kit/order/wording.ts'
import { label, role, rolesOf } from '../../../../regulation/people/questions.ts'
import { SelectField } from '../../../../ui/fields.ts'
import { text } from '../../../../web/fields.ts'
import { paths } from '../../../../web/paths.ts'
import { applyAppointments } from '../../commands/apply-appointment.ts'
import { siteName } from '../rows.ts'
import { optionalSite } from '../site-fields.tsx'
import { issuedByWhoAppoints } from '../standing-checks.ts'
import { checkAppointing } from './checks.ts'

/** A territory has no order for experts: they are invited by a call. */
const orderedRole = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .refine((role) => role !== 'expert')

const fields = {
  personId: person({ as: 'personName', label: 'Кого назначают', what: 'кого назначают' }),
  as: field({
    stored: orderedRole,
    reads: text('кем назначают', 60),
    shown({ regulation }, at) {
      const roles = regulation ? rolesOf(regulation).filter(({ code }) => code !== 'expert') : []
      const choices = roles.map(({ code, words }) => ({ value: code, label: words.nominative }))
      return <SelectField {...at} label="Кем" empty="Выберите" choices={choices} />
    },
  }),
  siteId: optionalSite({ empty: 'По всей территории' }),
  ...openTerm('На какой срок'),
  ground: optionalText({ label: 'Основание', what: 'основание', most: 500, hint: 'Например, протокол; можно оставить пустым' }),
}

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    appoint: EffectMade<'appoint', typeof fields>
  }
}

/** Gives a person a role on a site or in the territory. (C-O4, C-41) */
export const appoint = effectKit('appoint', fields, {
  name: 'Назначить человека',
  count: (count) => counted(count, 'назначение', 'назначения', 'назначений'),
  headline: (count) => (count === 1 ? 'Будет назначен человек' : counted(count, 'назначение', 'назначения', 'назначений')),
  place: { icon: 'person', spoken: 5, applied: 14 },
  saysOne({ personId, as, siteId, from, to, ground }, registers) {
    const regulation = registers.judgedBy?.regulation
    const words = (regulation && role(regulation, as).value?.words.instrumental) ?? ''
    const where = ifAny(siteId, (id) => say` (площадка ${siteName(registers, id)})`)
    const until = ifAny(to, (day) => say` по ${longDate(day)}`)
    return say`Назначить ${words}${where} с ${longDate(from)}${until}: ${personName(registers, personId)}${ifAny(ground, (paper) => say`, основание — ${paper}`)}.`
  },
  check: checkAppointing,
  ofFurtherBody: ({ as, siteId }, registers) => issuedByWhoAppoints(as, siteId, registers),
  describe(effect, registers) {
    const regulation = registers.judgedBy?.regulation
    const where = effect.siteId === null ? 'по всей территории' : `на площадке ${siteName(registers, effect.siteId)}`
    const until = effect.to === null ? '' : ` по ${longDate(effect.to)}`
    return [
      {
        what: personName(registers, effect.personId),
        before: 'назначения не было',
        after: `${(regulation && label(regulation, effect.as)) ?? 'роль'} ${where} с ${longDate(effect.from)}${until}`,
        basis: known(regulation && role(regulation, effect.as).basis),
      },
    ]
  },
  apply: (tx, ctx, placed, { id: orderId }) =>
    applyAppointments(
      tx,
      ctx,
      placed.map(({ pointNumber, effect }) => ({ ...effect, orderId, pointNumber })),
    ),
  deed(effect, registers, ctx) {
    const regulation = registers.judgedBy?.regulation
    const word = (regulation && label(regulation, effect.as)) ?? 'назначение'
    const where = effect.siteId === null ? '' : `, площадка ${siteName(registers, effect.siteId)}`
    return {
      text: `${personName(registers, effect.personId)} — ${word}${where}`,
      href: paths.person({ territory: ctx.territory.code, person: effect.personId }),
    }
  },
  concerns: async (_tx, _ctx, { personId }) => ({ people: [personId] }),
})

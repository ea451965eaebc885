import { z } from 'zod'
import { shortDate } from '../../kernel/dates.ts'
import { appointmentKinds } from '../../regulation/kinds.ts'
import { choice, chosenId, chosenIds, day, optionalDay, optionalId, optionalText, text } from '../../web/fields.ts'
import { extendCallForm, extendCallValues, openCallForm, openCallValues } from './call-forms.ts'
import { type Effect, planFates } from './effects.ts'

/** Names typed one under another; empty lines say nothing. */
export const typedNames = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String).filter((one) => one.trim() !== ''),
  z.array(z.string().max(300, 'Сократите имя')).max(200, 'Добавляйте не больше 200 за один раз'),
)

const caseId = optionalId('дело о статусе')
const organisations = { organisationIds: chosenIds('организацию'), organisationNames: typedNames }
const kinds = appointmentKinds.filter((kind) => kind !== 'expert') as unknown as readonly [
  Extract<Effect, { kind: 'appoint' }>['as'],
  ...Extract<Effect, { kind: 'appoint' }>['as'][],
]

/** A legal change as a person fills it in: people and organisations by name, the rest chosen from lists. */
export const effectForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approveRegulation'), regulationId: chosenId('редакцию Положения') }),
  z.object({
    kind: z.literal('grantStatus'),
    siteId: chosenId('площадку'),
    ...organisations,
    leadName: optionalText('ведущую организацию', 300),
    theme: text('тему площадки', 1000),
    direction: optionalText('направление', 60),
    from: day('начало срока'),
    to: day('конец срока'),
    headName: optionalText('руководителя', 300),
    headGround: optionalText('протокол', 500),
    applicationId: optionalId('заявку'),
  }),
  z.object({
    kind: z.literal('declineApplication'),
    applicationId: chosenId('заявку'),
    reason: text('основание отказа', 3000),
  }),
  z.object({
    kind: z.literal('attachOrganisations'),
    siteId: chosenId('площадку'),
    ...organisations,
    from: day('начало срока'),
    to: optionalDay('конец срока'),
  }),
  z.object({
    kind: z.literal('appoint'),
    personName: text('кого назначают', 300),
    as: choice('кем назначают', kinds),
    siteId: optionalId('площадку'),
    from: day('начало срока'),
    to: optionalDay('конец срока'),
    ground: optionalText('основание', 500),
  }),
  z.object({ kind: z.literal('endAppointment'), appointmentId: chosenId('назначение'), on: day('последний день') }),
  z.object({
    kind: z.literal('detachOrganisations'),
    siteId: chosenId('площадку'),
    ...organisations,
    on: day('последний день'),
  }),
  z.object({ kind: z.literal('extendStatus'), siteId: chosenId('площадку'), to: day('новый последний день'), caseId }),
  z.object({
    kind: z.literal('terminateStatus'),
    siteId: chosenId('площадку'),
    ground: text('основание', 200),
    on: day('последний день'),
    attachTo: optionalId('площадку для закреплённых школ'),
    plan: z.preprocess((value) => value || 'keep', choice('что станет с планом', planFates)),
    caseId,
  }),
  z.object({
    kind: z.literal('suspendStatus'),
    siteId: chosenId('площадку'),
    from: day('первый день'),
    reason: text('причину', 2000),
    caseId,
  }),
  z.object({ kind: z.literal('resumeStatus'), siteId: chosenId('площадку'), on: day('первый день работы'), caseId }),
  openCallForm,
  extendCallForm,
  z.object({ kind: z.literal('revoke'), orderId: chosenId('приказ') }),
])
export type EffectForm = z.infer<typeof effectForm>

type Values = Record<string, string | string[]>
const days = new Set(['from', 'to', 'on'])

/** A stored change as its fields: people by their names, days as people write them. */
export function effectValues(
  effect: Effect,
  personLabel: (id: string) => string,
  organisationLabel: (id: string) => string,
): Values {
  if (effect.kind === 'openCall') return openCallValues(effect)
  if (effect.kind === 'extendCall') return extendCallValues(effect)
  const values: Values = {}
  for (const [name, value] of Object.entries(effect) as [string, string | readonly string[] | null][]) {
    if (value === null) continue
    if (name === 'organisationIds') values['organisationIds[]'] = [...value]
    else if (name === 'personId') values.personName = personLabel(String(value))
    else if (name === 'headPersonId') values.headName = personLabel(String(value))
    else if (name === 'leadOrganisationId') values.leadName = organisationLabel(String(value))
    else values[name] = days.has(name) ? shortDate(String(value)) : String(value)
  }
  return values
}

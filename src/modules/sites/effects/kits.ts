import { z } from 'zod'
import type { Ctx } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { counted } from '../../../kernel/plural.ts'
import type { OrganisationId, SiteId } from '../../../kernel/types.ts'
import { organisationsForm } from '../../../kit/order/effect-fields.tsx'
import type { EffectOf } from '../../../kit/order/effects.ts'
import type { EffectKit, Reading } from '../../../kit/order/parts.ts'
import { namesOf, personName, type Registers } from '../../../kit/order/registers.ts'
import { planFates } from '../../../kit/order/template.ts'
import { label } from '../../../regulation/questions.ts'
import { choice, chosenId, day, optionalDay, optionalId, optionalText, text } from '../../../web/fields.ts'
import { paths } from '../../../web/paths.ts'
import { appoint } from './appoint.ts'
import { attachOrganisations } from './attach-organisations.ts'
import { concernedBySite } from './concerned.ts'
import { detachOrganisations } from './detach-organisations.ts'
import { endAppointment } from './end-appointment.ts'
import { extendStatus } from './extend-status.ts'
import * as Fields from './fields.tsx'
import { grantStatus } from './grant-status.ts'
import { resumeStatus } from './resume-status.ts'
import { siteName } from './rows.ts'
import { orderedKinds, schemas } from './schemas.ts'
import { suspendStatus } from './suspend-status.ts'
import { terminateStatus } from './terminate-status.ts'

const siteId = chosenId('площадку')
const caseId = optionalId('дело о статусе')
type Named = { readonly organisationIds: OrganisationId[]; readonly organisationNames: string[] }

const toSite = (ctx: Ctx, site: string) => paths.site({ territory: ctx.territory.code, site })
const ofSite = (words: (name: string) => string) => (effect: { readonly siteId: SiteId }, registers: Registers, ctx: Ctx) => ({
  text: words(siteName(registers, effect.siteId)),
  href: toSite(ctx, effect.siteId),
})

const grant: EffectKit<EffectOf<'grantStatus'>> = {
  ...grantStatus,
  kind: 'grantStatus',
  name: 'Присвоить статус площадки',
  count: (count) => counted(count, 'площадка', 'площадки', 'площадок'),
  headline: (count) =>
    count === 1 ? 'Одна площадка получит статус' : `Статус получат ${counted(count, 'площадка', 'площадки', 'площадок')}`,
  icon: 'plus',
  spoken: 2,
  applied: 11,
  schema: schemas.grantStatus,
  form: z.object({
    kind: z.literal('grantStatus'),
    siteId,
    ...organisationsForm,
    leadName: optionalText('ведущую организацию', 300),
    theme: text('тему площадки', 1000),
    direction: optionalText('направление', 60),
    from: day('начало срока'),
    to: day('конец срока'),
    headName: optionalText('руководителя', 300),
    headGround: optionalText('протокол', 500),
    applicationId: optionalId('заявку'),
  }),
  read(
    {
      organisationIds,
      organisationNames,
      leadName,
      headName,
      ...rest
    }: Named & { leadName: string | null; headName: string | null },
    field: string,
    reading: Reading,
  ) {
    const hosts = reading.organisations(organisationIds, organisationNames, `${field}.organisationNames`)
    return {
      ...rest,
      organisationIds: hosts,
      leadOrganisationId: reading.organisation(leadName, `${field}.leadName`) ?? hosts[0],
      headPersonId: reading.person(headName, `${field}.headName`),
    }
  },
  begin: () => ({ siteId: newId() }),
  Fields: Fields.GrantFields,
  names: ({ organisationIds, headPersonId }) => ({
    organisations: organisationIds,
    people: headPersonId === null ? [] : [headPersonId],
  }),
  deed: (effect, registers, ctx) => ({
    text: `Площадка ${namesOf(effect.organisationIds, registers)}: «${effect.theme}», по ${longDate(effect.to)}`,
    href: toSite(ctx, effect.siteId),
  }),
  concerns: async (_tx, _ctx, { headPersonId }) => ({ people: headPersonId === null ? [] : [headPersonId] }),
}

const attach: EffectKit<EffectOf<'attachOrganisations'>> = {
  ...attachOrganisations,
  kind: 'attachOrganisations',
  name: 'Закрепить школы за площадкой',
  count: () => 'закрепление школ',
  headline: () => 'Школы закрепятся за площадками',
  icon: 'link',
  spoken: 4,
  applied: 13,
  schema: schemas.attachOrganisations,
  form: z.object({
    kind: z.literal('attachOrganisations'),
    siteId,
    ...organisationsForm,
    from: day('начало срока'),
    to: optionalDay('конец срока'),
  }),
  read: readSchools,
  Fields: Fields.AttachFields,
  names: ({ siteId: site, organisationIds }) => ({ sites: [site], organisations: organisationIds }),
  deed: (effect, registers, ctx) => ({
    text: `Школы за площадкой ${siteName(registers, effect.siteId)}: ${namesOf(effect.organisationIds, registers)}`,
    href: toSite(ctx, effect.siteId),
  }),
}

const detach: EffectKit<EffectOf<'detachOrganisations'>> = {
  ...detachOrganisations,
  kind: 'detachOrganisations',
  name: 'Открепить школы',
  count: () => 'открепление школ',
  headline: () => 'Школы открепятся от площадки',
  icon: 'end',
  spoken: 10,
  applied: 4,
  schema: schemas.detachOrganisations,
  form: z.object({ kind: z.literal('detachOrganisations'), siteId, ...organisationsForm, on: day('последний день') }),
  read: readSchools,
  Fields: Fields.DetachFields,
  names: ({ siteId: site, organisationIds }) => ({ sites: [site], organisations: organisationIds }),
  deed: (effect, registers, ctx) => ({
    text: `Больше не закреплены за площадкой ${siteName(registers, effect.siteId)}: ${namesOf(effect.organisationIds, registers)}`,
    href: toSite(ctx, effect.siteId),
  }),
  putsBack: true,
}

function readSchools({ organisationIds, organisationNames, ...rest }: Named, field: string, reading: Reading) {
  return { ...rest, organisationIds: reading.organisations(organisationIds, organisationNames, `${field}.organisationNames`) }
}

const appointing: EffectKit<EffectOf<'appoint'>> = {
  ...appoint,
  kind: 'appoint',
  name: 'Назначить человека',
  count: (count) => counted(count, 'назначение', 'назначения', 'назначений'),
  headline: (count) => (count === 1 ? 'Будет назначен человек' : counted(count, 'назначение', 'назначения', 'назначений')),
  icon: 'person',
  spoken: 5,
  applied: 14,
  schema: schemas.appoint,
  form: z.object({
    kind: z.literal('appoint'),
    personName: text('кого назначают', 300),
    as: choice('кем назначают', orderedKinds as unknown as readonly [string, ...string[]]),
    siteId: optionalId('площадку'),
    from: day('начало срока'),
    to: optionalDay('конец срока'),
    ground: optionalText('основание', 500),
  }),
  read({ personName: typed, ...rest }: { personName: string }, field: string, reading: Reading) {
    return { ...rest, personId: reading.person(typed, `${field}.personName`) }
  },
  Fields: Fields.AppointFields,
  names: ({ siteId: site, personId }) => ({ people: [personId], sites: site === null ? [] : [site] }),
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
}

const ending: EffectKit<EffectOf<'endAppointment'>> = {
  ...endAppointment,
  kind: 'endAppointment',
  name: 'Завершить назначение',
  count: (count) => counted(count, 'назначение завершается', 'назначения завершаются', 'назначений завершаются'),
  headline: () => 'Назначение завершится',
  icon: 'end',
  spoken: 11,
  applied: 5,
  schema: schemas.endAppointment,
  form: z.object({
    kind: z.literal('endAppointment'),
    appointmentId: chosenId('назначение'),
    on: day('последний день'),
  }),
  Fields: Fields.EndAppointmentFields,
  names: ({ appointmentId }) => ({ appointments: [appointmentId] }),
  deed: ({ on }) => ({ text: `Назначение завершено с ${longDate(on)}`, href: null }),
  putsBack: true,
}

const changing = {
  names: ({ siteId: site }: { readonly siteId: SiteId }) => ({ sites: [site] }),
  concerns: concernedBySite,
  putsBack: true,
} as const

const extending: EffectKit<EffectOf<'extendStatus'>> = {
  ...extendStatus,
  ...changing,
  kind: 'extendStatus',
  name: 'Продлить статус',
  count: (count) => counted(count, 'продление', 'продления', 'продлений'),
  headline: () => 'Статус продлится',
  icon: 'calendar',
  spoken: 6,
  applied: 9,
  schema: schemas.extendStatus,
  form: z.object({ kind: z.literal('extendStatus'), siteId, to: day('новый последний день'), caseId }),
  Fields: Fields.ExtendFields,
  deed: (effect, registers, ctx) =>
    ofSite((name) => `Статус площадки ${name} продлён по ${longDate(effect.to)}`)(effect, registers, ctx),
}

const suspending: EffectKit<EffectOf<'suspendStatus'>> = {
  ...suspendStatus,
  ...changing,
  kind: 'suspendStatus',
  name: 'Приостановить деятельность площадки',
  count: (count) => counted(count, 'приостановка', 'приостановки', 'приостановок'),
  headline: () => 'Деятельность площадки приостановится',
  icon: 'end',
  spoken: 7,
  applied: 10,
  schema: schemas.suspendStatus,
  form: z.object({
    kind: z.literal('suspendStatus'),
    siteId,
    from: day('первый день'),
    reason: text('причину', 2000),
    caseId,
  }),
  Fields: Fields.SuspendFields,
  deed: (effect, registers, ctx) =>
    ofSite((name) => `Деятельность площадки ${name} приостановлена с ${longDate(effect.from)}`)(effect, registers, ctx),
}

const resuming: EffectKit<EffectOf<'resumeStatus'>> = {
  ...resumeStatus,
  ...changing,
  kind: 'resumeStatus',
  name: 'Возобновить деятельность площадки',
  count: (count) => counted(count, 'возобновление', 'возобновления', 'возобновлений'),
  headline: () => 'Деятельность площадки возобновится',
  icon: 'ok',
  spoken: 8,
  applied: 2,
  schema: schemas.resumeStatus,
  form: z.object({ kind: z.literal('resumeStatus'), siteId, on: day('первый день работы'), caseId }),
  Fields: Fields.ResumeFields,
  deed: (effect, registers, ctx) =>
    ofSite((name) => `Деятельность площадки ${name} возобновлена ${longDate(effect.on)}`)(effect, registers, ctx),
}

const terminating: EffectKit<EffectOf<'terminateStatus'>> = {
  ...terminateStatus,
  ...changing,
  kind: 'terminateStatus',
  name: 'Прекратить статус досрочно',
  count: (count) => counted(count, 'статус прекращается', 'статуса прекращаются', 'статусов прекращаются'),
  headline: () => 'Статус прекратится досрочно',
  icon: 'end',
  spoken: 9,
  applied: 3,
  schema: schemas.terminateStatus as z.ZodType<EffectOf<'terminateStatus'>>,
  form: z.object({
    kind: z.literal('terminateStatus'),
    siteId,
    ground: text('основание', 200),
    on: day('последний день'),
    attachTo: optionalId('площадку для закреплённых школ'),
    plan: z.preprocess((value) => value || 'keep', choice('что станет с планом', planFates)),
    caseId,
  }),
  Fields: Fields.TerminateFields,
  names: ({ siteId: site, attachTo }) => ({ sites: attachTo === null ? [site] : [site, attachTo] }),
  deed: (effect, registers, ctx) =>
    ofSite((name) => `Статус площадки ${name} прекращён, последний день — ${longDate(effect.on)}`)(effect, registers, ctx),
}

/** Every change of sites an order can make. */
export const siteEffects: readonly EffectKit[] = [
  grant,
  attach,
  appointing,
  extending,
  suspending,
  resuming,
  terminating,
  detach,
  ending,
]

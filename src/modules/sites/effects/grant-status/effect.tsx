import { longDate } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import { counted } from '../../../../kernel/plural.ts'
import type { ApplicationId, SiteId } from '../../../../kernel/types.ts'
import {
  carried,
  optionalCarried,
  optionalPerson,
  optionalText,
  organisation,
  organisations,
  term,
  text,
} from '../../../../kit/order/effect-fields.tsx'
import {
  type AppliedOrder,
  byItsCheck,
  type EffectFields,
  type EffectMade,
  effectKit,
} from '../../../../kit/order/effect-kit.tsx'
import type { EffectOf, PlacedEffect } from '../../../../kit/order/effects.ts'
import type { Line } from '../../../../kit/order/objections.ts'
import { documentName, documentNames, namesOf, personName, type Registers } from '../../../../kit/order/registers.ts'
import { ifAny, say, silence, together, turn, type Wording } from '../../../../kit/order/wording.ts'
import { siteWord } from '../../../../regulation/parties/questions.ts'
import { label } from '../../../../regulation/people/questions.ts'
import { workDirections } from '../../../../regulation/work/questions.ts'
import { SelectField } from '../../../../ui/fields.ts'
import { applyAppointments } from '../../commands/apply-appointment.ts'
import { applyGrants } from '../../commands/apply-grant.ts'
import { grantFields } from '../../ports.ts'
import { termAfter } from '../periods.ts'
import { seenAt } from '../standing-checks.ts'
import { basisOfGrant, checkGrant } from './checks.ts'

/** Statuses in the words of an order: by a list where an appendix has it, else with theme and term, those of one theme and term together. */
function saysGrants(effects: readonly Grant[], registers: Registers, listed: boolean): Wording {
  const status = turn(registers.judgedBy ? siteWord(registers.judgedBy.regulation, 'genitive') : 'площадки')
  if (listed) {
    const list = say`Утвердить перечень организаций, которым присваивается статус ${status} (приложение).`
    return together([list, ...effects.map((effect) => besides(effect, registers))])
  }
  const alike = Map.groupBy(effects, ({ siteId, organisationIds, theme, direction, from, to }) =>
    organisationIds.length > 1 ? siteId : JSON.stringify([theme, direction, from, to]),
  )
  return together([...alike.values()].map((grants) => given(grants, status, registers)))
}

function given(grants: readonly Grant[], status: Wording, registers: Registers): Wording {
  const { theme, from, to } = grants[0]!
  const hosts = say`${documentNames(
    grants.flatMap(({ organisationIds }) => organisationIds),
    registers,
  )}`
  const jointly = grants.some(({ organisationIds }) => organisationIds.length > 1) ? ' организациям вместе' : ''
  return together([
    say`Присвоить статус ${status} по теме «${theme}» на срок с ${longDate(from)} по ${longDate(to)}${turn(jointly)}: ${hosts}.`,
    ...grants.map((grant) => besides(grant, registers)),
  ])
}

/** What no list says: who leads a joint site, its direction, its head. */
function besides(grant: Grant, registers: Registers): Wording {
  const { organisationIds, leadOrganisationId, direction, headPersonId, headGround } = grant
  const directions = workDirections(registers.judgedBy?.regulation)
  const host = documentName(registers, leadOrganisationId)
  return together([
    organisationIds.length > 1 ? say`Ведущая организация — ${host}.` : silence,
    ifAny(direction, (code) => say`Направление — ${directions.find((one) => one.code === code)?.label ?? code} (${host}).`),
    ifAny(headPersonId, (id) => {
      const ground = ifAny(headGround, (paper) => say`, ${paper}`)
      return say`Руководитель площадки — ${personName(registers, id)} (${host}${ground}).`
    }),
  ])
}

const fields = {
  siteId: carried<SiteId>('площадку'),
  organisationIds: organisations('Организации площадки'),
  leadOrganisationId: organisation({
    as: 'leadName',
    label: 'Ведущая организация',
    what: 'ведущую организацию',
    hint: 'Пусто — первая из названных',
  }),
  theme: text({ label: 'Тема площадки', what: 'тему площадки', most: 1000, rows: 3 }),
  direction: optionalText({
    label: 'Направление',
    what: 'направление',
    most: 60,
    shown({ regulation }, at) {
      const directions = workDirections(regulation).map(({ code, label: name }) => ({ value: code, label: name }))
      return directions.length > 0 && <SelectField {...at} label="Направление" empty="Без направления" choices={directions} />
    },
  }),
  ...term('Срок статуса'),
  headPersonId: optionalPerson({
    as: 'headName',
    label: 'Руководитель площадки',
    what: 'руководителя',
    hint: 'Пусто — руководитель не назван',
  }),
  headGround: optionalText({
    label: 'Протокол, которым выбран руководитель',
    what: 'протокол',
    most: 500,
    hint: 'Нужен общей площадке нескольких организаций',
  }),
}
/** The application this status answers; an order of its own has none. Whoever keeps applications shows its field. */
const applicationId = optionalCarried<ApplicationId>('заявку')

type Made = EffectMade<'grantStatus', typeof fields>
declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    grantStatus: Made & { readonly applicationId?: ApplicationId | null }
  }
}

type Grant = EffectOf<'grantStatus'>

function describe(effect: Grant, registers: Registers): Line[] {
  const regulation = registers.judgedBy?.regulation
  const status: Line = {
    what: namesOf(effect.organisationIds, registers),
    before: statusBefore(effect, registers),
    after: `площадка по теме «${effect.theme}» с ${longDate(effect.from)} по ${longDate(effect.to)}`,
    basis: regulation ? basisOfGrant(regulation) : [],
  }
  if (effect.headPersonId === null) return [status]
  const head: Line = {
    what: personName(registers, effect.headPersonId),
    before: 'назначения не было',
    after: `${(regulation && label(regulation, 'head')) ?? 'руководитель площадки'}${effect.headGround ? ` (${effect.headGround})` : ''}`,
    basis: [],
  }
  return [status, head]
}

function statusBefore(effect: Grant, registers: Registers): string {
  const others = [...registers.sites.values()].filter(
    (site) => !site.isNew && site.organisationIds.some((id) => effect.organisationIds.includes(id)),
  )
  const running = others
    .map((site) => ({ theme: site.theme, to: termAfter(site, registers)?.to }))
    .find(({ to }) => to == null || to >= effect.from)
  if (!running?.to) return 'статуса не было'
  return `есть статус по ${running.theme === effect.theme ? 'той же' : 'другой'} теме до ${longDate(running.to)}`
}

const headOf = ({ pointNumber, effect }: PlacedEffect<Grant>, order: AppliedOrder) =>
  effect.headPersonId === null
    ? []
    : [
        {
          personId: effect.headPersonId,
          as: 'head' as const,
          siteId: effect.siteId,
          from: effect.from,
          to: effect.to,
          ground: effect.headGround,
          orderId: order.id,
          pointNumber,
        },
      ]

/** The parts of other modules stand at the field of the application. */
const withParts: EffectFields = {
  ...fields,
  applicationId: (name) => ({
    ...applicationId(name),
    Field: (props) => grantFields.parts().map((Field) => <Field {...props} />),
  }),
}

/** Gives the status of a site to one organisation or to several together, with a head when the order names one. (L-O1, C-33, C-13, R-41) */
export const grantStatus = effectKit('grantStatus', withParts, {
  name: 'Присвоить статус площадки',
  count: (count) => counted(count, 'площадка', 'площадки', 'площадок'),
  headline: (count) =>
    count === 1 ? 'Одна площадка получит статус' : `Статус получат ${counted(count, 'площадка', 'площадки', 'площадок')}`,
  place: { icon: 'plus', spoken: 2, applied: 11 },
  completed: ({ leadOrganisationId, organisationIds }) => ({ leadOrganisationId: leadOrganisationId ?? organisationIds[0] }),
  begin: () => ({ siteId: newId() }),
  says: saysGrants,
  check: checkGrant,
  ofFurtherBody: byItsCheck,
  describe,
  async apply(tx, ctx, placed, order) {
    const { id: regulationId, lineId } = order.registers.judgedBy!
    const granted = await applyGrants(
      tx,
      ctx,
      placed.map(({ pointNumber, effect }) => ({ ...effect, regulationId, lineId, orderId: order.id, pointNumber })),
    )
    const heads = await applyAppointments(
      tx,
      ctx,
      placed.flatMap((one) => headOf(one, order)),
    )
    return { facts: [...granted, ...heads], siteIds: placed.map(({ effect }) => effect.siteId) }
  },
  deed: (effect, registers, ctx) => ({
    text: `Площадка ${namesOf(effect.organisationIds, registers)}: «${effect.theme}», по ${longDate(effect.to)}`,
    href: seenAt(ctx, effect.siteId),
  }),
  concerns: async (_tx, _ctx, { headPersonId }) => ({ people: headPersonId === null ? [] : [headPersonId] }),
})

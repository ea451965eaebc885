import { longDate } from '../../../../kernel/dates.ts'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import { documentName, documentNames, personName, type Registers } from '../../../../kit/order/registers.ts'
import { ifAny, say, silence, together, turn, type Wording } from '../../../../kit/order/wording.ts'

type Grant = EffectOf<'grantStatus'>

/** Statuses in the words of an order: by a list where an appendix has it, else with theme and term, those of one theme and term together. */
export function saysGrants(effects: readonly Grant[], registers: Registers, listed: boolean): Wording {
  const status = turn(registers.judgedBy?.regulation.siteWords.genitive ?? 'площадки')
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
  const directions = registers.judgedBy?.regulation.directions?.list ?? []
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

import { addDays, later, longDate, overlaps } from '../../../../kernel/dates.ts'
import { counted } from '../../../../kernel/plural.ts'
import type { Day, OrganisationId, SiteId } from '../../../../kernel/types.ts'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import { known, type Line } from '../../../../kit/order/objections.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { attaches, terminationGrounds } from '../../../../regulation/status/questions.ts'
import { siteName } from '../rows.ts'
import { regulationOf } from '../standing-checks.ts'

type Terminate = EffectOf<'terminateStatus'>

const schools = (count: number) => counted(count, 'школа', 'школы', 'школ')

/** The words of a ground; where the regulation names no grounds, the order's own words are the ground. */
export function groundText({ ground, siteId }: Terminate, registers: Registers): string {
  const site = registers.sites.get(siteId)
  const regulation = (site && regulationOf(site, registers)) ?? registers.judgedBy?.regulation
  const grounds = regulation ? terminationGrounds(regulation).value : null
  return grounds?.find((one) => one.code === ground)?.text ?? ground
}

/** What is written down of whatever ends with a status. */
export const noteOfEnd = (effect: Terminate, registers: Registers): string =>
  `Статус площадки прекращён, последний день ${longDate(effect.on)}: ${groundText(effect, registers)}`

/** A school that goes from a site that ends to another one. */
export type MovedSchools = {
  readonly siteId: SiteId
  readonly organisationIds: readonly OrganisationId[]
  readonly from: Day
  readonly to: Day | null
}

const staysAttached = ({ siteId, on }: Terminate, registers: Registers) =>
  registers.attachments.filter((one) => one.siteId === siteId && (one.to === null || one.to > on))

/** The attachments the other site gets: for as long as the former ones were given and as it works itself; schools it has already are left out. */
export function movedSchools(effect: Terminate, registers: Registers): MovedSchools[] {
  const { attachTo, on } = effect
  const heir = attachTo === null ? undefined : registers.sites.get(attachTo)
  if (attachTo === null || !heir) return []
  return staysAttached(effect, registers).flatMap(({ organisationId, from, to }) => {
    const first = later(from, addDays(on, 1))
    const last = [to, heir.to].filter((day) => day !== null).sort()[0] ?? null
    const period = { from: first, to: last }
    const hasIt =
      heir.organisationIds.includes(organisationId) ||
      registers.attachments.some(
        (one) => one.siteId === attachTo && one.organisationId === organisationId && overlaps(one, period),
      )
    return hasIt || (last !== null && last < first) ? [] : [{ siteId: attachTo, organisationIds: [organisationId], ...period }]
  })
}

/** Everything that ends with a status, with numbers: what the one who signs has to see. */
export function describeTermination(effect: Terminate, registers: Registers): Line[] {
  const site = registers.sites.get(effect.siteId)
  const regulation = site && regulationOf(site, registers)
  return [
    {
      what: siteName(registers, effect.siteId),
      before: site?.to ? `статус по ${longDate(site.to)}` : 'статус действует',
      after: `статус кончится ${longDate(effect.on)}: ${groundText(effect, registers)}`,
      basis: known(regulation && terminationGrounds(regulation).basis),
    },
    ...schoolLines(effect, registers),
    ...peopleLines(effect, registers),
  ]
}

function schoolLines(effect: Terminate, registers: Registers): Line[] {
  const attached = staysAttached(effect, registers).length
  if (attached === 0) return []
  const before = `закреплены за площадкой: ${schools(attached)}`
  const regulation = registers.judgedBy?.regulation
  const basis = known(regulation && attaches(regulation).basis)
  if (effect.attachTo === null)
    return [{ what: 'Закреплённые школы', before, after: `открепятся после ${longDate(effect.on)}`, basis }]
  const moved = movedSchools(effect, registers).length
  const rest = attached - moved
  const there = rest > 0 ? `; ещё ${schools(rest)} там уже есть или не помещаются в её срок` : ''
  return [
    {
      what: 'Закреплённые школы',
      before,
      after: `с ${longDate(addDays(effect.on, 1))} перейдут за площадку ${siteName(registers, effect.attachTo)}: ${schools(moved)}${there}`,
      basis,
    },
  ]
}

function peopleLines({ siteId, on }: Terminate, registers: Registers): Line[] {
  const people = [...registers.appointments.values()].filter(
    (one) => one.siteId === siteId && (one.to === null || one.to > on),
  ).length
  if (people === 0) return []
  return [
    {
      what: 'Люди площадки',
      before: `назначены: ${counted(people, 'человек', 'человека', 'человек')}`,
      after: `назначения кончатся ${longDate(on)}`,
      basis: [],
    },
  ]
}

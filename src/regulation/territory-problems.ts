import { isDay } from '../kernel/dates.ts'
import type { EffectFacts, OrderFacts } from './order-facts.ts'
import type { TerritoryPackage } from './territory-facts.ts'
import { formOfWork } from './work/questions.ts'

/** What is wrong with the facts of a territory: keys that lead nowhere, keys given twice, days that do not exist, unknown forms of work. */
export function territoryProblems({ regulation, facts }: TerritoryPackage): readonly string[] {
  const organisations = new Set(facts.organisations.map((one) => one.key))
  const people = new Set(facts.people.map((one) => one.key))
  const sites = new Set(
    facts.orders
      .flatMap((order) => effectsOf(order))
      .flatMap((effect) => (effect.kind === 'grantStatus' ? [effect.leadOrganisation] : [])),
  )
  const asked = {
    organisation: facts.people
      .flatMap((person) => person.posts.map((post) => post.organisation))
      .concat(facts.orders.map((order) => order.issuer)),
    person: facts.orders
      .flatMap((order) => [
        order.signatory.person,
        order.control.person,
        ...order.points.flatMap((point) => point.assignees ?? []),
      ])
      .concat(facts.appointments.flatMap((one) => [one.person, one.appointedBy]))
      .concat(facts.plans.flatMap((plan) => plan.lines.flatMap((line) => line.responsible))),
    site: facts.appointments.map((one) => one.siteOf).concat(facts.plans.map((plan) => plan.siteOf)),
  }
  for (const effect of facts.orders.flatMap((order) => effectsOf(order))) {
    if (effect.kind === 'grantStatus') asked.organisation.push(...effect.organisations, effect.leadOrganisation)
    if (effect.kind === 'grantStatus' && effect.head !== undefined) asked.person.push(effect.head)
    if (effect.kind === 'attachOrganisations') asked.organisation.push(...effect.organisations)
    if (effect.kind === 'appoint') asked.person.push(effect.person)
    if (effect.kind === 'attachOrganisations' || effect.kind === 'appoint')
      asked.site.push(...(effect.siteOf === null ? [] : [effect.siteOf]))
  }
  const forms = facts.plans.flatMap((plan) => plan.lines.map((line) => line.form))
  return [
    ...missing('организации', asked.organisation, organisations),
    ...missing('человека', asked.person, people),
    ...missing('площадки', asked.site, sites),
    ...twice('организации', facts.organisations),
    ...twice('человека', facts.people),
    ...forms
      .filter((form) => formOfWork(regulation, form).value === null)
      .map((form) => `формы работы «${form}» нет в Положении`),
    ...daysOf(facts)
      .filter((day) => !isDay(day))
      .map((day) => `дня «${day}» нет в календаре`),
  ]
}

const effectsOf = (order: OrderFacts): readonly EffectFacts[] => order.points.flatMap((point) => point.effects ?? [])

const missing = (what: string, keys: readonly string[], known: ReadonlySet<string>) =>
  [...new Set(keys)].filter((key) => !known.has(key)).map((key) => `нет ${what} «${key}»`)

const twice = (what: string, items: readonly { key: string }[]) =>
  items
    .filter((item, index) => items.findIndex((other) => other.key === item.key) !== index)
    .map((item) => `ключ ${what} «${item.key}» повторяется`)

/** Every string of the facts that looks like a day. */
function daysOf(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? [value] : []
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(daysOf)
}

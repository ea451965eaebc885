import { type Role, roleNames } from '../authz/roles.ts'
import type { EffectFacts } from '../regulation/order-facts.ts'
import type { PersonFacts } from '../regulation/register-facts.ts'
import type { TerritoryFacts } from '../regulation/territory-facts.ts'

/** A person anybody may be in a demonstration, with the role that is worth looking at. */
export type DemoRole = { readonly person: PersonFacts; readonly role: Role; readonly roleLabel: string }

/** One person for each role of a territory, in the order in which a year of its network goes. */
export function demoRoles(facts: TerritoryFacts): readonly DemoRole[] {
  const chosen: DemoRole[] = []
  const take = (role: Role, keys: readonly string[], roleLabel = roleNames[role]) => {
    const free = keys.find((key) => !chosen.some((one) => one.person.key === key))
    const person = facts.people.find((one) => one.key === free)
    if (person) chosen.push({ person, role, roleLabel })
  }
  const granted = (role: NonNullable<PersonFacts['grants']>[number]) =>
    facts.people.filter((person) => person.grants?.includes(role)).map((person) => person.key)
  const effects = facts.orders.flatMap((order) => order.points.flatMap((point) => point.effects ?? []))
  const attached = effects.flatMap((effect) => (effect.kind === 'attachOrganisations' ? effect.organisations : []))
  const hosts = effects.flatMap((effect) => (effect.kind === 'grantStatus' ? effect.organisations : []))
  const schools = attached.length > 0 ? attached : otherSchools(facts, hosts)

  take(
    'signatory',
    facts.orders.map((order) => order.signatory.person),
  )
  take(
    'coordinator',
    appointed(facts, effects, (as) => as === 'coordinator'),
  )
  take('methodist', [...appointed(facts, effects, (as) => as === 'methodist'), ...granted('methodist')])
  take('official', granted('official'))
  const siteHeads = appointed(facts, effects, (as) => as === 'head')
  take('siteHead', siteHeads)
  take(
    'siteStaff',
    appointed(facts, effects, (as) => as !== 'head' && as !== 'coordinator' && as !== 'methodist'),
  )
  take('schoolHead', holding(facts, ['head'], schools), attached.length > 0 ? 'руководитель школы-партнёра' : undefined)
  for (const key of facts.applicants ?? []) take('schoolHead', [key], 'руководитель организации-заявителя')
  for (const { person } of facts.experts ?? []) take('expert', [person])
  for (const key of facts.learning ?? []) {
    const heads = facts.people.some((one) => one.key === key && one.posts.some(({ kind }) => kind === 'head'))
    take(siteHeads.includes(key) ? 'siteHead' : heads ? 'schoolHead' : 'teacher', [key])
  }
  take('teacher', holding(facts, ['teacher', 'psychologist', 'supplementaryTeacher'], [...schools, ...hosts]))
  return chosen
}

function appointed(facts: TerritoryFacts, effects: readonly EffectFacts[], wanted: (as: string) => boolean): string[] {
  return [
    ...effects.flatMap((effect) => (effect.kind === 'grantStatus' && effect.head && wanted('head') ? [effect.head] : [])),
    ...effects.flatMap((effect) => (effect.kind === 'appoint' && wanted(effect.as) ? [effect.person] : [])),
    ...facts.appointments.filter((one) => wanted(one.as)).map((one) => one.person),
  ]
}

const holding = (facts: TerritoryFacts, kinds: readonly string[], organisations: readonly string[]): string[] =>
  organisations.flatMap((organisation) =>
    facts.people
      .filter((person) => person.posts.some((post) => post.organisation === organisation && kinds.includes(post.kind)))
      .map((person) => person.key),
  )

const otherSchools = ({ organisations }: TerritoryFacts, hosts: readonly string[]): string[] => [
  ...organisations.filter((one) => !one.isAuthority && !one.isOperator && !hosts.includes(one.key)).map((one) => one.key),
  ...hosts,
]

import { longDate, overlaps, shortPeriod } from '../../../../kernel/dates.ts'
import type { Day, Period, PersonId, SiteId } from '../../../../kernel/types.ts'
import type { Effect, EffectOf } from '../../../../kit/order/effects.ts'
import { type Objection, objection } from '../../../../kit/order/objections.ts'
import { candidateOn, isMethodistOn, type KnownPerson, personName, type Registers } from '../../../../kit/order/registers.ts'
import { headChosenTogether } from '../../../../regulation/hosts/questions.ts'
import { coordinatorRule, label, mayHeadSite, role } from '../../../../regulation/people/questions.ts'
import type { Regulation } from '../../../../regulation/schema.ts'
import { outsidePosts, whatRoleLacks } from '../../rules.ts'
import { isWithin, termAfter } from '../periods.ts'

type Appoint = EffectOf<'appoint'>

/** Roles that may concern the whole territory and not one site. */
const withoutSite: readonly Appoint['as'][] = ['methodist', 'coordinator', 'moderator', 'scientificAdviser']

/** Everything that keeps somebody from being appointed. */
export function checkAppointing(effect: Appoint, registers: Registers): readonly Objection[] {
  const person = registers.people.get(effect.personId)
  if (!person) return [objection('order.unknownPerson')]
  if (effect.to !== null && effect.to < effect.from) return [objection('order.periodReversed')]
  const { judgedBy } = registers
  if (!judgedBy) return [objection('order.noRegulation')]
  const { regulation } = judgedBy
  if (role(regulation, effect.as).value === null) return [objection('order.unknownRole')]
  return [
    ...beyondPosts(person, effect, effect.as),
    ...place(effect, registers),
    ...eligible(regulation, effect, person, registers),
    ...appointedTwice(effect, registers, regulation),
    ...roleLacks(effect, registers, regulation),
  ]
}

/** An appointment lies within the posts of the person, or, for a methodist, within those and that role. */
export function beyondPosts({ name, posts, methodistPeriods }: KnownPerson, period: Period, as: string): Objection[] {
  const outside = outsidePosts(as, period, { posts: posts.map(asPeriod), methodist: methodistPeriods.map(asPeriod) })
  return outside === null ? [] : [objection('order.outsidePosts', { name, day: longDate(outside) })]
}
const asPeriod = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day | null }): Period => ({ from: startsOn, to: endsOn })

function place(effect: Appoint, registers: Registers): Objection[] {
  if (effect.siteId === null) return withoutSite.includes(effect.as) ? [] : [objection('order.roleNeedsSite')]
  const site = registers.sites.get(effect.siteId)
  if (!site) return [objection('order.unknownSite')]
  const term = termAfter(site, registers)
  return term && isWithin(effect, term)
    ? []
    : [objection('order.outsideStatusTerm', { site: site.name, term: term ? shortPeriod(term) : 'статуса нет' })]
}

function eligible(regulation: Regulation, effect: Appoint, person: KnownPerson, registers: Registers): Objection[] {
  if (effect.as === 'coordinator' && coordinatorRule(regulation).value && !isMethodistOn(person, effect.from))
    return [objection('order.coordinatorIsNotMethodist', { name: person.name }, coordinatorRule(regulation).basis)]
  const site = effect.siteId === null ? undefined : registers.sites.get(effect.siteId)
  if (effect.as !== 'head' || !site) return []
  const together = headChosenTogether(regulation, site.organisationIds.length)
  if (together.value && effect.ground === null)
    return [objection('order.headNeedsProtocol', { name: person.name }, together.basis)]
  const verdict = mayHeadSite(regulation, candidateOn(person, effect.from, site), effect.from)
  return verdict.ok
    ? []
    : [objection('order.mayNotHead', { name: person.name, missing: verdict.missing.join('; ') }, verdict.basis)]
}

/** Who holds this role there in these days when the other points of the order are done: some are taken from it, others given it. */
function heldBeside(effect: Appoint, registers: Registers): Taken[] {
  const ended = new Set(
    registers.effects.flatMap(({ effect: other }) =>
      other.kind === 'endAppointment' && other.on < effect.from ? [other.appointmentId] : [],
    ),
  )
  const there: Taken[] = [...registers.appointments.values()]
    .filter((one) => !ended.has(one.id))
    .map(({ kind, ...one }) => ({ ...one, as: kind }))
  const here = registers.effects.flatMap(({ effect: other }) => (other === effect ? [] : appointmentsOf(other)))
  return [...there, ...here].filter((one) => one.as === effect.as && one.siteId === effect.siteId && overlaps(one, effect))
}

/** One person cannot hold a role twice, and a site has one head and one coordinator at a time. */
function appointedTwice(effect: Appoint, registers: Registers, regulation: Regulation): Objection[] {
  const single = effect.as === 'head' || effect.as === 'coordinator'
  const taken = heldBeside(effect, registers).find(
    (one) => one.personId === effect.personId || (single && effect.siteId !== null),
  )
  if (!taken) return []
  const params = {
    role: label(regulation, effect.as) ?? '',
    name: personName(registers, taken.personId),
    period: shortPeriod(taken),
  }
  return [objection('order.roleTaken', params)]
}

const roleRules = {
  protocol: 'order.roleNeedsProtocol',
  agreement: 'order.roleNeedsAgreement',
  full: 'order.roleIsFull',
} as const

/** What the regulation asks of the role itself. */
function roleLacks(effect: Appoint, registers: Registers, regulation: Regulation): Objection[] {
  const held = heldBeside(effect, registers).length
  const lacking = whatRoleLacks(regulation, effect.as, { ground: effect.ground, held })
  return lacking === null ? [] : [objection(roleRules[lacking.rule], lacking.params, lacking.basis)]
}

type Taken = Period & { readonly siteId: SiteId | null; readonly personId: PersonId; readonly as: string }

function appointmentsOf(effect: Effect): Taken[] {
  if (effect.kind === 'appoint') return [effect]
  if (effect.kind !== 'grantStatus' || effect.headPersonId === null) return []
  return [{ siteId: effect.siteId, personId: effect.headPersonId, as: 'head', from: effect.from, to: effect.to }]
}

import { longDate, overlaps, shortPeriod } from '../../../../kernel/dates.ts'
import { themeKey } from '../../../../kernel/theme-key.ts'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import { type Objection, objection } from '../../../../kit/order/objections.ts'
import { candidateOn, organisationName, type Registers } from '../../../../kit/order/registers.ts'
import { actNames } from '../../../../regulation/acts.ts'
import { ruledFor } from '../../../../regulation/exceptions/questions.ts'
import { headChosenTogether, hostKinds, mayHost, mayShareSite } from '../../../../regulation/hosts/questions.ts'
import { isBody } from '../../../../regulation/parties/questions.ts'
import { mayHeadSite } from '../../../../regulation/people/questions.ts'
import type { Regulation } from '../../../../regulation/schema.ts'
import { checkTerm, grantingBasis, termBasis, whoGrants } from '../../../../regulation/status/questions.ts'
import { beyondPosts } from '../appoint/checks.ts'
import { termAfter } from '../periods.ts'
import { beyondLimits } from '../standing-checks.ts'

type Grant = EffectOf<'grantStatus'>

/** Everything that keeps a status from being given. */
export function checkGrant(effect: Grant, registers: Registers): readonly Objection[] {
  const unknown = effect.organisationIds.filter((id) => !registers.organisations.has(id))
  if (unknown.length > 0) return [objection('order.unknownOrganisation')]
  if (!effect.organisationIds.includes(effect.leadOrganisationId)) return [objection('order.leadIsNotAmongThem')]
  if (effect.to < effect.from) return [objection('order.periodReversed')]
  const general = registers.judgedBy?.regulation
  if (!general) return [objection('order.noRegulation')]
  const kinds = effect.organisationIds.flatMap((id) => registers.organisations.get(id)?.kind ?? [])
  const regulation = ruledFor(general, { theme: effect.theme, kinds, organisations: kinds.length })
  return [
    ...givenByWhom(regulation, registers),
    ...term(regulation, effect, registers),
    ...hosts(regulation, effect, registers),
    ...direction(regulation, effect),
    ...head(regulation, effect, registers),
    ...givenTwice(effect, registers),
    ...beyondLimits(regulation, { ...effect, id: effect.siteId }, registers),
  ]
}

function givenByWhom(regulation: Regulation, { issuer, actKind }: Registers): Objection[] {
  const { value, basis } = whoGrants(regulation)
  const isIt = isBody(issuer, value.by)
  if (!isIt) return [objection('order.statusGivenByAnother', { who: value.name }, basis)]
  return value.act === actNames[actKind] ? [] : [objection('order.statusGivenByAnotherAct', { act: value.act }, basis)]
}

function term(regulation: Regulation, { from, to }: Grant, { day }: Registers): Objection[] {
  if (from < day) return [objection('order.statusBeforeOrder', { day: longDate(day) })]
  const verdict = checkTerm(regulation, { from, to })
  return verdict.ok ? [] : [objection('order.termTooLong', { reason: verdict.reason }, verdict.basis)]
}

function hosts(regulation: Regulation, { organisationIds }: Grant, registers: Registers): Objection[] {
  const shared = mayShareSite(regulation, organisationIds.length)
  const kinds = organisationIds.flatMap((id) => {
    const verdict = mayHost(regulation, registers.organisations.get(id)!.kind)
    return verdict.ok
      ? []
      : [objection('order.hostKind', { name: organisationName(registers, id), reason: verdict.reason }, verdict.basis)]
  })
  return shared.ok ? kinds : [objection('order.sharedSite', { reason: shared.reason }, shared.basis), ...kinds]
}

function direction({ directions }: Regulation, effect: Grant): Objection[] {
  if (effect.direction === null || directions === null) return []
  if (directions.list.some((one) => one.code === effect.direction)) return []
  return [objection('order.unknownDirection', {}, { clause: directions.clause[0]!, text: '' })]
}

function head(regulation: Regulation, effect: Grant, registers: Registers): Objection[] {
  if (effect.headPersonId === null) return []
  const person = registers.people.get(effect.headPersonId)
  if (!person) return [objection('order.unknownPerson')]
  const together = headChosenTogether(regulation, effect.organisationIds.length)
  const protocol =
    together.value && effect.headGround === null
      ? [objection('order.headNeedsProtocol', { name: person.name }, together.basis)]
      : []
  const verdict = mayHeadSite(regulation, candidateOn(person, effect.from, effect), effect.from)
  const beyond = beyondPosts(person, effect, 'head')
  return verdict.ok
    ? [...protocol, ...beyond]
    : [...protocol, objection('order.mayNotHead', { name: person.name, missing: verdict.missing.join('; ') }, verdict.basis)]
}

function givenTwice(effect: Grant, registers: Registers): Objection[] {
  const clashes = [...registers.sites.values()].flatMap((site) => {
    if (site.lineId && site.lineId !== registers.judgedBy?.lineId) return []
    if (site.id === effect.siteId || themeKey(site.theme) !== themeKey(effect.theme)) return []
    const term = termAfter(site, registers)
    if (!term || !overlaps(term, effect)) return []
    return site.organisationIds
      .filter((id) => effect.organisationIds.includes(id))
      .map((id) => objection('order.statusGivenTwice', { name: organisationName(registers, id), period: shortPeriod(term) }))
  })
  return clashes.slice(0, 1)
}

/** The clauses a status rests on: who gives it, to whom, for how long. */
export const basisOfGrant = (regulation: Regulation) =>
  [grantingBasis(regulation), termBasis(regulation), hostKinds(regulation).basis].filter((basis) => basis !== null)

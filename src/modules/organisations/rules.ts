import { addMonths } from '../../kernel/dates.ts'
import { nameKey } from '../../kernel/names.ts'
import { ok, type Result, type RuleRefusal, refuseAll, refuseRule } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import type { OrganisationDetails, SupportNeedDetails } from './model.ts'

/** Nothing is recorded further ahead than this: such a date is a slip of the pen. */
const monthsAhead = 24

/** Whether what is written of an organisation can be true. */
export function checkOrganisation<Details extends Pick<OrganisationDetails, 'website' | 'phone'>>(
  details: Details,
): Result<Details> {
  const found: RuleRefusal[] = []
  if (details.website !== null && !isWebAddress(details.website))
    found.push({ code: 'rule', rule: 'organisation.badWebsite', field: 'website' })
  if (details.phone !== null && details.phone.replace(/\D/g, '').length < 5)
    found.push({ code: 'rule', rule: 'organisation.badPhone', field: 'phone' })
  return found.length > 0 ? refuseAll(found) : ok(details)
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.')
}

/** «shkola.example» as people write it becomes an address a browser opens. */
export const asWebAddress = (typed: string | null): string | null =>
  typed === null || /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`

/** Whether a trait may have these dates. */
export function checkSupportNeed(need: SupportNeedDetails, today: Day): Result<SupportNeedDetails> {
  if (need.startsOn > addMonths(today, monthsAhead)) return refuseRule('supportNeed.tooFarAhead', { field: 'startsOn' })
  if (need.endsOn !== null && need.endsOn < need.startsOn) return refuseRule('supportNeed.endsBeforeStart', { field: 'endsOn' })
  return ok(need)
}

/** The last day of a trait that is under way. */
export function endOfSupportNeed(need: { startsOn: Day; endsOn: Day | null }, endsOn: Day, today: Day): Result<Day> {
  if (endsOn < need.startsOn) return refuseRule('supportNeed.endsBeforeStart', { field: 'endsOn' })
  if (endsOn > addMonths(today, monthsAhead)) return refuseRule('supportNeed.tooFarAhead', { field: 'endsOn' })
  if (need.endsOn !== null && need.endsOn <= endsOn) return refuseRule('supportNeed.hasEnded', { field: 'endsOn' })
  return ok(endsOn)
}

type OrganisationNamed = { readonly names: readonly (string | null)[]; readonly settlement: string | null }

/** Whether two organisations may be one: a name of both is the same but for letter case, «ё», spaces and signs, and so is the place where both are known. */
export function mayBeOne(one: OrganisationNamed, other: OrganisationNamed): boolean {
  const [place, otherPlace] = [placeKey(one.settlement), placeKey(other.settlement)]
  if (place !== '' && otherPlace !== '' && place !== otherPlace) return false
  const keys = new Set(one.names.map((name) => nameKey(name ?? '')))
  return other.names.some((name) => name !== null && nameKey(name) !== '' && keys.has(nameKey(name)))
}

/** «с. Усть-Чебула», «село Усть-Чебула» and «Усть-Чебула» are one place. */
const placeKey = (settlement: string | null): string =>
  nameKey((settlement ?? '').replace(/^(?:с|д|г|п|пос|пгт|рп|ст|х|село|деревня|город|посёлок|поселок|станица|хутор)[.\s]+/iu, ''))

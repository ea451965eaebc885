import { type Answer, no, silent, type Verdict } from '../answer.ts'
import { type Basis, basisOf } from '../cite.ts'
import { isNamed, kindName, natureOf, type OrganisationKind } from '../dictionary.ts'
import type { Criterion } from '../hosts/schema.ts'
import { bodyName } from '../parties/questions.ts'
import { whyAbsent } from '../provisions/questions.ts'
import type { Regulation } from '../schema.ts'

/** Kinds of organisations that may become a site, and where the regulation says so. */
export const hostKinds = (regulation: Regulation): Answer<readonly OrganisationKind[]> => ({
  value: regulation.hostKinds.kinds,
  basis: basisOf(regulation, regulation.hostKinds.clause),
})

/** Whether an organisation of this kind may become a site. (C-13) */
export function mayHost(regulation: Regulation, kind: OrganisationKind): Verdict {
  const { kinds, clause } = regulation.hostKinds
  const basis = basisOf(regulation, clause)
  if (kinds.includes(kind)) return { ok: true, basis }
  const named = isNamed(regulation, 'organisation', kind) ? ` Здесь — ${kindName(regulation, 'organisation', kind)}.` : ''
  return no(`Площадкой может стать: ${kinds.map((one) => kindName(regulation, 'organisation', one)).join(', ')}.${named}`, basis)
}

/** Whether so many organisations may make one site together. */
export function mayShareSite(regulation: Regulation, organisations: number): Verdict {
  const { joint } = regulation
  if (organisations <= 1) return { ok: true, basis: null }
  if (joint !== null) return { ok: true, basis: basisOf(regulation, joint.clause) }
  const { reason, basis } = whyAbsent(regulation, 'joint')
  return no(`Одна площадка на несколько организаций: ${reason}`, basis)
}

/** Where the regulation says whose a site may be: of several organisations together, or of one. */
export const jointBasis = (regulation: Regulation): Basis =>
  basisOf(regulation, (regulation.joint ?? regulation.hostKinds).clause)

/** Whether the head of a site of several organisations has to be chosen by them together, with a protocol. */
export function headChosenTogether(regulation: Regulation, organisations: number): Answer<boolean> {
  const { joint, roles } = regulation
  if (joint === null || organisations <= 1) return silent(false)
  // The clause that says how the head is appointed, where it is not the one that lets organisations share a site.
  const head = roles.find(({ code }) => code === 'head')
  const clause = head?.clause.filter((one) => joint.clause.includes(one)) ?? []
  return { value: joint.headChosenCollegially, basis: basisOf(regulation, clause.length > 0 ? clause : joint.clause) }
}

/** What still keeps an organisation from applying: base criteria unmet, and how many further ones are missing. */
export function missingEligibility(
  regulation: Regulation,
  met: ReadonlySet<string>,
): Answer<{ base: readonly string[]; further: number }> {
  const { eligibility } = regulation
  if (eligibility === null) return silent({ base: [], further: 0 })
  const base = eligibility.all.filter(({ code, group }) => group === null && !met.has(code)).map(({ text }) => text)
  const { atLeast } = eligibility
  const further =
    atLeast === null ? 0 : Math.max(0, atLeast.count - atLeast.of.filter((criterion) => met.has(criterion.code)).length)
  return { value: { base, further }, basis: basisOf(regulation, eligibility.clause) }
}

/** Who may begin an application. A regulation that names nobody leaves it to the organisation. */
export function initiators(regulation: Regulation): Answer<readonly string[]> {
  const { initiators: named } = regulation
  return named === null ? silent(['organisation']) : { value: named.who, basis: basisOf(regulation, named.clause) }
}

const usualWords: Readonly<Record<string, string>> = {
  authority: 'орган управления образованием',
  operator: 'методический центр',
}

/** Those who may become a site, by what they are: an organisation, or people as the paper calls them. */
function applicants(regulation: Regulation): string {
  const said = regulation.hostKinds.kinds.map((kind) =>
    natureOf(regulation, kind) === 'organisation' ? 'организация' : kindName(regulation, 'organisation', kind),
  )
  return [...new Set(said)].join(', ')
}

/** What a party is called as the one who begins an application. */
export const initiatorWord = (regulation: Regulation, who: string): string =>
  who === 'organisation' ? applicants(regulation) : (usualWords[who] ?? bodyName(regulation, who))

/** Who of them applies, with the kinds that may host: «организация: школа, детский сад». */
export const applicantWords = (regulation: Regulation, who: readonly string[]): string =>
  who
    .map((one) => {
      const kinds = regulation.hostKinds.kinds.map((kind) => kindName(regulation, 'organisation', kind)).join(', ')
      return one === 'organisation' ? `организация: ${kinds}` : initiatorWord(regulation, one)
    })
    .join('; ')

/** Whether this party may begin an application. A regulation that names nobody leaves it to the organisation. (C-32) */
export function mayInitiate(regulation: Regulation, who: string): Verdict {
  const { value: allowed, basis } = initiators(regulation)
  if (allowed.includes(who)) return { ok: true, basis }
  return { ok: false, reason: `Заявку подаёт: ${allowed.map((one) => initiatorWord(regulation, one)).join(', ')}`, basis }
}

/** Everything the regulation asks an applicant to prove: the base, and how many of the further criteria. (C-31, T-2) */
export function eligibilityCriteria(regulation: Regulation): Answer<{
  base: readonly Criterion[]
  further: readonly Criterion[]
  furtherNeeded: number
  /** Those that count in a group. */
  grouped: readonly Criterion[]
}> {
  const { eligibility } = regulation
  if (eligibility === null) return { value: { base: [], further: [], furtherNeeded: 0, grouped: [] }, basis: null }
  return {
    value: {
      base: eligibility.all.filter(({ group }) => group === null),
      grouped: eligibility.all.filter(({ group }) => group !== null),
      further: eligibility.atLeast?.of ?? [],
      furtherNeeded: eligibility.atLeast?.count ?? 0,
    },
    basis: basisOf(regulation, eligibility.clause),
  }
}

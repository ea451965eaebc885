import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { Basis } from '../../../regulation/cite.ts'
import { conditionsInWords, type KnownCase, unmetConditions } from '../../../regulation/hosts/conditions.ts'
import { eligibilityCriteria, missingEligibility } from '../../../regulation/hosts/questions.ts'
import type { Criterion } from '../../../regulation/hosts/schema.ts'
import type { Regulation } from '../../../regulation/schema.ts'

/** So many pieces are enough for one criterion; more of them nobody reads. */
export const mostOfOneCriterion = 20

/** A sentence that says what is missing, and where the regulation asks for it. */
export type Gap = { readonly text: string; readonly basis: Basis; readonly known?: string }

/** What an application still lacks: each base criterion, how many of the further ones, and the conditions that are not met. (C-31, T-2) */
export function eligibilityGaps(regulation: Regulation, known: KnownCase): Gap[] {
  const unmet = unmetConditions(regulation, known).map((one) => ({ ...one, text: `условие не выполнено: ${one.text}` }))
  return [...proofGaps(regulation, known.proved), ...unmet]
}

function proofGaps(regulation: Regulation, met: ReadonlySet<string>): Gap[] {
  const { value, basis } = missingEligibility(regulation, met)
  if (basis === null) return []
  const { length } = eligibilityCriteria(regulation).value.further
  const base = value.base.map((text) => ({ text: `нужно доказать: ${text}`, basis }))
  return value.further === 0 ? base : [...base, { text: stillNeeded(value.further, length), basis }]
}

const nominative = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть']
const genitive = ['', 'одного', 'двух', 'трёх', 'четырёх', 'пяти', 'шести']

/** «нужен ещё один из четырёх показателей» */
export function stillNeeded(count: number, of: number): string {
  const many = genitive[of] ?? String(of)
  const rest = of === 1 ? 'показателя' : 'показателей'
  return `${count === 1 ? 'нужен' : 'нужны'} ещё ${nominative[count] ?? count} из ${many} ${rest}`
}

/** «не меньше одного из четырёх» — the caption over the further criteria. */
export const atLeastOf = (count: number, of: number): string => `не меньше ${genitive[count] ?? count} из ${genitive[of] ?? of}`

/** All criteria of the regulation. */
export function criteriaOf(regulation: Regulation): readonly Criterion[] {
  const { base, further, grouped } = eligibilityCriteria(regulation).value
  return [...base, ...further, ...grouped]
}

/** What the regulation asks an applicant for: to prove something, to meet conditions alone, or nothing. */
export const asksFor = (regulation: Regulation): 'proof' | 'conditions' | 'nothing' =>
  criteriaOf(regulation).length > 0 ? 'proof' : conditionsInWords(regulation).length > 0 ? 'conditions' : 'nothing'

/** The criterion of the regulation by its code; a code the regulation does not have is refused. */
export function criterionOf(regulation: Regulation, code: string): Result<Criterion> {
  const found = criteriaOf(regulation).find((criterion) => criterion.code === code)
  return found === undefined ? refuseRule('evidence.unknownCriterion') : ok(found)
}

/** An address that may be shown as a link: of the web and nothing else, so that no script hides in it. */
export function checkLink(text: string): Result<string> {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  const parsed = URL.parse(address)
  const usable = parsed !== null && ['http:', 'https:'].includes(parsed.protocol) && parsed.hostname.includes('.')
  return usable && parsed.username === '' && parsed.password === '' && !/\s/.test(address)
    ? ok(address)
    : refuseRule('evidence.badLink', { field: 'link' })
}

import { readReference, usualGenitive } from '../kernel/clause-reference.ts'
import type { Noun } from '../kernel/noun.ts'
import type { Refusal, RuleRefusal, RuleTexts } from '../kernel/result.ts'
import { act, type OfAct } from '../regulation/acts.ts'
import { pointNumber, pointOf } from '../regulation/clauses.ts'
import { paths } from './paths.ts'

/** The only place where a refusal becomes HTTP. A new code does not compile until it is placed here. */
const statuses = {
  notFound: 404,
  forbidden: 403,
  illegalMove: 409,
  changedMeanwhile: 409,
  repeated: 409,
  busy: 409,
  rule: 422,
} as const satisfies Record<Refusal['code'], number>
export const statusOf = (refusal: Refusal): number => statuses[refusal.code]

export type { RuleTexts }

/** The sentence of a rule, in the words of the acts of whom it is told to. A rule without a text is a bug and throws (a test names them all). */
export function ruleText(texts: RuleTexts, { rule, params, clause }: RuleRefusal, of: OfAct = null): string {
  const text = texts[rule]
  if (text === undefined) throw new Error(`no text for the rule ${rule}`)
  // «31 августа 2026 г.» at the end of a sentence has its full stop already.
  const sentence = (typeof text === 'function' ? text(params ?? {}, act(of)) : text).replaceAll('..', '.')
  return clause ? `${sentence} (${citation(clause, act(of))})` : sentence
}

/** «п. 3.3 Положения»; a rule that only the enacting order gives is one of its points, one of an appendix «прил. 2, п. 1». */
function citation(clause: string, words: Noun): string {
  const ofAct = pointNumber(clause)
  if (ofAct !== null) return pointOf(ofAct, words.genitive)
  const { number, paper } = readReference(clause)
  const [, appendix, point] = /^прил\. (\d+)(?:, п\. (.+))?$/.exec(number) ?? []
  const to = paper === usualGenitive ? 'к Положению' : paper
  if (appendix) return point ? `п. ${point} приложения ${appendix} ${to}` : `приложение ${appendix} ${to}`
  return `п. ${number} ${paper}`
}

/** Where a clause explains itself. */
export function whyHref(territory: string, clause: string): string {
  const { number, line } = readReference(clause)
  return paths.regulationWhy({ territory, clause: number }, line === null ? {} : { line })
}

import type { Noun } from './noun.ts'

/** A "no" the domain expects to say. Everything else is a bug or an outage and throws. */
export type Refusal =
  | { readonly code: 'notFound' }
  | { readonly code: 'forbidden'; readonly permission?: string }
  | { readonly code: 'illegalMove'; readonly from: string; readonly action: string }
  | { readonly code: 'changedMeanwhile' }
  | { readonly code: 'repeated' }
  /** Others hold what it needs: nothing is written, nothing has changed. `rule` says who, where more is known. */
  | { readonly code: 'busy'; readonly rule?: RuleRefusal['rule'] }
  | RuleRefusal

/** A rule of the regulation or of the product that was not met. `field` is the form field to mend, `clause` the clause that asks for it. */
export type RuleRefusal = {
  readonly code: 'rule'
  readonly rule: `${string}.${string}`
  readonly field?: string
  readonly clause?: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly also?: readonly RuleRefusal[]
}

/** How a rule is said to a person: what to do, then why; `act` are the words of the territory's acts. The clause is added by the page. */
export type RuleTexts = Readonly<
  Record<RuleRefusal['rule'], string | ((params: Readonly<Record<string, string | number>>, act: Noun) => string)>
>

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const refuse = (refusal: Refusal): Result<never> => ({ ok: false, refusal })

/** A rule that says no; several of them are refused together by `refuseAll`. */
export const no = (rule: RuleRefusal['rule'], more: Omit<RuleRefusal, 'code' | 'rule'> = {}): RuleRefusal => ({
  code: 'rule',
  rule,
  ...more,
})

/** Shorthand for the commonest refusal. */
export function refuseRule(rule: RuleRefusal['rule'], more: Omit<RuleRefusal, 'code' | 'rule'> = {}): Result<never> {
  return refuse(no(rule, more))
}

/** One refusal out of many: the first carries the rest, so that a form can show all of them at once. */
export function refuseAll(found: readonly RuleRefusal[]): Result<never> {
  const [first, ...also] = found
  if (!first) throw new Error('refuseAll needs at least one refusal')
  return refuse(also.length ? { ...first, also } : first)
}

/** Every rule named by a refusal, the first one included. */
export function allRules(refusal: Refusal): readonly RuleRefusal[] {
  return refusal.code === 'rule' ? [refusal, ...(refusal.also ?? [])] : []
}

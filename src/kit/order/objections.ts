import type { Noun } from '../../kernel/noun.ts'
import type { RuleRefusal } from '../../kernel/result.ts'
import type { Basis } from '../../regulation/cite.ts'

/** Why an effect cannot be: a rule, the clause that asks for it, what fills the sentence. */
export type Objection = Pick<RuleRefusal, 'rule' | 'clause' | 'params'>

/** One line of the preview: what changes, what it was, what it will be, and by which clauses. */
export type Line = {
  readonly what: string
  readonly before: string | null
  readonly after: string
  readonly basis: readonly Basis[]
  /** Something the signatory should know before signing. */
  readonly warning?: string
}

/** An objection founded on a clause. A clause of the enacting order is named in words, since it is no «п. … Положения». */
export function objection(rule: RuleRefusal['rule'], params: Objection['params'] = {}, basis: Basis | null = null): Objection {
  if (basis === null) return { rule, params }
  return /^\d/.test(basis.clause)
    ? { rule, params, clause: basis.clause }
    : { rule, params: { ...params, basis: ` (${basis.text})` } }
}

export const known = (...bases: (Basis | null | undefined)[]): Basis[] => bases.filter((basis) => basis != null)

type Params = Readonly<Record<string, string | number>>

/** A sentence about a point, with what it rests on: «П. 3: …». */
export const ofPoint = (sentence: (params: Params, act: Noun) => string) => (params: Params, act: Noun) =>
  `${params.point === undefined ? '' : `П. ${params.point}: `}${sentence(params, act)}${params.basis ?? ''}`

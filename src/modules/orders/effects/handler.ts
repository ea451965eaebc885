import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { RuleRefusal } from '../../../kernel/result.ts'
import type { Day, OrderId } from '../../../kernel/types.ts'
import type { Basis } from '../../../regulation/cite.ts'
import type { Effect } from '../effects.ts'
import type { PlacedEffect } from '../model.ts'
import type { Registers } from './registers.ts'

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

/** The order whose effects are applied. */
export type AppliedOrder = { readonly id: OrderId; readonly effectiveOn: Day; readonly registers: Registers }

/** What applying has changed: facts for history, and sites whose public line has to be refreshed. */
export type Applied = { readonly facts: readonly Fact[]; readonly siteIds: readonly string[] }

/** How one kind of effect is checked (pure), described (pure) and applied (all of an order at once, in the signing transaction). */
export type Handler<E extends Effect> = {
  readonly check: (effect: E, registers: Registers) => readonly Objection[]
  readonly describe: (effect: E, registers: Registers) => readonly Line[]
  readonly apply: (tx: Tx, ctx: Ctx, placed: readonly PlacedEffect<E>[], order: AppliedOrder) => Promise<Applied>
}

/** An objection founded on a clause. A clause of the enacting order is named in words, since it is no «п. … Положения». */
export function objection(rule: RuleRefusal['rule'], params: Objection['params'] = {}, basis: Basis | null = null): Objection {
  if (basis === null) return { rule, params }
  return /^\d/.test(basis.clause)
    ? { rule, params, clause: basis.clause }
    : { rule, params: { ...params, basis: ` (${basis.text})` } }
}

export const nothing: readonly Objection[] = []
export const known = (...bases: (Basis | null | undefined)[]): Basis[] => bases.filter((basis) => basis != null)

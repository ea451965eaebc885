import { type Kept, toldOf } from '../../history/facts.ts'
import { paths } from '../../web/paths.ts'

/** Where a fact leads: to what it is about. Null: there is no such page, or no longer. */
export const factHref = (territory: string, fact: Kept & { readonly isThere: boolean }): string | null =>
  fact.isThere ? (toldOf(fact.kind).href?.({ territory }, fact) ?? null) : null

/** The order behind a fact, when there is one. */
export const orderHref = (territory: string, { kind, facts }: Pick<Kept, 'kind' | 'facts'>): string | null =>
  typeof facts.orderId === 'string' && !kind.startsWith('order.') ? paths.order({ territory, order: facts.orderId }) : null

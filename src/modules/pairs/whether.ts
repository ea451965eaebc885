import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Basis } from '../../regulation/cite.ts'
import { mentoringRule } from '../../regulation/people/questions.ts'
import { provisionOf } from '../../regulation/provisions/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { pairRoles } from '../../regulation/work/questions.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { type Chosen, chosenIn, settings } from '../settings/model.ts'
import { chosenOf } from '../settings/queries.ts'

/** Whether pairs work under a paper; with its clause where it speaks of mentoring, without one where the centre has chosen so. */
export type PairsHere = {
  readonly on: boolean
  readonly basis: Basis | null
  /** Roles whose holders are mentors. */
  readonly kinds: readonly string[]
  /** With whom the paper means them to work. */
  readonly forWhom: string | null
}

/** The paper first; where it is silent, the choice of the centre; what it forbids nobody chooses. */
export function pairsUnder(regulation: Regulation, chosen: Chosen): PairsHere {
  const { value, basis } = mentoringRule(regulation)
  const kinds = pairRoles(regulation)
  if (value !== null) return { on: true, basis, kinds, forWhom: value.forWhom }
  const isSilent = provisionOf(regulation, 'mentoring').state === 'silent'
  return { on: isSilent && chosenIn(chosen, settings.pairs), basis: null, kinds, forWhom: null }
}

/** Whether pairs work under any of the papers of a territory. */
export const anyPairs = (regulations: readonly { readonly regulation: Regulation }[], chosen: Chosen): boolean =>
  regulations.some(({ regulation }) => pairsUnder(regulation, chosen).on)

export async function pairsInTerritory(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>): Promise<boolean> {
  const [regulations, { chosen }] = await Promise.all([regulationsInForce(tx, ctx), chosenOf(tx, ctx)])
  return anyPairs(regulations, chosen)
}

/** On a site, by the paper it lives by. */
export const pairsAt = async (tx: Tx, ctx: Pick<Ctx, 'territory'>, regulation: Regulation): Promise<PairsHere> =>
  pairsUnder(regulation, (await chosenOf(tx, ctx)).chosen)

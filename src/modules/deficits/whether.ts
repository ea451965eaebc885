import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Basis } from '../../regulation/cite.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import { asksDeficits } from '../../regulation/work/questions.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { type Chosen, chosenIn, settings } from '../settings/model.ts'
import { chosenOf } from '../settings/queries.ts'

/** Whether deficits are written down here; with the clause where a paper speaks of them, without one where the centre has chosen so. */
export type Here = { readonly on: boolean; readonly basis: Basis | null }

/** The paper first; where all are silent, the choice of the centre. */
export function whether(regulations: readonly Pick<StoredRegulation, 'regulation'>[], chosen: Chosen): Here {
  const asked = regulations.map(({ regulation }) => asksDeficits(regulation)).filter(({ value }) => value)
  if (asked.length === 0) return { on: chosenIn(chosen, settings.deficits), basis: null }
  return { on: true, basis: asked.find(({ basis }) => basis !== null)?.basis ?? null }
}

export async function deficitsHere(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>): Promise<Here> {
  const [regulations, { chosen }] = await Promise.all([regulationsInForce(tx, ctx), chosenOf(tx, ctx)])
  return whether(regulations, chosen)
}

import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import { asksRoutes } from '../../regulation/work/questions.ts'
import { whether as deficitsWhether, type Here } from '../deficits/queries.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { type Chosen, chosenIn, settings } from '../settings/model.ts'
import { chosenOf } from '../settings/queries.ts'

/** Whether routes are made here: where a paper asks for them, with its clause; else where the centre has chosen so and deficits are written down, without one. */
export function whether(regulations: readonly Pick<StoredRegulation, 'regulation'>[], chosen: Chosen): Here {
  const asked = regulations.map(({ regulation }) => asksRoutes(regulation)).filter(({ value }) => value)
  if (asked.length > 0) return { on: true, basis: asked.find(({ basis }) => basis !== null)?.basis ?? null }
  return { on: chosenIn(chosen, settings.routes) && deficitsWhether(regulations, chosen).on, basis: null }
}

export async function routesHere(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>): Promise<Here> {
  const [regulations, { chosen }] = await Promise.all([regulationsInForce(tx, ctx), chosenOf(tx, ctx)])
  return whether(regulations, chosen)
}

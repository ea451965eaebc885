import type { Ctx } from '../../authz/ctx.ts'
import { once } from '../../db/once.ts'
import type { Tx } from '../../db/pool.ts'
import type { RegulationLineId } from '../../kernel/types.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import { isOfSeveral } from './line-queries.ts'
import { regulationsInForce, regulationVersions } from './queries.ts'

type Where = Pick<Ctx, 'territory' | 'today'>
type Placed = readonly { readonly id: string; readonly lineId: RegulationLineId }[]

/** What is in force for each of some things of a territory, by their lines. A territory of one line asks the database nothing. */
export const livesBy =
  <Id extends string>(things: string, linesOf: (tx: Tx, ctx: Where) => Promise<Placed>) =>
  async (tx: Tx, ctx: Where): Promise<(id: Id) => StoredRegulation | null> => {
    const [all, versions] = await Promise.all([regulationsInForce(tx, ctx), regulationVersions(tx, ctx.territory.id)])
    if (!isOfSeveral(versions)) return () => all[0] ?? null
    const rows = await once(tx, `lines of ${things}`, () => linesOf(tx, ctx))
    const lines = new Map(rows.map(({ id, lineId }) => [id, lineId]))
    return (id) => all.find(({ line }) => line.id === lines.get(id)) ?? null
  }

import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { programmeOfApplication } from '../programmes/queries.ts'
import { completeness } from '../programmes/rules.ts'
import { directionsOf } from './call-queries.ts'
import type { Unsent } from './rules.ts'
import type { OpenApplication } from './view-queries.ts'

/** What decides whether an open application may be sent: itself, its directions and its programme. */
export async function unsentOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, open: OpenApplication): Promise<Unsent> {
  const programme = await programmeOfApplication(tx, ctx, open.app.id)
  return {
    ...open,
    directions: (await directionsOf(tx, ctx, open.app, open.regulation)).map(({ value }) => value),
    programme: programme && completeness(programme.content, open.regulation),
  }
}

import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'
import type { CallId, Day } from '../../kernel/types.ts'

/** An order has moved the day until which programmes of a call are read. */
export const reviewProlonged = port<(tx: Tx, ctx: Ctx, id: CallId, dueOn: Day) => Promise<void>>('reviewProlonged')

import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'
import type { RegulationId } from '../../kernel/types.ts'

/** Whether an order that approves this edition waits for its signature: until then its text stays what the signatory reads. */
export const approvalAwaited = port<(tx: Tx, ctx: Ctx, id: RegulationId) => Promise<boolean>>(
  'approvals that wait for a signature',
)

/** The codes of the bodies of the regulation that have an office here. */
export const bodiesWithOffice =
  port<(tx: Tx, ctx: Pick<Ctx, 'territory'>) => Promise<ReadonlySet<string>>>('bodies with an office')

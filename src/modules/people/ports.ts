import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'
import type { PersonId } from '../../kernel/types.ts'

/** What is written of a person has been corrected: whoever keeps the name elsewhere writes it anew, in the same transaction. */
export const personChanged = port<(tx: Tx, ctx: Ctx, id: PersonId) => Promise<void>>('personChanged')

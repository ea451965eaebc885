import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'
import type { OrganisationId } from '../../kernel/types.ts'

/** What is written of an organisation has been corrected: whoever keeps the name elsewhere writes it anew, in the same transaction. */
export const organisationChanged = port<(tx: Tx, ctx: Ctx, id: OrganisationId) => Promise<void>>('organisationChanged')

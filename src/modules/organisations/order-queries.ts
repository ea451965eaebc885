import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrganisationId } from '../../kernel/types.ts'

/** The authority or the operator of the territory, as the first that is written down. */
export async function bodyOf(tx: Tx, ctx: Ctx, body: 'authority' | 'operator'): Promise<OrganisationId | null> {
  const [first] = await bodiesOf(tx, ctx, body)
  return first ?? null
}

/** All of them: a territory may have written down several. */
export async function bodiesOf(tx: Tx, ctx: Ctx, body: 'authority' | 'operator'): Promise<OrganisationId[]> {
  const rows = await tx
    .selectFrom('organisations')
    .select('id')
    .where((is) => is.and({ territoryId: ctx.territory.id, [body === 'authority' ? 'isAuthority' : 'isOperator']: true }))
    .execute()
  return rows.map(({ id }) => id)
}

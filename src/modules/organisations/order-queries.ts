import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrganisationId } from '../../kernel/types.ts'

/** What papers call these organisations. */
export async function organisationsOnPaper(
  tx: Tx,
  ctx: Ctx,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('organisations')
    .select((of) => ['id', of.fn.coalesce('documentName', 'fullName').as('name')])
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', sql<OrganisationId>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

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

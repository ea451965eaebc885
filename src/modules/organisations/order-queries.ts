import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrganisationId } from '../../kernel/types.ts'

/** The organisation that is a body of the regulation, as the first that is written down. */
export async function bodyOf(tx: Tx, ctx: Ctx, body: string): Promise<OrganisationId | null> {
  const [first] = await bodiesOf(tx, ctx, body)
  return first ?? null
}

/** All of them: a territory may have written down several. */
export async function bodiesOf(tx: Tx, ctx: Ctx, body: string): Promise<OrganisationId[]> {
  const rows = await tx
    .selectFrom('organisations')
    .select('id')
    .where('territoryId', '=', ctx.territory.id)
    .where((is) =>
      body === 'authority'
        ? is('isAuthority', '=', true)
        : body === 'operator'
          ? is('isOperator', '=', true)
          : is('body', '=', body),
    )
    .execute()
  return rows.map(({ id }) => id)
}

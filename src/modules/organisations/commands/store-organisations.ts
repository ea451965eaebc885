import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { newId } from '../../../kernel/ids.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import type { OrganisationDetails } from '../model.ts'

export type NewOrganisation = OrganisationDetails & {
  readonly id?: OrganisationId
  readonly isAuthority?: boolean
  readonly isOperator?: boolean
}

const rowsAtOnce = 1000

/** Stores new organisations, any number at once, inside the caller's transaction. Gives the facts for history, in the same order. */
export async function storeOrganisations(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'now'>,
  list: readonly NewOrganisation[],
): Promise<Fact[]> {
  const rows = list.map(({ id, isAuthority, isOperator, ...details }) => ({
    ...details,
    territoryId: ctx.territory.id,
    id: id ?? newId<OrganisationId>(),
    isAuthority: isAuthority ?? false,
    isOperator: isOperator ?? false,
    createdAt: ctx.now,
  }))
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insertInto('organisations')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
  return rows.map((row) => ({
    kind: 'organisation.registered',
    subjectId: row.id,
    facts: { name: row.fullName, kind: row.kind },
  }))
}

import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { type NameParts, withInitials } from '../../kernel/names.ts'
import type { PersonId } from '../../kernel/types.ts'

type Where = Pick<Ctx, 'territory'>

/** The parts of the names of these people. */
export async function namesOf(tx: Tx, ctx: Where, ids: readonly PersonId[]): Promise<ReadonlyMap<string, NameParts>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people')
    .select(['id', 'familyName', 'givenName', 'patronymic'])
    .where('territoryId', '=', ctx.territory.id)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}

/** «Снигур Н. А.» of each of these people; empty for anybody else. */
export async function initialsOf(tx: Tx, ctx: Where, ids: readonly (PersonId | null)[]): Promise<(id: string | null) => string> {
  const names = await namesOf(
    tx,
    ctx,
    ids.filter((id) => id !== null),
  )
  return (id) => {
    const name = names.get(id ?? '')
    return name ? withInitials(name) : ''
  }
}

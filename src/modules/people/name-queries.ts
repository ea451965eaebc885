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
export async function initialsOf(tx: Tx, ctx: Where, ids: readonly PersonId[]): Promise<(id: string) => string> {
  const names = await namesOf(tx, ctx, ids)
  return (id) => {
    const name = names.get(id)
    return name ? withInitials(name) : ''
  }
}

/** Who changed a thing last, «Снигур Н. А.», as its history tells; for telling a conflict. */
export async function lastChangeBy(tx: Tx, ctx: Where, subjectId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('history as h')
    .innerJoin('people as p', (join) => join.onRef('p.territoryId', '=', 'h.territoryId').onRef('p.id', '=', 'h.personId'))
    .select(['p.familyName', 'p.givenName', 'p.patronymic'])
    .where('h.territoryId', '=', ctx.territory.id)
    .where('h.subjectId', '=', subjectId)
    .orderBy('h.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? withInitials(row) : null
}

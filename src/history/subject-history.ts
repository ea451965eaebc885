import { sql } from 'kysely'
import type { Ctx } from '../authz/ctx.ts'
import type { Tx } from '../db/pool.ts'
import type { NameParts } from '../kernel/names.ts'
import type { Instant } from '../kernel/types.ts'
import type { FactKind, Said } from './facts.ts'

/** A fact of history as a page tells it: when, what, by whom. */
export type ToldFact = {
  readonly id: string
  readonly kind: FactKind
  readonly at: Instant
  readonly facts: Said
  readonly actor: NameParts | null
}

/** So many facts are shown; one more is given when there are more. */
export const mostTold = 50

/** The newest facts of one subject. Kinds that the reader may not see are left out by the query, not by the page. */
export async function subjectHistory(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  subjectId: string,
  kinds: readonly FactKind[],
): Promise<ToldFact[]> {
  const { rows } = await sql<ToldFact>`
    select h.id, h.kind, h.at, h.facts,
      case when p.id is null then null else json_build_object('familyName', p.family_name, 'givenName', p.given_name, 'patronymic', p.patronymic) end as actor
    from history h left join lateral people_on(h.at::date) p on p.territory_id = h.territory_id and p.id = h.person_id
    where h.territory_id = ${ctx.territory.id} and h.subject_id = ${subjectId} and h.kind = any(${[...kinds]}::text[])
    order by h.seq desc limit ${mostTold + 1}`.execute(tx)
  return rows
}

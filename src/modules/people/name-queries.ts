import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { idsFound, type Question } from '../../db/words.ts'
import { type NameParts, withInitials } from '../../kernel/names.ts'
import type { FormerName } from '../../kernel/names-in-time.ts'
import type { Day, PersonId, TerritoryId } from '../../kernel/types.ts'
import { bodyOf } from '../organisations/name-queries.ts'

type Where = Pick<Ctx, 'territory'>

/** The parts of the names of these people: as they are, or as they were on a day. */
export async function namesOf(
  tx: Tx,
  ctx: Where,
  ids: readonly PersonId[],
  on: Day | null = null,
): Promise<ReadonlyMap<string, NameParts>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<NameParts & { id: PersonId }>`
    select p.id, p.family_name, p.given_name, p.patronymic from ${on === null ? sql`people` : sql`people_on(${on})`} p
    where p.territory_id = ${ctx.territory.id} and p.id = any(${[...new Set(ids)]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}

/** «Снигур Н. А.» of each of these people; empty for anybody else. */
export async function initialsOf(
  tx: Tx,
  ctx: Where,
  ids: readonly (PersonId | null)[],
  on: Day | null = null,
): Promise<(id: string | null) => string> {
  const known = ids.filter((id) => id !== null)
  const names = await namesOf(tx, ctx, known, on)
  return (id) => {
    const name = names.get(id ?? '')
    return name ? withInitials(name) : ''
  }
}

/** What person `p` was called before, as JSON of `FormerName`. */
export const formerNamesOfPerson = (p: RawBuilder<unknown>) => sql<FormerName<NameParts>[]>`coalesce((
  select json_agg(json_build_object('until', f.ends_on, 'name', json_build_object('familyName', f.family_name, 'givenName', f.given_name,
    'patronymic', f.patronymic)) order by f.ends_on)
  from former_names_of_people f where f.territory_id = ${p}.territory_id and f.person_id = ${p}.id), '[]')`

/** A post as a paper names it; `body`: of which body of the regulation its organisation is. */
export type PostShown = {
  readonly title: string
  readonly subject: string | null
  readonly kind: string
  readonly body: string | null
  readonly organisation: string
}

/** The posts of a person on a day, as JSON of `PostShown`: that of a head first, then the oldest. */
export const postsOn = (at: { territory: RawBuilder<unknown>; person: RawBuilder<unknown>; day: RawBuilder<unknown> }) =>
  sql<PostShown[]>`coalesce((
  select json_agg(json_build_object('title', t.title, 'subject', t.subject, 'kind', t.kind, 'organisation', named.short_name,
    'body', ${bodyOf(sql`t`)})
    order by t.kind <> 'head', t.starts_on)
  from posts t join organisations_on(${at.day}) named on named.territory_id = t.territory_id and named.id = t.organisation_id
  where t.territory_id = ${at.territory} and t.person_id = ${at.person} and ${at.day} between t.starts_on and coalesce(t.ends_on, ${at.day})), '[]')`

/** Every word of a search begins a word of what person `p` is called now, or was called before; else what is most alike. */
export const personNamed = (question: Question, most: number | null = null): RawBuilder<boolean> =>
  sql<boolean>`p.id = any(${idsFound('person', question, most)})`

/** «Снигур Н. А.» of the person that this column names, for a query of another module. */
export const nameOfPerson = ({ territory }: { readonly territory: { readonly id: TerritoryId } }, person: RawBuilder<unknown>) =>
  sql<string>`(select concat_ws(' ', who.family_name, nullif(left(who.given_name, 1), '') || '.', nullif(left(who.patronymic, 1), '') || '.')
    from people who where who.territory_id = ${territory.id} and who.id = ${person})`

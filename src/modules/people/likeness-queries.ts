import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { keyOf } from '../../db/words.ts'
import { fullName, type NameParts, nameKey } from '../../kernel/names.ts'
import type { PersonId } from '../../kernel/types.ts'
import { mayBeOne } from './rules.ts'

/** Somebody of the register, with the post that tells namesakes apart. */
export type PersonAlike = { readonly id: PersonId; readonly label: string }

/** People of the register who may be the one who is called so, by what they are called now or were before. */
export async function peopleAlike(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, typed: NameParts): Promise<PersonAlike[]> {
  const { rows } = await sql<NameParts & { id: PersonId; named: NameParts; post: string | null }>`
    with names as (
      select id, family_name, given_name, patronymic from people where territory_id = ${ctx.territory.id}
      union all select person_id, family_name, given_name, patronymic from former_names_of_people where territory_id = ${ctx.territory.id})
    select p.id, p.family_name, p.given_name, p.patronymic,
      json_build_object('familyName', n.family_name, 'givenName', n.given_name, 'patronymic', n.patronymic) as named,
      (select t.title || ', ' || g.short_name from posts t join organisations g on g.territory_id = t.territory_id and g.id = t.organisation_id
        where t.territory_id = p.territory_id and t.person_id = p.id order by t.ends_on desc nulls first, t.starts_on desc limit 1) as post
    from names n join people p on p.territory_id = ${ctx.territory.id} and p.id = n.id
    where ${keyOf(sql`n.family_name`)} = ${nameKey(typed.familyName)}
      or (${keyOf(sql`n.given_name`)} = ${nameKey(typed.givenName)} and ${keyOf(sql`n.patronymic`)} = ${nameKey(typed.patronymic ?? '')})
    order by p.family_name collate "ru-kn", p.given_name, p.patronymic, p.id`.execute(tx)
  const alike = rows.filter(({ named }) => mayBeOne(named, typed))
  return [...new Map(alike.map((row) => [row.id, row])).values()].map(({ id, post, ...name }) => ({
    id,
    label: [fullName(name), post].filter((part) => part !== null).join(', '),
  }))
}

/** Those who are alike, in the sentence of the question. */
export const likeWords = (alike: readonly { readonly label: string }[]): string => alike.map(({ label }) => label).join('; ')

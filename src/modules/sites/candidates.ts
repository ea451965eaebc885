import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { wordsOf } from '../../db/words.ts'
import type { NameParts } from '../../kernel/names.ts'
import type { PersonId, SiteId } from '../../kernel/types.ts'
import { personNamed } from '../people/name-queries.ts'

/** People who may be chosen for a role: those of the site's organisations, methodists, and whoever's name begins as asked. */
export type Candidate = NameParts & { readonly id: PersonId; readonly post: string | null }

export async function candidatesFor(
  tx: Tx,
  ctx: Ctx,
  siteId: SiteId,
  asked: { name: string | null; id: string | null },
): Promise<Candidate[]> {
  const day = ctx.today
  const words = wordsOf(asked.name ?? '')
  const { rows } = await sql<Candidate>`
    with posts_now as (select person_id, organisation_id, kind, title from posts
      where territory_id = ${ctx.territory.id} and starts_on <= ${day} and (ends_on is null or ends_on >= ${day})),
    chosen as (
      select person_id as id from posts_now where organisation_id in
        (select organisation_id from site_organisations where territory_id = ${ctx.territory.id} and site_id = ${siteId})
      union select person_id from posts_now p join organisations o on o.territory_id = ${ctx.territory.id} and o.id = p.organisation_id
        where p.kind in ('methodist', 'seniorMethodist') and (o.is_authority or o.is_operator)
      union select person_id from role_grants where territory_id = ${ctx.territory.id} and role = 'methodist'
        and starts_on <= ${day} and (ends_on is null or ends_on >= ${day})
      union (select p.id from people p where p.territory_id = ${ctx.territory.id}
        and ${words.length === 0 ? sql`false` : personNamed(words)} order by p.family_name collate "ru-kn", p.given_name, p.id limit 50)
      union select ${asked.id}::uuid where ${asked.id}::uuid is not null)
    select p.id, p.family_name, p.given_name, p.patronymic, (select title from posts_now t where t.person_id = p.id limit 1) as post
    from people p where p.territory_id = ${ctx.territory.id} and p.id in (select id from chosen)
    order by p.family_name collate "ru-kn", p.given_name, p.id`.execute(tx)
  return rows
}

import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { questionOf } from '../../db/words.ts'
import type { NameParts } from '../../kernel/names.ts'
import type { PersonId, SiteId } from '../../kernel/types.ts'
import { personNamed } from '../people/name-queries.ts'

/** People who may be chosen for a role: those of the site's organisations, methodists, and whoever's name begins as asked. */
export type Candidate = NameParts & { readonly id: PersonId; readonly post: string | null }

/** Of one name so many are offered; of more it is said that there are more. */
export const mostOfOneName = 50

export async function candidatesFor(
  tx: Tx,
  ctx: Ctx,
  siteId: SiteId,
  asked: { name: string | null; id: string | null },
): Promise<{ candidates: Candidate[]; isCut: boolean }> {
  const day = ctx.today
  const question = questionOf(asked.name)
  const { rows } = await sql<Candidate & { isCut: boolean }>`
    with posts_now as (select person_id, organisation_id, kind, title from posts
      where territory_id = ${ctx.territory.id} and starts_on <= ${day} and (ends_on is null or ends_on >= ${day})),
    named as materialized (select p.id from people p where p.territory_id = ${ctx.territory.id}
      and ${question === '' ? sql`false` : personNamed(question)} order by p.family_name collate "ru-kn", p.given_name, p.id limit ${mostOfOneName + 1}),
    chosen as (
      select person_id as id from posts_now where organisation_id in
        (select organisation_id from site_organisations where territory_id = ${ctx.territory.id} and site_id = ${siteId})
      union select person_id from posts_now p join organisations o on o.territory_id = ${ctx.territory.id} and o.id = p.organisation_id
        where p.kind in ('methodist', 'seniorMethodist') and (o.is_authority or o.is_operator)
      union select person_id from role_grants where territory_id = ${ctx.territory.id} and role = 'methodist'
        and starts_on <= ${day} and (ends_on is null or ends_on >= ${day})
      union (select id from named limit ${mostOfOneName})
      union select ${asked.id}::uuid where ${asked.id}::uuid is not null)
    select p.id, p.family_name, p.given_name, p.patronymic, (select title from posts_now t where t.person_id = p.id limit 1) as post,
      (select count(*) > ${mostOfOneName} from named) as is_cut
    from people p where p.territory_id = ${ctx.territory.id} and p.id in (select id from chosen)
    order by p.family_name collate "ru-kn", p.given_name, p.id`.execute(tx)
  return { candidates: rows, isCut: rows[0]?.isCut ?? false }
}

import { sql } from 'kysely'
import { plain } from '../../db/words.ts'
import { fullName, type NameParts } from '../../kernel/names.ts'
import type { FormerName } from '../../kernel/names-in-time.ts'
import type { PersonId } from '../../kernel/types.ts'
import { byLikeness, type Counted, foundIn, type Searched } from '../../kit/searched.ts'
import { formerNamesOfPerson, personNamed } from './name-queries.ts'
import { paths } from './paths.ts'

type Row = NameParts &
  Counted & { readonly id: PersonId; readonly posts: string | null; readonly former: readonly FormerName<NameParts>[] }

/** People, each with the posts held today. */
export const searched: Searched = {
  place: 20,
  title: 'Люди',
  all: (to, q) => paths.people(to, { q }),
  async find(tx, ctx, words, most) {
    const name = plain(sql`p.family_name || ' ' || p.given_name || ' ' || coalesce(p.patronymic, '')`)
    const { rows } = await sql<Row>`
      select p.id, p.family_name, p.given_name, p.patronymic, ${formerNamesOfPerson(sql`p`)} as former, count(*) over ()::int as total,
        (select string_agg(t.title || ', ' || g.short_name, '; ' order by t.starts_on) from posts t
          join organisations g on g.territory_id = t.territory_id and g.id = t.organisation_id
          where t.territory_id = p.territory_id and t.person_id = p.id
            and t.starts_on <= ${ctx.today}::date and (t.ends_on is null or t.ends_on >= ${ctx.today}::date)) as posts
      from people p where p.territory_id = ${ctx.territory.id} and ${personNamed(words)}
      order by ${byLikeness(name, words)}, p.family_name collate "ru-kn", p.id limit ${most}`.execute(tx)
    return foundIn(rows, (person) => ({
      href: paths.person({ territory: ctx.territory.code, person: person.id }),
      name: fullName(person),
      more: [person.posts, ...person.former.map((one) => `прежде ${fullName(one.name)}`)].filter(Boolean).join('; ') || null,
    }))
  },
}

import { sql } from 'kysely'
import { fullName, type NameParts } from '../../kernel/names.ts'
import type { FormerName } from '../../kernel/names-in-time.ts'
import type { PersonId } from '../../kernel/types.ts'
import { type Counted, firstFound, foundIn, type Searched } from '../../kit/searched.ts'
import { formerNamesOfPerson } from './name-queries.ts'
import { paths } from './paths.ts'
import { personDoes } from './ports.ts'

type Row = NameParts &
  Counted & { readonly id: PersonId; readonly posts: string | null; readonly former: readonly FormerName<NameParts>[] }

/** People, each with the posts held today, and what they do at sites. */
export const searched: Searched = {
  place: 20,
  title: 'Люди',
  all: (to, q) => paths.people(to, { q }),
  async find(tx, ctx, asking) {
    const { rows } = await sql<Row>`
      select p.id, p.family_name, p.given_name, p.patronymic, ${formerNamesOfPerson(sql`p`)} as former, found.total,
        (select string_agg(t.title || ', ' || g.short_name, '; ' order by t.starts_on) from posts t
          join organisations g on g.territory_id = t.territory_id and g.id = t.organisation_id
          where t.territory_id = p.territory_id and t.person_id = p.id
            and t.starts_on <= ${ctx.today}::date and (t.ends_on is null or t.ends_on >= ${ctx.today}::date)) as posts
      from ${firstFound('person', asking)} join people p on p.territory_id = ${ctx.territory.id} and p.id = found.thing_id
      order by found.rank`.execute(tx)
    const ids = rows.map(({ id }) => id)
    const does = ids.length === 0 ? [] : await Promise.all(personDoes.parts().map((ask) => ask(tx, ctx, ids)))
    return foundIn(rows, (person) => ({
      href: paths.person({ territory: ctx.territory.code, person: person.id }),
      name: fullName(person),
      more: [person.posts, ...person.former.map((one) => `прежде ${fullName(one.name)}`)].filter(Boolean).join('; ') || null,
      leads: does.flatMap((links) => links.get(person.id) ?? []),
    }))
  },
}

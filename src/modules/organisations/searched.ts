import { sql } from 'kysely'
import { plain } from '../../db/words.ts'
import type { FormerName } from '../../kernel/names-in-time.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import { byLikeness, type Counted, foundIn, type Searched } from '../../kit/searched.ts'
import { type OrganisationKind, organisationKindName } from '../../regulation/kinds.ts'
import type { OrganisationNames } from './model.ts'
import { formerNamesOfOrganisation, organisationNamed } from './name-queries.ts'
import { paths } from './paths.ts'

type Row = Counted & {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
  readonly name: string
  readonly settlement: string | null
  readonly former: readonly FormerName<OrganisationNames>[]
}

export const searched: Searched = {
  place: 30,
  title: 'Организации',
  all: (to, q) => paths.organisations(to, { q }),
  async find(tx, ctx, words, most) {
    const name = plain(sql`g.short_name || ' ' || g.full_name || ' ' || coalesce(g.settlement, '')`)
    const { rows } = await sql<Row>`
      select g.id, g.kind, g.short_name as name, g.settlement, ${formerNamesOfOrganisation(sql`g`)} as former, count(*) over ()::int as total
      from organisations g where g.territory_id = ${ctx.territory.id} and ${organisationNamed(words)}
      order by ${byLikeness(name, words)}, g.short_name collate "ru-kn", g.id limit ${most}`.execute(tx)
    return foundIn(rows, (one) => ({
      href: paths.organisation({ territory: ctx.territory.code, organisation: one.id }),
      name: one.name,
      more: [organisationKindName[one.kind], one.settlement, ...one.former.map((before) => `прежде ${before.name.shortName}`)]
        .filter(Boolean)
        .join(', '),
    }))
  },
}

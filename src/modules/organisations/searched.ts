import { sql } from 'kysely'
import type { FormerName } from '../../kernel/names-in-time.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import { type Counted, firstFound, foundIn, type Searched } from '../../kit/searched.ts'
import { kindName, type OrganisationKind } from '../../regulation/dictionary.ts'
import type { OrganisationNames } from './model.ts'
import { formerNamesOfOrganisation } from './name-queries.ts'
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
  async find(tx, ctx, asking) {
    const { rows } = await sql<Row>`
      select g.id, g.kind, g.short_name as name, g.settlement, ${formerNamesOfOrganisation(sql`g`)} as former, found.total
      from ${firstFound('organisation', asking)} join organisations g on g.territory_id = ${ctx.territory.id} and g.id = found.thing_id
      order by found.rank`.execute(tx)
    return foundIn(rows, (one) => ({
      href: paths.organisation({ territory: ctx.territory.code, organisation: one.id }),
      name: one.name,
      more: [
        kindName(ctx.territory, 'organisation', one.kind),
        one.settlement,
        ...one.former.map((before) => `прежде ${before.name.shortName}`),
      ]
        .filter(Boolean)
        .join(', '),
    }))
  },
}

import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { keyOf } from '../../db/words.ts'
import { nameKey } from '../../kernel/names.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import type { OrganisationDetails } from './model.ts'
import { mayBeOne } from './rules.ts'

/** An organisation of the register, with the place that tells it apart. */
export type OrganisationAlike = { readonly id: OrganisationId; readonly label: string }

type Typed = Pick<OrganisationDetails, 'fullName' | 'shortName' | 'documentName' | 'settlement'>

/** Organisations of the register that may be the one that is called so, by what they are called now or were before. */
export async function organisationsAlike(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  typed: Typed,
): Promise<OrganisationAlike[]> {
  const names = [typed.fullName, typed.shortName, typed.documentName]
  const keys = names.map((name) => nameKey(name ?? '')).filter((key) => key !== '')
  const { rows } = await sql<Typed & { id: OrganisationId; shownName: string }>`
    with names as (
      select id, full_name, short_name, document_name from organisations where territory_id = ${territory.id}
      union all select organisation_id, full_name, short_name, document_name from former_names_of_organisations where territory_id = ${territory.id})
    select g.id, g.short_name as shown_name, g.settlement, n.full_name, n.short_name, n.document_name
    from names n join organisations g on g.territory_id = ${territory.id} and g.id = n.id
    where array[${keyOf(sql`n.full_name`)}, ${keyOf(sql`n.short_name`)}, ${keyOf(sql`n.document_name`)}] && ${keys}::text[]
    order by g.short_name collate "ru-kn", g.id`.execute(tx)
  const alike = rows.filter((row) =>
    mayBeOne(
      { names: [row.fullName, row.shortName, row.documentName], settlement: row.settlement },
      { names, settlement: typed.settlement },
    ),
  )
  return [...new Map(alike.map((row) => [row.id, row])).values()].map(({ id, shownName, settlement }) => ({
    id,
    label: [shownName, settlement].filter((part) => part !== null).join(', '),
  }))
}

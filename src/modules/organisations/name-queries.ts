import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { idsFound, type Question } from '../../db/words.ts'
import type { FormerName } from '../../kernel/names-in-time.ts'
import type { Day, OrganisationId } from '../../kernel/types.ts'
import type { OrganisationNames } from './model.ts'

/** What organisation `g` was called before, as JSON of `FormerName`. */
export const formerNamesOfOrganisation = (g: RawBuilder<unknown>) => sql<FormerName<OrganisationNames>[]>`coalesce((
  select json_agg(json_build_object('until', f.ends_on, 'name', json_build_object('fullName', f.full_name, 'shortName', f.short_name,
    'documentName', f.document_name)) order by f.ends_on)
  from former_names_of_organisations f where f.territory_id = ${g}.territory_id and f.organisation_id = ${g}.id), '[]')`

/** Of which body of the regulation the organisation of a row is; null of any other. */
export const bodyOf = (row: RawBuilder<unknown>) => sql<string | null>`(
  select case when g.is_authority then 'authority' when g.is_operator then 'operator' else g.body end
  from organisations g where g.territory_id = ${row}.territory_id and g.id = ${row}.organisation_id)`

/** Every word of a search begins a word of what organisation `g` is called now or was called before, or of its settlement; else what is most alike. */
export const organisationNamed = (question: Question, most: number | null = null): RawBuilder<boolean> =>
  sql<boolean>`g.id = any(${idsFound('organisation', question, most)})`

/** The former names of an organisation, the first one first. */
export async function formerNames(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  id: OrganisationId,
): Promise<FormerName<OrganisationNames>[]> {
  const { rows } = await sql<{ names: FormerName<OrganisationNames>[] }>`
    select ${formerNamesOfOrganisation(sql`g`)} as names from organisations g
    where g.territory_id = ${territory.id} and g.id = ${id}`.execute(tx)
  return rows[0]?.names ?? []
}

/** These organisations by the names they had on a day, in the order asked for. */
export async function namedOn<One extends { readonly id: string }>(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  organisations: readonly One[],
  on: Day,
): Promise<(One & { readonly fullName: string; readonly shortName: string })[]> {
  const { rows } = await sql<{ id: string; fullName: string; shortName: string }>`
    select id, full_name, short_name from organisations_on(${on})
    where territory_id = ${territory.id} and id = any(${organisations.map(({ id }) => id)}::uuid[])`.execute(tx)
  const names = new Map(rows.map((row) => [row.id, row]))
  return organisations.flatMap((one) => {
    const name = names.get(one.id)
    return name ? [{ ...one, ...name }] : []
  })
}

/** The short name of the organisation that this column names, for a query of another module. */
export const nameOfOrganisation = ({ territory }: Pick<Ctx, 'territory'>, organisation: RawBuilder<unknown>) =>
  sql<string>`(select which.short_name from organisations which where which.territory_id = ${territory.id} and which.id = ${organisation})`

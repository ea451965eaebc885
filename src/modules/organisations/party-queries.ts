import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { NameParts } from '../../kernel/names.ts'
import type { Day, OrganisationId } from '../../kernel/types.ts'

/** An organisation as a paper names it, with its head of the day. */
export type Party = {
  readonly organisationId: OrganisationId
  readonly fullName: string
  readonly address: string | null
  readonly head: (NameParts & { readonly post: string }) | null
}

/** The parties of a paper, in the order asked for. */
export async function partiesOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  organisationIds: readonly OrganisationId[],
  on: Day,
): Promise<Party[]> {
  const { rows } = await sql<Party>`
    select o.id as organisation_id, coalesce(n.document_name, n.full_name) as full_name, o.address,
      (select json_build_object('familyName', p.family_name, 'givenName', p.given_name, 'patronymic', p.patronymic, 'post', t.title)
        from posts t join people_on(${on}) p on p.territory_id = t.territory_id and p.id = t.person_id
        where t.territory_id = o.territory_id and t.organisation_id = o.id and t.kind = 'head' and t.starts_on <= ${on}
          and (t.ends_on is null or t.ends_on >= ${on}) limit 1) as head
    from organisations o join organisations_on(${on}) n on n.territory_id = o.territory_id and n.id = o.id where o.territory_id = ${ctx.territory.id} and o.id = any(${[...organisationIds]}::uuid[])
    order by array_position(${[...organisationIds]}::uuid[], o.id)`.execute(tx)
  return rows
}

/** The organisation that is the operator here; null when the register names none. */
export async function operatorOf(tx: Tx, { territory }: Pick<Ctx, 'territory'>): Promise<OrganisationId | null> {
  const row = await tx
    .selectFrom('organisations')
    .select('id')
    .where((is) => is.and({ territoryId: territory.id, isOperator: true }))
    .orderBy('createdAt')
    .executeTakeFirst()
  return row?.id ?? null
}

import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { type NameParts, withInitials } from '../../kernel/names.ts'
import type { Day } from '../../kernel/types.ts'
import type { KnownPerson } from '../../kit/order/registers.ts'

/** People with all that the rules about heads and coordinators ask of them. */
export async function peopleForOrders(tx: Tx, ctx: Ctx, ids: readonly string[], on: Day): Promise<KnownPerson[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<NameParts & Omit<KnownPerson, 'name'>>`
    select p.id, p.family_name, p.given_name, p.patronymic,
      coalesce((select json_agg(json_build_object('organisationId', t.organisation_id, 'kind', t.kind, 'startsOn', t.starts_on, 'endsOn', t.ends_on))
        from posts t where t.territory_id = p.territory_id and t.person_id = p.id), '[]') as posts,
      coalesce((select json_agg(json_build_object('category', q.category, 'startsOn', q.starts_on, 'endsOn', q.ends_on))
        from qualifications q where q.territory_id = p.territory_id and q.person_id = p.id), '[]') as categories,
      coalesce((select json_agg(json_build_object('direction', a.direction, 'achievedOn', a.achieved_on))
        from achievements a where a.territory_id = p.territory_id and a.person_id = p.id), '[]') as achievements,
      coalesce((select json_agg(json_build_object('startsOn', g.starts_on, 'endsOn', g.ends_on))
        from role_grants g where g.territory_id = p.territory_id and g.person_id = p.id and g.role = 'methodist'), '[]') as methodist_periods
    from people_on(${on}) p where p.territory_id = ${ctx.territory.id} and p.id = any(${[...new Set(ids)]}::uuid[])`.execute(tx)
  return rows.map(({ familyName, givenName, patronymic, ...row }) => ({
    ...row,
    name: withInitials({ familyName, givenName, patronymic }),
  }))
}

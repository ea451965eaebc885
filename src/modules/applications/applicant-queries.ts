import { sql } from 'kysely'
import type { Territory } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, Day, PersonId } from '../../kernel/types.ts'

type Where = { readonly territory: Pick<Territory, 'id'>; readonly today: Day }

/** Everyone who has to hear of an application: heads of its organisations, its author, who sent it, those let in to write it. */
export async function applicantsOf(
  tx: Tx,
  ctx: Where,
  applicationIds: readonly ApplicationId[],
): Promise<{ applicationId: ApplicationId; personId: PersonId }[]> {
  const territoryId = ctx.territory.id
  const ids = sql`any(${[...applicationIds]}::uuid[])`
  const { rows } = await sql<{ applicationId: ApplicationId; personId: PersonId }>`
    select o.application_id, p.person_id from application_organisations o
      join posts p on p.territory_id = o.territory_id and p.organisation_id = o.organisation_id and p.kind = 'head'
        and p.starts_on <= ${ctx.today} and (p.ends_on is null or p.ends_on >= ${ctx.today})
    where o.territory_id = ${territoryId} and o.application_id = ${ids} and o.state <> 'declined'
    union select id, created_by from applications where territory_id = ${territoryId} and id = ${ids}
    union select id, submitted_by from applications where territory_id = ${territoryId} and id = ${ids} and submitted_by is not null
    union select application_id, person_id from application_editors where territory_id = ${territoryId} and application_id = ${ids}`.execute(
    tx,
  )
  return rows
}

/** The same of one application. */
export const applicantsOfOne = async (tx: Tx, ctx: Where, id: ApplicationId): Promise<PersonId[]> =>
  (await applicantsOf(tx, ctx, [id])).map(({ personId }) => personId)

import { sql } from 'kysely'
import type { Territory } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { ApplicationId, Day, PersonId } from '../../../kernel/types.ts'

/** Who is told about an application on the applicant's side: its author, those let in to write, the heads of its organisations today. */
export async function applicantsOf(
  tx: Tx,
  ctx: { readonly territory: Pick<Territory, 'id'>; readonly today: Day },
  applicationId: ApplicationId,
): Promise<PersonId[]> {
  const { rows } = await sql<{ personId: PersonId }>`
    select created_by as person_id from applications where territory_id = ${ctx.territory.id} and id = ${applicationId}
    union select person_id from application_editors where territory_id = ${ctx.territory.id} and application_id = ${applicationId}
    union select p.person_id from application_organisations a
      join posts p on p.territory_id = a.territory_id and p.organisation_id = a.organisation_id and p.kind = 'head'
        and p.starts_on <= ${ctx.today} and (p.ends_on is null or p.ends_on >= ${ctx.today})
      where a.territory_id = ${ctx.territory.id} and a.application_id = ${applicationId} and a.state <> 'declined'`.execute(tx)
  return rows.map(({ personId }) => personId)
}

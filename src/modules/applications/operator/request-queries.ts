import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { ApplicationId, Day, PersonId, TerritoryId } from '../../../kernel/types.ts'

/** A question that waits for its answer. */
export type OpenRequest = {
  readonly id: string
  readonly applicationId: ApplicationId
  readonly number: number
  readonly question: string
  readonly dueOn: Day | null
  readonly askedBy: PersonId
}

const columns = sql`r.id, r.application_id, a.number, r.question, r.due_on, r.asked_by`
const joined = sql`information_requests r join applications a on a.territory_id = r.territory_id and a.id = r.application_id
  and a.state not in ('granted', 'declined', 'withdrawn')`

/** Questions about the applications of this person: as the head of an organisation, the author, or one let in to write. */
export async function requestsFor(tx: Tx, ctx: Ctx, limit: number): Promise<OpenRequest[]> {
  const { personId, headsOrganisations } = ctx.actor
  const { rows } = await sql<OpenRequest>`select ${columns} from ${joined}
    where r.territory_id = ${ctx.territory.id} and r.state = 'asked' and (a.created_by = ${personId}
      or exists (select from application_editors e where e.territory_id = a.territory_id and e.application_id = a.id and e.person_id = ${personId})
      or exists (select from application_organisations o where o.territory_id = a.territory_id and o.application_id = a.id
        and o.state <> 'declined' and o.organisation_id = any(${[...headsOrganisations]}::uuid[])))
    order by r.due_on nulls last, r.asked_at, r.id limit ${limit}`.execute(tx)
  return rows
}

/** Open questions whose day lies in a span of days. */
export async function requestsDue(tx: Tx, territoryId: TerritoryId, span: { from: Day; to: Day }): Promise<OpenRequest[]> {
  const { rows } = await sql<OpenRequest>`select ${columns} from ${joined}
    where r.territory_id = ${territoryId} and r.state = 'asked' and r.due_on between ${span.from} and ${span.to} order by r.id`.execute(
    tx,
  )
  return rows
}

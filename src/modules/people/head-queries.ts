import { sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrganisationId, Period, PersonId } from '../../kernel/types.ts'
import type { When } from '../../kit/told.ts'

/** Heads on a day: of the organisations named, or of all when none are named. */
export async function headsOf(tx: Tx, ctx: When, day: Day, organisationIds: readonly OrganisationId[] | null) {
  return tx
    .selectFrom('posts')
    .select(['personId', 'organisationId'])
    .where((is) => is.and({ territoryId: ctx.territory.id, kind: 'head' }))
    .where('startsOn', '<=', day)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', day)]))
    .$if(organisationIds !== null, (query) =>
      query.where('organisationId', '=', sql<OrganisationId>`any(${organisationIds}::uuid[])`),
    )
    .orderBy('organisationId')
    .execute()
}

/** Whoever works today in the organisation that is this further body of the regulation. */
export async function workersOfBody(tx: Tx, ctx: When, body: string): Promise<PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    select p.id from people p where p.territory_id = ${ctx.territory.id} and ${body} = any(bodies_of(p.territory_id, p.id, ${ctx.today}))`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** All posts that the register knows of the person of this alias, as one value of a larger query. */
export const workOf = (person: string) =>
  sql<
    Period[]
  >`(select coalesce(json_agg(json_build_object('from', w.starts_on, 'to', w.ends_on)), '[]') from posts w where w.territory_id = ${sql.ref(`${person}.territory_id`)} and w.person_id = ${sql.ref(`${person}.id`)})`

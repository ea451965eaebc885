import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { heldOn } from '../../db/held-on.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrganisationId, Period, PersonId } from '../../kernel/types.ts'
import type { When } from '../../kit/told.ts'
import { isOfBody } from '../organisations/queries.ts'

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

/** Heads on a day of every organisation that is no body of a regulation. */
export async function headsOfOrganisations(tx: Tx, ctx: Pick<Ctx, 'territory'>, day: Day): Promise<PersonId[]> {
  const { rows } = await sql<{ personId: PersonId }>`
    select distinct p.person_id from posts p where p.territory_id = ${ctx.territory.id} and p.kind = 'head' and ${heldOn('p', day)}
      and not ${isOfBody(ctx, sql`p.organisation_id`)} order by 1`.execute(tx)
  return rows.map(({ personId }) => personId)
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

/** Whether the one heads an organisation today in which the other works, for a query of another module. */
export const headsEmployerOf = ({ territory, today }: When, head: RawBuilder<unknown>, worker: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from posts h join posts w on w.territory_id = h.territory_id and w.organisation_id = h.organisation_id
    where h.territory_id = ${territory.id} and h.person_id = ${head} and h.kind = 'head' and ${heldOn('h', today)} and w.person_id = ${worker} and ${heldOn('w', today)})`

/** Whether the person of this column works today in the organisation of that one, for a query of another module. */
export const worksAt = ({ territory, today }: When, person: RawBuilder<unknown>, organisation: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from posts w where w.territory_id = ${territory.id} and w.person_id = ${person} and ${heldOn('w', today)}
    and w.organisation_id = ${organisation})`

/** The same of any of these organisations. */
export const worksIn = (ctx: When, person: RawBuilder<unknown>, organisationIds: readonly OrganisationId[]) =>
  worksAt(ctx, person, sql`any(${[...organisationIds]}::uuid[])`)

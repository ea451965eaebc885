import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { matches, plain, wordsOf } from '../../db/words.ts'
import type { ApplicationId, CallId, Day, Instant, OrganisationId } from '../../kernel/types.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { ApplicationState } from './machine.ts'

/** Conditions of the list; `own` narrows it to what the person of the context has to do with. */
export type ListQuery = {
  readonly own: boolean
  readonly q: string | null
  readonly callId: CallId | null
  readonly state: ApplicationState | null
  readonly organisationId: OrganisationId | null
}

export type ApplicationLine = {
  readonly id: ApplicationId
  readonly number: number | null
  readonly theme: string
  readonly state: ApplicationState
  readonly round: number
  readonly callTitle: string | null
  readonly closesAt: Instant | null
  readonly lead: string
  readonly organisations: readonly string[]
  readonly submittedAt: Instant | null
  readonly decidedOn: Day | null
}

/** Applications, the newest first. */
export const applicationsList = (tx: Tx, ctx: Ctx, query: ListQuery): Rows<ApplicationLine> =>
  sqlRows(tx, {
    select: sql`a.id, a.number, a.theme, a.state, a.round, c.title as call_title, c.closes_at, a.submitted_at, a.decided_on,
      coalesce((select o.short_name from application_organisations x join organisations o on o.territory_id = x.territory_id and o.id = x.organisation_id
        where x.territory_id = a.territory_id and x.application_id = a.id and x.is_lead), '') as lead,
      coalesce((select json_agg(o.short_name order by x.position) from application_organisations x
        join organisations o on o.territory_id = x.territory_id and o.id = x.organisation_id
        where x.territory_id = a.territory_id and x.application_id = a.id and not x.is_lead and x.state <> 'declined'), '[]') as organisations`,
    from: sql`applications a`,
    as: 'a',
    joins: sql`left join calls c on c.territory_id = a.territory_id and c.id = a.call_id`,
    where: conditionOf(ctx, query),
    order: sql`coalesce(a.submitted_at, a.created_at) desc, a.id`,
  })

function conditionOf(ctx: Ctx, query: ListQuery): RawBuilder<boolean> {
  const { own, q, callId, state, organisationId } = query
  const parts = [
    sql<boolean>`a.territory_id = ${ctx.territory.id}`,
    ...(own ? [ownOf(ctx)] : []),
    ...(callId === null ? [] : [sql<boolean>`a.call_id = ${callId}`]),
    ...(state === null ? [] : [sql<boolean>`a.state = ${state}`]),
    ...(organisationId === null ? [] : [takesPart(sql`x.organisation_id = ${organisationId}`)]),
    ...named(q),
  ]
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** What the policy calls seeing: a head of one of the organisations, the author, those let in to write. */
function ownOf({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(a.created_by = ${actor.personId}
    or ${takesPart(sql`x.state <> 'declined' and x.organisation_id = any(${[...actor.headsOrganisations]}::uuid[])`)}
    or exists (select from application_editors e where e.territory_id = a.territory_id and e.application_id = a.id and e.person_id = ${actor.personId}))`
}

const takesPart = (condition: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from application_organisations x where x.territory_id = a.territory_id and x.application_id = a.id and ${condition})`

/** Every typed word stands in the theme or in the name of an organisation; a number alone is the number of the application. */
function named(q: string | null): RawBuilder<boolean>[] {
  const words = wordsOf(q ?? '')
  if (words.length === 0) return []
  const [only] = words
  if (words.length === 1 && only !== undefined && /^\d{1,6}$/.test(only)) return [sql<boolean>`a.number = ${Number(only)}`]
  const names = sql`coalesce((select string_agg(o.short_name || ' ' || o.full_name, ' ') from application_organisations x
    join organisations o on o.territory_id = x.territory_id and o.id = x.organisation_id
    where x.territory_id = a.territory_id and x.application_id = a.id), '')`
  return [matches(plain(sql`a.theme || ' ' || ${names}`), words)]
}

/** The calls that applications of the territory belong to, for the conditions of the list. */
export async function callChoices(tx: Tx, ctx: Pick<Ctx, 'territory'>): Promise<{ id: string; title: string }[]> {
  return tx
    .selectFrom('calls')
    .select(['id', 'title'])
    .where('territoryId', '=', ctx.territory.id)
    .orderBy('closesAt', 'desc')
    .limit(200)
    .execute()
}

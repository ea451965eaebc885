import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { holds, questionOf } from '../../db/words.ts'
import type { ApplicationId, CallId, Day, Instant } from '../../kernel/types.ts'
import { down } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import { isOrganisation } from '../organisations/queries.ts'
import type { ApplicationState } from './machine.ts'

/** Conditions of the list; `own` narrows it to what the person of the context has to do with. */
export type ListQuery = {
  readonly own: boolean
  readonly q: string | null
  readonly callId: CallId | null
  readonly state: ApplicationState | null
  /** By its id, or by words of its name. */
  readonly organisation: string | null
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
    order: [down(sql`coalesce(a.submitted_at, a.created_at)`), sql`a.id`],
  })

function conditionOf(ctx: Ctx, query: ListQuery): RawBuilder<boolean> {
  const { own, q, callId, state, organisation } = query
  const parts = [
    sql<boolean>`a.territory_id = ${ctx.territory.id}`,
    ...(own ? [ownOf(ctx)] : []),
    ...(callId === null ? [] : [sql<boolean>`a.call_id = ${callId}`]),
    ...(state === null ? [] : [sql<boolean>`a.state = ${state}`]),
    ...(organisation === null ? [] : [takesPart(isOrganisation(ctx, sql`x.organisation_id`, organisation))]),
    ...named(q),
  ]
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** The author, and those let in to write. */
const byName = ({ actor }: Ctx) => sql<boolean>`(a.created_by = ${actor.personId} or exists (select from application_editors e
  where e.territory_id = a.territory_id and e.application_id = a.id and e.person_id = ${actor.personId}))`

/** What the policy calls seeing: a head of one of the organisations, the author, those let in to write. */
const ownOf = (ctx: Ctx) => sql<boolean>`(${byName(ctx)}
  or ${takesPart(sql`x.state <> 'declined' and x.organisation_id = any(${[...ctx.actor.headsOrganisations]}::uuid[])`)})`

/** The applications a person has to do with. */
export async function applicationsOf(tx: Tx, ctx: Ctx): Promise<{ id: ApplicationId; isPersonal: boolean }[]> {
  const { rows } = await sql<{ id: ApplicationId; isPersonal: boolean }>`
    select a.id, ${byName(ctx)} as is_personal from applications a where a.territory_id = ${ctx.territory.id} and ${ownOf(ctx)}`.execute(
    tx,
  )
  return rows
}

const takesPart = (condition: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from application_organisations x where x.territory_id = a.territory_id and x.application_id = a.id and ${condition})`

/** Every word of a search stands in the theme or in the name of an organisation, or nearly so; a number alone is the number of the application. */
function named(q: string | null): RawBuilder<boolean>[] {
  const question = questionOf(q)
  if (question === '') return []
  if (/^\d{1,6}$/.test(question)) return [sql<boolean>`a.number = ${Number(question)}`]
  const names = sql`coalesce((select string_agg(o.short_name || ' ' || o.full_name, ' ') from application_organisations x
    join organisations o on o.territory_id = x.territory_id and o.id = x.organisation_id
    where x.territory_id = a.territory_id and x.application_id = a.id), '')`
  return [holds(sql`a.theme || ' ' || ${names}`, question)]
}

/** The calls that applications of the territory belong to, for the conditions of the list. */
export async function callChoices(tx: Tx, ctx: Pick<Ctx, 'territory'>): Promise<{ id: string; title: string }[]> {
  return tx
    .selectFrom('calls')
    .select(['id', 'title'])
    .where('territoryId', '=', ctx.territory.id)
    .orderBy('closesAt', 'desc')
    .execute()
}

import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { NameParts } from '../../kernel/names.ts'
import type { ApplicationId, CallId, Day, PersonId, RegulationLineId, ReviewId, TerritoryId } from '../../kernel/types.ts'
import { lineIn } from '../regulation/queries.ts'
import type { ReviewState } from './model.ts'
import { outsideCalls, type Reading } from './reviewing.ts'

/** A review that somebody still has to write. */
export type OpenReview = NameParts & {
  readonly id: ReviewId
  readonly applicationId: ApplicationId
  readonly expertId: PersonId
  readonly number: number
  readonly callTitle: string
  readonly state: Extract<ReviewState, 'assigned' | 'accepted'>
  readonly dueOn: Day
}

function openReviews(territoryId: TerritoryId, condition: ReturnType<typeof sql>) {
  return sql<OpenReview>`
    select r.id, r.application_id, r.expert_person_id as expert_id, a.number, coalesce(c.title, ${outsideCalls}) as call_title, r.state, r.due_on,
      p.family_name, p.given_name, p.patronymic
    from reviews r
    join applications a on a.territory_id = r.territory_id and a.id = r.application_id
    left join calls c on c.territory_id = a.territory_id and c.id = a.call_id
    join people p on p.territory_id = r.territory_id and p.id = r.expert_person_id
    where r.territory_id = ${territoryId} and r.state in ('assigned', 'accepted') and ${condition}`
}

/** What this person has to write, the nearest day first. */
export async function reviewsToWrite(tx: Tx, ctx: Pick<Ctx, 'territory' | 'actor'>, limit: number): Promise<OpenReview[]> {
  const condition = sql`r.expert_person_id = ${ctx.actor.personId} order by r.due_on, a.number limit ${limit}`
  return (await openReviews(ctx.territory.id, condition).execute(tx)).rows
}

/** Reviews whose day has passed, longest first: of those lines, or of all. */
export async function lateReviews(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  limit: number,
  lines: readonly RegulationLineId[] | undefined,
): Promise<OpenReview[]> {
  const ofLines = lines === undefined ? sql`true` : sql`${lineIn('a')} = any(${[...lines]}::uuid[])`
  const condition = sql`r.due_on < ${ctx.today} and ${ofLines} order by r.due_on, a.number limit ${limit}`
  return (await openReviews(ctx.territory.id, condition).execute(tx)).rows
}

/** Reviews due on the days of a span, for reminders. */
export async function reviewsDue(tx: Tx, territoryId: TerritoryId, { from, to }: { from: Day; to: Day }): Promise<OpenReview[]> {
  const condition = sql`r.due_on between ${from} and ${to} order by r.due_on, r.id`
  return (await openReviews(territoryId, condition).execute(tx)).rows
}

/** An application under review for which another expert has to be found. */
export type WantingApplication = {
  readonly id: ApplicationId
  readonly number: number
  readonly theme: string
  readonly callId: CallId | null
  readonly callTitle: string
  readonly reviewDueOn: Day | null
  readonly missing: number
  readonly declined: number
  readonly spread: number | null
}

type Asked = {
  /** How those outside calls are read; null: nobody reads them. */
  readonly outside: Pick<Reading, 'expertsPerApplication' | 'spreadLimit'> | null
  /** Those of one line; null: the territory has no other. */
  readonly line: RegulationLineId | null
}

/**
 * Applications with fewer experts than their call asks for — outside calls the paper, or the setting — or whose totals lie too far apart with no
 * extra expert called: what `vacanciesIn` and `needsExtra` say, asked of the whole territory at once because every page counts tasks.
 */
export async function wantingExperts(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  limit: number,
  { outside, line }: Asked,
): Promise<WantingApplication[]> {
  const { rows } = await sql<WantingApplication>`
    select * from (
      select a.id, a.number, a.theme, a.call_id, coalesce(c.title, ${outsideCalls}) as call_title, c.review_due_on,
        greatest(0, terms.experts - count(r.id) filter (where r.state in ('assigned', 'accepted', 'sent')))::int as missing,
        count(r.id) filter (where r.state = 'declined')::int as declined,
        case when count(r.id) filter (where r.state in ('assigned', 'accepted') or r.state = 'sent' and r.is_extra) = 0
          and count(r.id) filter (where r.state = 'sent') >= greatest(2, terms.experts)
          and max(r.total) - min(r.total) > terms.spread then (max(r.total) - min(r.total))::float8 end as spread
      from applications a
      left join calls c on c.territory_id = a.territory_id and c.id = a.call_id
      cross join lateral (select
        coalesce(c.experts_per_application, ${outside?.expertsPerApplication ?? 0}) as experts,
        coalesce(c.spread_limit, ${outside?.spreadLimit ?? 100}) as spread) terms
      left join reviews r on r.territory_id = a.territory_id and r.application_id = a.id and r.round = a.round
      where a.territory_id = ${territory.id} and a.state in ('admitted', 'underReview') and a.number is not null and terms.experts > 0
        and ${line === null ? sql`true` : sql`${lineIn('a')} = ${line}`}
      group by a.territory_id, a.id, c.territory_id, c.id, terms.experts, terms.spread) wanting
    where missing > 0 or spread is not null
    order by call_id, number limit ${limit}`.execute(tx)
  return rows
}

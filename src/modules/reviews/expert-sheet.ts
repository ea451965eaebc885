import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, Day, PersonId, ReviewId } from '../../kernel/types.ts'
import { down, orNone } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { ApplicationState } from '../applications/machine.ts'
import { type KeptRound, roundView } from '../applications/queries.ts'
import { initialsOf } from '../people/name-queries.ts'
import { mayKnowNames, mayReadApplication, mayReadOthers } from './blind-rules.ts'
import type { ReviewCase } from './case.ts'
import { isStanding } from './machine.ts'
import type { Review, ReviewState, ReviewText } from './model.ts'
import { outsideCalls } from './reviewing.ts'
import { reviewsOfRound, scoresOf, textOf } from './store.ts'

/** What another expert wrote, for an expert who has sent their own; the name only after the decision. */
export type OtherReview = ReviewText & { readonly id: ReviewId; readonly total: number | null; readonly name: string | null }

/** A review as its expert may see it: before the declaration nothing of the application is even read from the database. */
export async function expertSheet(tx: Tx, ctx: Ctx, { one: review, reviewing }: ReviewCase) {
  const round = await reviewsOfRound(tx, ctx, review.applicationId, review.round)
  const others = round.filter(({ id }) => id !== review.id)
  const states = others.map(({ state }) => state)
  const reads = mayReadOthers(review.state, states, reviewing.app.state)
  const own = await scoresOf(tx, ctx, [review.id])
  return {
    ...reviewing,
    review,
    text: textOf(review, own),
    /** Whom the expert has to know to tell whether there is a conflict. */
    organisations: await organisationsOf(tx, ctx, review.applicationId),
    kept: await openedTo(tx, ctx, review),
    /** Null: not all have sent yet. */
    others: reads ? await shownToExpert(tx, ctx, others, mayKnowNames(reviewing.app.state)) : null,
    awaited: others.filter(({ state }) => isStanding(state) && state !== 'sent').length,
  }
}
export type ExpertSheet = Awaited<ReturnType<typeof expertSheet>>

/** The application of a review that is open to its expert; null before the declaration and when the review is taken away. */
export const openedTo = (tx: Tx, ctx: Ctx, { state, applicationId, round }: Review): Promise<KeptRound | null> =>
  mayReadApplication(state) ? roundView(tx, ctx, applicationId, round) : Promise.resolve(null)

async function shownToExpert(tx: Tx, ctx: Ctx, others: readonly Review[], named: boolean): Promise<OtherReview[]> {
  const sent = others.filter(({ state }) => state === 'sent')
  const ids = sent.map(({ id }) => id)
  const scores = await scoresOf(tx, ctx, ids)
  const nameOf = await initialsOf(tx, ctx, named ? sent.map(({ expertId }) => expertId) : [])
  return sent.map((one) => ({
    ...textOf(one, scores),
    id: one.id,
    total: one.total,
    name: named ? nameOf(one.expertId) : null,
  }))
}

async function organisationsOf(tx: Tx, { territory }: Pick<Ctx, 'territory'>, applicationId: ApplicationId): Promise<string[]> {
  const rows = await tx
    .selectFrom('applicationOrganisations as a')
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.territoryId', '=', 'a.territoryId').onRef('o.id', '=', 'a.organisationId'),
    )
    .select('o.fullName')
    .where((is) => is.and({ 'a.territoryId': territory.id, 'a.applicationId': applicationId }))
    .where('a.state', '<>', 'declined')
    .orderBy('a.isLead', 'desc')
    .orderBy('a.position')
    .execute()
  return rows.map(({ fullName }) => fullName)
}

/** A line of an expert's own list; the theme only of what has been opened to them. */
export type OwnReview = {
  readonly id: ReviewId
  readonly number: number
  readonly state: ReviewState
  readonly dueOn: Day
  readonly callTitle: string
  readonly organisations: string
  readonly theme: string | null
  readonly applicationState: ApplicationState
  readonly isCurrent: boolean
}

/** What an expert has to write, the nearest day first, and after it what is done. */
export const ownReviews = (tx: Tx, { territory }: Pick<Ctx, 'territory'>, personId: PersonId): Rows<OwnReview> =>
  sqlRows(tx, {
    select: sql`r.id, a.number, r.state, r.due_on, coalesce(c.title, ${outsideCalls}) as call_title, a.state as application_state, a.round = r.round as is_current,
      case when r.state in ('accepted', 'sent') then a.theme end as theme,
      coalesce((select string_agg(o.short_name, ', ' order by ao.is_lead desc, ao.position) from application_organisations ao
        join organisations o on o.territory_id = ao.territory_id and o.id = ao.organisation_id
        where ao.territory_id = r.territory_id and ao.application_id = r.application_id and ao.state <> 'declined'), '') as organisations`,
    from: sql`reviews r`,
    as: 'r',
    joins: sql`join applications a on a.territory_id = r.territory_id and a.id = r.application_id
      left join calls c on c.territory_id = a.territory_id and c.id = a.call_id`,
    where: sql`r.territory_id = ${territory.id} and r.expert_person_id = ${personId}`,
    order: [
      sql`(r.state not in ('assigned', 'accepted'))`,
      orNone(sql`case when r.state in ('assigned', 'accepted') then r.due_on end`),
      down(sql`r.assigned_at`),
      sql`r.id`,
    ],
  })

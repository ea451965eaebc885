import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, Instant, PersonId } from '../../kernel/types.ts'
import { initialsOf } from '../people/name-queries.ts'
import type { Application } from './model.ts'
import type { ReviewCount } from './next-step.ts'

/** One thing that has happened to a case: what an applicant may know of it. */
export type CourseStep =
  | { readonly kind: 'started' | 'submitted'; readonly at: Instant; readonly by: string; readonly round: number }
  | { readonly kind: 'admitted' | 'returned'; readonly at: Instant; readonly by: string }
  | { readonly kind: 'reviewed'; readonly at: Instant; readonly reviews: ReviewCount }
  | { readonly kind: 'withdrawn'; readonly at: Instant; readonly by: string | null; readonly reason: string }
  | { readonly kind: 'granted' | 'declined'; readonly on: Day; readonly reason: string | null; readonly order: string | null }

/** How many reviews of the present round have been sent, of how many asked for. */
export async function reviewCount(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  app: Pick<Application, 'id' | 'round'>,
): Promise<ReviewCount> {
  return oneRow(
    tx,
    sql<ReviewCount>`
    select count(*) filter (where state = 'sent')::int as sent, count(*)::int as all from reviews
    where territory_id = ${ctx.territory.id} and application_id = ${app.id} and round = ${app.round}
      and state not in ('declined', 'replaced')`,
  )
}

/** The course of a case, newest first. Of the review only its outcome in numbers is told, never who wrote it; notes of a check stay with the office. */
export async function courseOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, app: Application): Promise<CourseStep[]> {
  const { rows } = await sql<{
    kind: 'submitted' | 'admitted' | 'returned'
    at: Instant
    by: PersonId
    round: number
  }>`
    select 'submitted' as kind, submitted_at as at, submitted_by as by, round from application_rounds
      where territory_id = ${ctx.territory.id} and application_id = ${app.id}
    union all
    select case outcome when 'passed' then 'admitted' else 'returned' end, checked_at, checked_by, round from application_checks
      where territory_id = ${ctx.territory.id} and application_id = ${app.id}
    union all
    select 'returned', max(made_at), min(made_by::text)::uuid, round from application_remarks r
      where territory_id = ${ctx.territory.id} and application_id = ${app.id}
        and not exists (select from application_checks c where c.territory_id = r.territory_id and c.application_id = r.application_id
          and c.round = r.round and c.outcome = 'returned')
      group by round
    order by at`.execute(tx)
  const nameOf = await initialsOf(tx, ctx, [...rows.map(({ by }) => by), app.createdBy])
  const steps: CourseStep[] = rows.map(({ kind, at, by, round }) =>
    kind === 'submitted' ? { kind, at, by: nameOf(by), round } : { kind, at, by: nameOf(by) },
  )
  const started: CourseStep = { kind: 'started', at: app.createdAt, by: nameOf(app.createdBy), round: 0 }
  const [reviewed, end] = await Promise.all([reviewedStep(tx, ctx, app), endOf(tx, ctx, app)])
  return [started, ...steps, ...reviewed, ...end].reverse()
}

/** The reviews, once all of them have come. */
async function reviewedStep(tx: Tx, ctx: Pick<Ctx, 'territory'>, app: Application): Promise<CourseStep[]> {
  const reviews = await reviewCount(tx, ctx, app)
  if (reviews.all === 0 || reviews.sent < reviews.all) return []
  return [
    {
      kind: 'reviewed',
      at: (
        await oneRow(
          tx,
          sql<{ at: Instant }>`select max(sent_at) as at from reviews where territory_id = ${ctx.territory.id}
    and application_id = ${app.id} and round = ${app.round} and state = 'sent'`,
        )
      ).at,
      reviews,
    },
  ]
}

async function endOf(tx: Tx, { territory }: Pick<Ctx, 'territory'>, app: Application): Promise<CourseStep[]> {
  if (app.withdrawnAt !== null) return [{ kind: 'withdrawn', at: app.withdrawnAt, by: null, reason: app.withdrawReason ?? '' }]
  if ((app.state !== 'granted' && app.state !== 'declined') || app.decidedOn === null) return []
  const id = app.decidedByOrderId
  const orders = tx.selectFrom('orders').select('numberText')
  const order = id && (await orders.where((is) => is.and({ territoryId: territory.id, id })).executeTakeFirst())
  return [{ kind: app.state, on: app.decidedOn, reason: app.decisionReason, order: order?.numberText || null }]
}

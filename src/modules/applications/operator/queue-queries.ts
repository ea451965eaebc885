import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { localTime } from '../../../kernel/clock.ts'
import { daysBetween } from '../../../kernel/dates.ts'
import type { ApplicationId, CallId, Day, Instant } from '../../../kernel/types.ts'
import { mappedRows, type Rows, sqlRows } from '../../../kit/list/rows.ts'

/** An application that waits for the operator's check. */
export type Waiting = {
  readonly id: ApplicationId
  readonly number: number
  readonly theme: string
  readonly round: number
  readonly organisation: string
  readonly organisations: number
  readonly callId: CallId | null
  readonly callTitle: string | null
  readonly submittedAt: Instant
  readonly submittedOn: Day
  /** Whole local days since it came. */
  readonly days: number
}

type Where = Pick<Ctx, 'territory' | 'today'>

/** Applications that wait for the check, the oldest first, of one call or of all. */
export const waitingForCheck = (tx: Tx, ctx: Where, callId: string | null = null): Rows<Waiting> =>
  mappedRows(
    sqlRows<Omit<Waiting, 'submittedOn' | 'days'>>(tx, {
      select: sql`a.id, a.number, a.theme, a.round, a.call_id, c.title as call_title, a.submitted_at, o.short_name as organisation,
        (select count(*)::int from application_organisations x where x.territory_id = a.territory_id and x.application_id = a.id
          and x.state <> 'declined') as organisations`,
      from: sql`applications a`,
      as: 'a',
      joins: sql`join application_organisations l on l.territory_id = a.territory_id and l.application_id = a.id and l.is_lead
        join organisations o on o.territory_id = l.territory_id and o.id = l.organisation_id
        left join calls c on c.territory_id = a.territory_id and c.id = a.call_id`,
      where: sql`a.territory_id = ${ctx.territory.id} and a.state = 'submitted' and (${callId}::uuid is null or a.call_id = ${callId}::uuid)`,
      order: [sql`a.submitted_at`, sql`a.id`],
    }),
    (row) => ({ ...row, ...sinceWhen(ctx, row.submittedAt) }),
  )

function sinceWhen(ctx: Where, submittedAt: Instant): Pick<Waiting, 'submittedOn' | 'days'> {
  const submittedOn = localTime(submittedAt, ctx.territory.timeZone).day
  return { submittedOn, days: Math.max(0, daysBetween(submittedOn, ctx.today)) }
}

/** Calls that have something waiting, for the conditions of the list. */
export async function callsWaiting(tx: Tx, ctx: Where): Promise<{ id: CallId; title: string; count: number }[]> {
  const { rows } = await sql<{ id: CallId; title: string; count: number }>`
    select c.id, c.title, count(*)::int as count from applications a join calls c on c.territory_id = a.territory_id and c.id = a.call_id
    where a.territory_id = ${ctx.territory.id} and a.state = 'submitted' group by c.id, c.title, c.closes_at order by c.closes_at, c.id`.execute(
    tx,
  )
  return rows
}

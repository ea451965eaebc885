import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import type { CallId, OrderId, RegulationLineId } from '../../kernel/types.ts'
import { down, type Keys } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import { grantingBasis, hasStep } from '../../regulation/status/questions.ts'
import type { RegulationLine, StoredRegulation } from '../../regulation/stored.ts'
import { decidableState, proposableState } from '../applications/deciding-rules.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { callsWithProtocol } from '../reviews/queries.ts'
import { lineOfApplication } from './candidate-queries.ts'
import type { SubmissionState } from './machine.ts'

export { applicationChoices } from './candidate-queries.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** A line of the list of submissions. */
export type SubmissionLine = {
  readonly id: string
  readonly number: number
  readonly year: number
  readonly state: SubmissionState
  readonly lineId: RegulationLineId
  readonly call: string | null
  readonly include: number
  readonly exclude: number
  readonly sentOn: string | null
}

const linesWhere = (tx: Tx, where: RawBuilder<unknown>, order: Keys): Rows<SubmissionLine> =>
  sqlRows(tx, {
    select: sql`s.id, s.number, s.year, s.state, s.sent_on, s.line_id, c.title as call,
      (select count(*)::int from submission_items i where i.territory_id = s.territory_id and i.submission_id = s.id
        and coalesce(i.decision, i.proposal) = 'include') as include,
      (select count(*)::int from submission_items i where i.territory_id = s.territory_id and i.submission_id = s.id
        and coalesce(i.decision, i.proposal) = 'exclude') as exclude`,
    from: sql`operator_submissions s`,
    as: 's',
    joins: sql`left join calls c on c.territory_id = s.territory_id and c.id = s.call_id`,
    where,
    order,
  })

/** Submissions, newest first. `callId` narrows to one call. */
export const submissionsList = (tx: Tx, ctx: Where, callId: CallId | null): Rows<SubmissionLine> =>
  linesWhere(tx, sql`s.territory_id = ${ctx.territory.id} and (${callId}::uuid is null or s.call_id = ${callId})`, [
    down(sql`s.year`),
    down(sql`s.number`),
    sql`s.id`,
  ])

/** Submissions that wait for somebody in one of these states, oldest first. */
export const submissionsToHandle = (tx: Tx, ctx: Where, states: readonly SubmissionState[]): Promise<readonly SubmissionLine[]> =>
  linesWhere(tx, sql`s.territory_id = ${ctx.territory.id} and s.state = any(${[...states]}::text[])`, [sql`s.created_at`]).page(
    50,
    0,
  )

/** A call or, with null, what is outside calls of a line, that has applications ready to be proposed. */
export type ReadyGroup = {
  readonly callId: CallId | null
  readonly line: RegulationLine
  /** The clause by which a status is given there. */
  readonly clause: string
  readonly title: string | null
  readonly ready: number
  /** The regulation has experts read the applications of the call, and no protocol of their meeting is signed: nothing can be sent yet. */
  readonly lacksProtocol: boolean
}

/** Where a submission may be started: applications have come so far and stand in no list yet. */
export async function readyGroups(tx: Tx, ctx: Where): Promise<ReadyGroup[]> {
  const asking = (await regulationsInForce(tx, ctx)).filter(({ regulation }) => hasStep(regulation, 'submission'))
  return (await Promise.all(asking.map((stored) => readyUnder(tx, ctx, stored)))).flat()
}

async function readyUnder(tx: Tx, ctx: Where, { line, regulation }: StoredRegulation): Promise<ReadyGroup[]> {
  const { rows } = await sql<Pick<ReadyGroup, 'callId' | 'title' | 'ready'>>`
    select a.call_id, c.title, count(*)::int as ready
    from applications a left join calls c on c.territory_id = a.territory_id and c.id = a.call_id
    where a.territory_id = ${ctx.territory.id} and a.state = ${proposableState(regulation)} and ${lineOfApplication} = ${line.id}
      and not exists (select from operator_submissions s where s.territory_id = a.territory_id and s.call_id is not distinct from a.call_id and s.line_id = ${line.id}
        and s.state in ('draft', 'returned'))
    group by a.call_id, c.title, c.closes_at order by c.closes_at desc nulls last`.execute(tx)
  const signed = hasStep(regulation, 'expertReview') && rows.length > 0 ? await callsWithProtocol(tx, ctx) : null
  const { clause } = grantingBasis(regulation)
  return rows.map((row) => ({
    ...row,
    line,
    clause,
    lacksProtocol: signed !== null && row.callId !== null && !signed.has(row.callId),
  }))
}

/** Whether applications are decided here at once, without a submission. */
export const decidesDirectly = ({ regulation }: StoredRegulation): boolean =>
  hasStep(regulation, 'application') && !hasStep(regulation, 'submission')

/** How many applications of each line wait for a decision that needs no submission. */
export async function directCounts(tx: Tx, ctx: Where): Promise<readonly { stored: StoredRegulation; count: number }[]> {
  const lines = (await regulationsInForce(tx, ctx)).filter(decidesDirectly)
  return Promise.all(lines.map(async (stored) => ({ stored, count: await waitingUnder(tx, ctx, stored) })))
}

async function waitingUnder(tx: Tx, ctx: Where, { line, regulation }: StoredRegulation): Promise<number> {
  const row = await oneRow(
    tx,
    sql<{ count: number }>`
    select count(*)::int as count from applications a where a.territory_id = ${ctx.territory.id} and a.state = ${decidableState(regulation)}
      and ${lineOfApplication} = ${line.id}
      and not exists (select from order_effects e join orders d on d.territory_id = e.territory_id and d.id = e.order_id and d.state in ('draft', 'awaitingSignature')
        where e.territory_id = a.territory_id and e.effect ->> 'applicationId' = a.id::text)`,
  )
  return row.count
}

/** Applications of the submission behind an order. */
export async function proposedInSubmission(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<string[]> {
  const rows = await tx
    .selectFrom('submissionItems as i')
    .innerJoin('operatorSubmissions as s', (join) =>
      join.onRef('s.territoryId', '=', 'i.territoryId').onRef('s.id', '=', 'i.submissionId'),
    )
    .select('i.applicationId')
    .where((is) => is.and({ 'i.territoryId': ctx.territory.id, 's.orderId': orderId }))
    .execute()
  return rows.map((row) => row.applicationId)
}

import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { withInitials } from '../../kernel/names.ts'
import type { ApplicationId, CallId, PersonId } from '../../kernel/types.ts'
import { type ScoreRule, scoreRule } from '../../regulation/review/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { hasStep } from '../../regulation/status/questions.ts'
import type { ApplicationState } from '../applications/machine.ts'
import type { Call } from '../calls/model.ts'
import { callById } from '../calls/queries.ts'
import type { CallSummary, Figures, Recommendation, Score, SummaryReview, SummaryRow } from './model.ts'
import { openReviewing, readingOf } from './reviewing.ts'
import { figuresOf, isWide, needsExtra } from './rules.ts'
import { type ScoreVerdict, scoreOf } from './score-rules.ts'
import { scoresOf, takenIn, textOf } from './store.ts'

export { callsWithProtocol, signedProtocols } from './protocol-queries.ts'

type Where = Pick<Ctx, 'territory'>

type Row = Omit<SummaryRow, 'reviews' | 'figures' | 'wide' | 'needsExtra'> & { reviews: RawReview[] }
type RawReview = Omit<SummaryReview, 'expert'> & { family: string; given: string; patronymic: string | null }

/** Applications whose programmes are, will be or have been read by experts. */
const shownStates: readonly ApplicationState[] = ['admitted', 'underReview', 'reviewed', 'proposed', 'granted', 'declined']

/** Every application of a call with what its experts came to; null when the territory has no such call. One query beside the call's own. */
export async function callSummary(tx: Tx, ctx: Where, callId: CallId | string): Promise<CallSummary | null> {
  const call = await callById(tx, ctx, callId)
  return call && summaryOf(tx, ctx, call)
}

/** The same for a call that has been read already. */
export async function summaryOf(tx: Tx, ctx: Where, call: Call): Promise<CallSummary> {
  const rows = await rowsOf(tx, ctx, call)
  return {
    callId: call.id,
    title: call.title,
    needed: call.expertsPerApplication,
    spreadLimit: call.spreadLimit,
    rows: rows.map((row) => withFigures(row, call)),
  }
}

function withFigures({ reviews, ...row }: Row, call: Call): SummaryRow {
  const shown = reviews.map(({ family, given, patronymic, ...review }) => ({
    ...review,
    expert: withInitials({ familyName: family, givenName: given, patronymic }),
  }))
  const figures = figuresOf(shown)
  return { ...row, reviews: shown, figures, wide: isWide(figures, call), needsExtra: needsExtra(shown, call) }
}

async function rowsOf(tx: Tx, { territory }: Where, call: Call): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with mine as materialized (select * from applications where territory_id = ${territory.id} and call_id = ${call.id}
        and state = any(${shownStates}) and number is not null)
    select a.id as application_id, a.number, a.round, a.theme, a.direction, a.state, coalesce(o.names, '') as organisations,
      coalesce(r.reviews, '[]') as reviews
    from mine a
    left join (select ao.application_id, string_agg(g.short_name, ', ' order by ao.is_lead desc, ao.position) as names
        from application_organisations ao join organisations g on g.territory_id = ao.territory_id and g.id = ao.organisation_id
        where ao.territory_id = ${territory.id} and ao.state <> 'declined' and ao.application_id in (select id from mine)
        group by ao.application_id) o on o.application_id = a.id
    left join (select v.application_id, v.round, json_agg(json_build_object('id', v.id, 'expertId', v.expert_person_id, 'family', p.family_name,
          'given', p.given_name, 'patronymic', p.patronymic, 'state', v.state, 'isExtra', v.is_extra, 'dueOn', v.due_on, 'total', v.total,
          'recommendation', case when v.state = 'sent' then v.recommendation end, 'fromPaper', v.entered_by is not null) order by v.assigned_at, v.id) as reviews
        from reviews v join people p on p.territory_id = v.territory_id and p.id = v.expert_person_id
        where v.territory_id = ${territory.id} and v.state not in ('replaced', 'closed') and v.application_id in (select id from mine)
        group by v.application_id, v.round) r on r.application_id = a.id and r.round = a.round
    order by a.number`.execute(tx)
  return rows
}

/** What one expert wrote, for those who decide. */
export type WrittenReview = {
  readonly expertId: PersonId
  readonly total: number | null
  readonly recommendation: Recommendation
  readonly conclusion: string
  readonly scores: readonly Score[]
  readonly isExtra: boolean
  readonly fromPaper: boolean
}

export type ReviewOutcome = {
  readonly round: number
  readonly figures: Figures
  readonly wide: boolean
  readonly written: readonly WrittenReview[]
}

/** What the review of an application came to, with every reason; null when nobody reviews it or nothing was sent. */
export async function reviewOutcome(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  applicationId: ApplicationId,
): Promise<ReviewOutcome | null> {
  const reviewing = await openReviewing(tx, ctx, applicationId)
  if (!reviewing) return null
  const { app, call } = reviewing
  const reviews = reviewing.reviews.flatMap(({ recommendation, ...review }) =>
    review.state === 'sent' && recommendation !== null ? [{ ...review, recommendation }] : [],
  )
  if (reviews.length === 0) return null
  const ids = reviews.map(({ id }) => id)
  const scores = await scoresOf(tx, ctx, ids)
  const figures = figuresOf(reviews)
  const written = reviews.map((review) => ({
    ...textOf(review, scores),
    expertId: review.expertId,
    total: review.total,
    recommendation: review.recommendation,
    isExtra: review.isExtra,
    fromPaper: review.enteredBy !== null,
  }))
  return { round: app.round, figures, wide: isWide(figures, call), written }
}

/** What the experts came to about an application, and whether it passes by the paper; `rule` is null where the paper sets no result. */
export type Assessed = { readonly figures: Figures; readonly rule: ScoreRule | null; readonly verdict: ScoreVerdict | null }

/** The same of several applications of one call, or of none. */
export async function assessedBy(
  tx: Tx,
  ctx: Where,
  { ids, callId, regulation }: { ids: readonly ApplicationId[]; callId: CallId | null; regulation: Regulation },
): Promise<ReadonlyMap<ApplicationId, Assessed>> {
  const reading = hasStep(regulation, 'expertReview') && ids.length > 0 ? await readingOf(tx, ctx, callId, regulation) : null
  if (!reading) return new Map()
  const taken = [...(await takenIn(tx, ctx, ids))]
  const sentIds = taken.flatMap(([, reviews]) => reviews.flatMap(({ id, state }) => (state === 'sent' ? [id] : [])))
  const scores = await scoresOf(tx, ctx, sentIds)
  const rule = scoreRule(regulation).value
  return new Map(
    taken.map(([id, reviews]) => {
      const counted = reviews.filter(({ state }) => state === 'sent').map((one) => ({ ...one, scores: scores.get(one.id) ?? [] }))
      const verdict = rule && scoreOf(rule, reading.criteria, counted, reading.expertsPerApplication)
      return [id, { figures: figuresOf(counted), rule, verdict }]
    }),
  )
}

import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { addDays } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import type { Call } from '../calls/model.ts'
import { type Candidate, candidatesFor, vacanciesIn, vacancyOf } from './assignment-rules.ts'
import { concernedIn, type PooledExpert, pooledExperts } from './expert-queries.ts'
import type { SummaryRow } from './model.ts'
import { type Proposal, proposeExperts } from './proposal-rules.ts'
import { summaryOf } from './queries.ts'
import { takenIn } from './store.ts'

/** Without a day of its own a call leaves experts this many days. */
const usualDays = 14

export type Proposing = {
  readonly applications: readonly { readonly row: SummaryRow; readonly candidates: readonly Candidate<PooledExpert>[] }[]
  readonly experts: readonly PooledExpert[]
  readonly proposal: Proposal
}

/** Everything that is admitted or under review and has too few experts, with a proposal for it. */
export async function proposalFor(tx: Tx, ctx: Ctx, call: Call): Promise<Proposing> {
  const { rows } = await summaryOf(tx, ctx, call)
  const open = rows.filter(
    ({ state, reviews }) =>
      (state === 'admitted' || state === 'underReview') && vacanciesIn(reviews, call.expertsPerApplication) > 0,
  )
  const ids = open.map(({ applicationId }) => applicationId)
  const [experts, concerned, taken] = [await pooledExperts(tx, ctx), await concernedIn(tx, ctx, ids), await takenIn(tx, ctx, ids)]
  const applications = open.map((row) => ({
    row,
    taken: taken.get(row.applicationId) ?? [],
    candidates: candidatesFor(experts, concerned.get(row.applicationId)!, taken.get(row.applicationId) ?? []),
  }))
  const vacancies = applications.map((one) =>
    vacancyOf(one.row.applicationId, one.candidates, one.taken, call.expertsPerApplication),
  )
  const burdens = experts.map(({ personId, openReviews }) => ({ personId, load: openReviews }))
  return { applications, experts, proposal: proposeExperts(vacancies, burdens) }
}

/** The day until which reviews are awaited unless somebody says otherwise: the call's own, while it has not passed. */
export const usualDueOn = ({ reviewDueOn }: Pick<Call, 'reviewDueOn'>, today: Day): Day =>
  reviewDueOn !== null && reviewDueOn >= today ? reviewDueOn : addDays(today, usualDays)

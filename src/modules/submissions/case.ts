import type { Tx } from '../../db/pool.ts'
import type { RegulationLineId } from '../../kernel/types.ts'
import { caseOf } from '../../kit/case.ts'
import type { Row } from '../../kit/row.ts'
import type { Where } from '../../kit/thing.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import { proposableState } from '../applications/deciding-rules.ts'
import type { Call } from '../calls/model.ts'
import { callById } from '../calls/queries.ts'
import { initialsOf } from '../people/name-queries.ts'
import { regulationById, regulationFor, regulationsInForce } from '../regulation/queries.ts'
import { type Assessed, assessedBy, signedProtocols } from '../reviews/queries.ts'
import { candidatesById, candidatesIn } from './candidate-queries.ts'
import { machine, type SubmissionState } from './machine.ts'
import type { Assessment } from './model.ts'
import { paths } from './paths.ts'
import { itemsOf } from './store.ts'

type Stored = Row<'operatorSubmissions', SubmissionState>

/** A submission with its ranked list and all its page shows; null where no regulation says how it is decided. */
async function around(tx: Tx, ctx: Where, { id, callId, lineId, preparedBy }: Stored) {
  const call = callId === null ? null : ((await callById(tx, ctx, callId)) ?? null)
  const regulation = (await decidedUnder(tx, ctx, call, lineId))?.regulation
  if (!regulation) return null
  const items = await itemsOf(tx, ctx, id)
  const ids = items.map(({ applicationId }) => applicationId)
  const candidates = new Map((await candidatesById(tx, ctx, ids)).map((one) => [one.id, one]))
  const ready = await candidatesIn(tx, ctx, { callId, lineId }, proposableState(regulation))
  const assessments = await assessmentsOf(tx, ctx, { ids, callId, regulation })
  return {
    call,
    regulation,
    places: items.flatMap((item) => {
      const candidate = candidates.get(item.applicationId)
      return candidate ? [{ ...item, candidate, assessment: assessments.get(item.applicationId) ?? null }] : []
    }),
    /** Applications that have come as far since and stand in no list. */
    others: ready.filter((one) => !candidates.has(one.id)),
    /** Signed protocols of the call. */
    protocols: callId === null ? [] : await signedProtocols(tx, ctx, callId),
    preparedBy: (await initialsOf(tx, ctx, [preparedBy]))(preparedBy),
  }
}

/** The operator's submission to the authority; it concerns the territory as a whole. */
export const submissions = caseOf({
  table: 'operatorSubmissions',
  machine,
  param: 'submission',
  sees: 'submission.view',
  home: paths.operatorSubmission,
  around,
  concerns: () => ({}),
})

export type OpenSubmission = NonNullable<Awaited<ReturnType<typeof submissions.open>>>

/** The regulation a decision is made by: that of the call, else the one in force in the line of the applications; the first line where none is named. */
export async function decidedUnder(
  tx: Tx,
  ctx: Where,
  call: Pick<Call, 'regulationId'> | null,
  line: RegulationLineId | null,
): Promise<StoredRegulation | null> {
  if (call) return regulationById(tx, ctx.territory.id, call.regulationId, ctx.today)
  return line === null ? ((await regulationsInForce(tx, ctx))[0] ?? null) : regulationFor(tx, ctx, { line })
}

/** What the experts came to about each of some applications of a call, or of none. */
export async function assessmentsOf(
  tx: Tx,
  ctx: Where,
  of: Parameters<typeof assessedBy>[2],
): Promise<ReadonlyMap<string, Assessment>> {
  return new Map([...(await assessedBy(tx, ctx, of))].map(([id, one]) => [id, assessmentOf(one)]))
}

const assessmentOf = ({ figures: { sent, median, mean, recommendations }, verdict }: Assessed): Assessment => ({
  ...{ sent, median, mean, reject: recommendations.reject, score: verdict },
  support: recommendations.support + recommendations.supportWithRemarks,
})

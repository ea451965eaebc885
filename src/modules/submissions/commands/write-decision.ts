import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { newId } from '../../../kernel/ids.ts'
import { no, type Result, type RuleRefusal, refuseAll } from '../../../kernel/result.ts'
import type { OrderId, RegulationLineId, SiteId } from '../../../kernel/types.ts'
import type { EffectOf } from '../../../kit/order/effects.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { decidableState } from '../../applications/deciding-rules.ts'
import { draftWritten } from '../../orders/commands/draft-order.ts'
import { headsOf } from '../../people/head-queries.ts'
import { candidatesById } from '../candidate-queries.ts'
import { decisionCode, wordDecision } from '../decision-template.ts'
import type { Candidate, Written } from '../model.ts'
import { applicationLabel, headGroundOf, problemsOf, termFor, termProblem } from '../rules.ts'

/** What was decided about applications, and on what ground. */
type DecisionInput = {
  readonly lineId: RegulationLineId
  readonly regulation: Regulation
  readonly grants: readonly Omit<EffectOf<'grantStatus'>, 'kind' | 'siteId'>[]
  readonly declines: readonly Omit<EffectOf<'declineApplication'>, 'kind'>[]
  /** What it rests on besides the regulation: «по представлению … от … № 3». */
  readonly ground: string | null
}

/**
 * Writes a decision about applications as a draft of whoever gives statuses here, in the caller's transaction; only its signature
 * decides.
 */
async function draftDecision(tx: Tx, ctx: Ctx, input: DecisionInput): Promise<Result<OrderId>> {
  const { lineId, regulation, ground } = input
  const grants = input.grants.map((grant) => ({ kind: 'grantStatus' as const, siteId: newId<SiteId>(), ...grant }))
  const declines = input.declines.map((decline) => ({ kind: 'declineApplication' as const, ...decline }))
  const heads = await headsOf(
    tx,
    ctx,
    ctx.today,
    grants.flatMap(({ organisationIds }) => organisationIds),
  )
  const headOf = (id: string) => heads.find((head) => head.organisationId === id)?.personId ?? null
  const written = wordDecision({ regulation, grants, declines, ground, headOf })
  return draftWritten(tx, ctx, { code: decisionCode, lineId, regulation, written })
}

type Chosen = {
  /** Under which of the Положения of the territory it is decided. */
  readonly lineId: RegulationLineId
  readonly regulation: Regulation
  /** In the order in which the list of the order will have them. */
  readonly written: readonly Written[]
  readonly ground: string | null
}

/** Checks what was chosen about applications and writes it down as a draft order, in the caller's transaction. (R-31, C-33) */
export async function writeDecision(tx: Tx, ctx: Ctx, { lineId, regulation, written, ground }: Chosen): Promise<Result<OrderId>> {
  const ids = written.map(({ applicationId }) => applicationId)
  const candidates = new Map((await candidatesById(tx, ctx, ids)).map((one) => [one.id, one]))
  const wrong = [...problemsOf(written), ...written.flatMap((one, index) => wrongWith(ctx, one, index, candidates, regulation))]
  if (wrong.length > 0) return refuseAll(wrong)
  const found = written.flatMap((one) => {
    const candidate = candidates.get(one.applicationId)
    return candidate ? [{ ...one, candidate }] : []
  })
  return draftDecision(tx, ctx, {
    lineId,
    regulation,
    ground,
    grants: found.flatMap(({ verdict, candidate }) => (verdict === 'include' ? [grantOf(ctx, candidate, regulation)] : [])),
    declines: found.flatMap(({ verdict, candidate, reason }) =>
      verdict === 'exclude' ? [{ applicationId: candidate.id, reason: reason.trim() }] : [],
    ),
  })
}

function wrongWith(
  ctx: Ctx,
  { applicationId, verdict }: Written,
  index: number,
  candidates: ReadonlyMap<string, Candidate>,
  regulation: Regulation,
): RuleRefusal[] {
  if (verdict === 'later') return []
  const field = `items.${index}.verdict`
  const candidate = candidates.get(applicationId)
  if (!candidate) return [no('submission.unknownApplication', { field })]
  const params = { label: applicationLabel(candidate) }
  if (candidate.state !== decidableState(regulation)) return [no('submission.notReady', { field, params })]
  if (candidate.draftOrderId !== null) return [no('submission.alreadyDrafted', { field, params })]
  return verdict === 'include' ? termProblem(candidate, regulation, ctx.today, field) : []
}

/** Parties, theme, term and head as they were applied for. */
function grantOf(ctx: Ctx, candidate: Candidate, regulation: Regulation) {
  const { organisations, theme, direction, headPersonId } = candidate
  const term = termFor(candidate, regulation, ctx.today)
  if (!term) throw new Error('a term was checked before')
  return {
    organisationIds: organisations.map(({ id }) => id),
    leadOrganisationId: organisations[0]!.id,
    theme,
    direction,
    ...term,
    headPersonId,
    headGround: headGroundOf(candidate, regulation),
    applicationId: candidate.id,
  }
}

import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Result } from '../../../kernel/result.ts'
import type { OrderId, SiteId } from '../../../kernel/types.ts'
import type { EffectOf } from '../../../kit/order/effects.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { draftWritten } from '../../orders/commands/draft-written.ts'
import { headsOf } from '../../people/head-queries.ts'
import { decisionCode, writeDecision } from '../decision-template.ts'

/** What was decided about applications, and on what ground. */
export type DecisionInput = {
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
export async function draftDecision(tx: Tx, ctx: Ctx, input: DecisionInput): Promise<Result<OrderId>> {
  const { regulation, ground } = input
  const grants = input.grants.map((grant) => ({ kind: 'grantStatus' as const, siteId: newId<SiteId>(), ...grant }))
  const declines = input.declines.map((decline) => ({ kind: 'declineApplication' as const, ...decline }))
  const heads = await headsOf(
    tx,
    ctx,
    ctx.today,
    grants.flatMap(({ organisationIds }) => organisationIds),
  )
  const headOf = (id: string) => heads.find((head) => head.organisationId === id)?.personId ?? null
  const written = writeDecision({ regulation, grants, declines, ground, headOf })
  return draftWritten(tx, ctx, { code: decisionCode, regulation, written })
}

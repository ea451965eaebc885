import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { RuleRefusal } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import type { EffectKind } from '../../kit/order/effects.ts'
import type { Line } from '../../kit/order/objections.ts'
import type { Registers } from '../../kit/order/registers.ts'
import { checkEffects, describeEffect } from './effects/handlers.ts'
import { appendixNeeds } from './effects/kits.ts'
import { registersNow } from './effects/load-registers.ts'
import { recipientsOf } from './giving-out.ts'
import { askedToSign } from './joint-queries.ts'
import type { FullOrder, OrderPoint } from './model.ts'
import { expectedNumber } from './numbering.ts'
import { isWithoutDue, missingIn } from './rules.ts'
import { type ByHand, byHand, contradictions } from './wording.ts'

/** What one point will change, in the words of the registers: what it was and what it will be. */
export type PointPreview = {
  readonly number: string
  readonly changes: readonly { readonly kind: EffectKind; readonly lines: readonly Line[] }[]
  /** People who get the point as their task. */
  readonly assignments: number
  readonly startsOn: Day | null
  readonly dueOn: Day | null
  readonly isWithoutDue: boolean
  /** Its text, where somebody has written it otherwise than its changes would. */
  readonly byHand: ByHand | null
  readonly refusals: readonly RuleRefusal[]
}

export type OrderPreview = {
  readonly points: readonly PointPreview[]
  /** Legal changes, all together or none. */
  readonly changes: number
  readonly assignments: number
  /** People who will be told and asked to confirm that they have read the order. */
  readonly notices: number
  /** The number it would get if signed now. */
  readonly number: number
  /** What keeps the order from being signed: what it lacks, then what the regulation forbids. */
  readonly refusals: readonly RuleRefusal[]
}

/** Exactly what signing would change now, point by point. Signing runs the same checks and the same effects. */
export async function previewOrder(tx: Tx, ctx: Ctx, full: FullOrder): Promise<OrderPreview> {
  const [registers, recipients, number] = await Promise.all([
    registersNow(tx, ctx, full),
    recipientsOf(tx, ctx, full, ctx.today),
    expectedNumber(tx, ctx, { issuerId: full.order.issuerId, year: Number(ctx.today.slice(0, 4)) }),
  ])
  const { appendices } = full.order
  // Once it is sent, whoever is asked is asked.
  const lacking = full.order.state === 'draft' ? (await askedToSign(tx, ctx, full, registers)).lacking : []
  const refused = [...checkEffects(full.points, registers), ...contradictions(full.points, registers, appendices)]
  const points = full.points.map((point) => ({
    ...previewPoint(point, registers, refused),
    byHand: byHand(point, registers, appendices),
  }))
  return {
    points,
    changes: points.flatMap((point) => point.changes.flatMap((change) => change.lines)).length,
    assignments: points.reduce((sum, point) => sum + point.assignments, 0),
    notices: recipients.length,
    number,
    refusals: [...missingIn({ ...full.order, points: full.points }, ctx.today, appendixNeeds), ...lacking, ...refused],
  }
}

function previewPoint(point: OrderPoint, registers: Registers, refused: readonly RuleRefusal[]) {
  const kinds = [...new Set(point.effects.map((effect) => effect.kind))]
  return {
    number: point.number,
    changes: kinds.map((kind) => ({
      kind,
      lines: point.effects.filter((effect) => effect.kind === kind).flatMap((effect) => describeEffect(effect, registers)),
    })),
    assignments: point.assigneeIds.length,
    startsOn: point.startsOn,
    dueOn: point.dueOn,
    isWithoutDue: isWithoutDue(point),
    refusals: refused.filter((one) => one.params?.point === point.number),
  }
}

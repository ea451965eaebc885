import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { RuleRefusal } from '../../../kernel/result.ts'
import { type Effect, type EffectKind, type EffectOf, orderOfApplying } from '../effects.ts'
import type { OrderPoint, PlacedEffect } from '../model.ts'
import { appoint } from './appoint.ts'
import { approveRegulation } from './approve-regulation.ts'
import { attachOrganisations } from './attach-organisations.ts'
import { declineApplication } from './decline-application.ts'
import { detachOrganisations } from './detach-organisations.ts'
import { endAppointment } from './end-appointment.ts'
import { extendCall } from './extend-call.ts'
import { extendStatus } from './extend-status.ts'
import { grantStatus } from './grant-status.ts'
import type { Applied, AppliedOrder, Handler, Line, Objection } from './handler.ts'
import { openCall } from './open-call.ts'
import type { Registers } from './registers.ts'
import { resumeStatus } from './resume-status.ts'
import { revoke } from './revoke.ts'
import { suspendStatus } from './suspend-status.ts'
import { terminateStatus } from './terminate-status.ts'

/** One handler per kind; the compiler sees that none is missing. */
const handlers: { readonly [K in EffectKind]: Handler<EffectOf<K>> } = {
  approveRegulation,
  grantStatus,
  declineApplication,
  attachOrganisations,
  appoint,
  endAppointment,
  detachOrganisations,
  extendStatus,
  terminateStatus,
  suspendStatus,
  resumeStatus,
  openCall,
  extendCall,
  revoke,
}

/** Whoever takes an effect of any kind takes the handler of that kind with it. */
const handlerOf = (effect: Effect) => handlers[effect.kind] as Handler<Effect>

export const checkEffect = (effect: Effect, registers: Registers): readonly Objection[] =>
  handlerOf(effect).check(effect, registers)

export const describeEffect = (effect: Effect, registers: Registers): readonly Line[] =>
  handlerOf(effect).describe(effect, registers)

/** Everything that keeps the effects of these points from being applied, each at its place in the form. */
export function checkEffects(points: readonly OrderPoint[], registers: Registers): RuleRefusal[] {
  return points.flatMap((point, pointIndex) =>
    point.effects.flatMap((effect, index) =>
      checkEffect(effect, registers).map(({ rule, clause, params }) => ({
        code: 'rule' as const,
        rule,
        field: `points.${pointIndex}.effects.${index}`,
        params: { ...params, point: point.number },
        ...(clause === undefined ? {} : { clause }),
      })),
    ),
  )
}

/** Applies all effects of an order, kind after kind, in the caller's transaction. */
export async function applyEffects(tx: Tx, ctx: Ctx, effects: readonly PlacedEffect[], order: AppliedOrder): Promise<Applied> {
  const facts: Fact[] = []
  const siteIds = new Set<string>()
  for (const kind of orderOfApplying) {
    const placed = effects.filter(({ effect }) => effect.kind === kind)
    if (placed.length === 0) continue
    const applied = await (handlers[kind] as Handler<Effect>).apply(tx, ctx, placed, order)
    facts.push(...applied.facts)
    for (const id of applied.siteIds) siteIds.add(id)
  }
  return { facts, siteIds: [...siteIds] }
}

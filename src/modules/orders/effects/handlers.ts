import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { RuleRefusal } from '../../../kernel/result.ts'
import type { SiteId } from '../../../kernel/types.ts'
import type { Applied, AppliedOrder } from '../../../kit/order/effect-kit.tsx'
import type { Effect, EffectKind, PlacedEffect } from '../../../kit/order/effects.ts'
import { lineAfterLine, underLineOf } from '../../../kit/order/lines.ts'
import { type Line, type Objection, objection } from '../../../kit/order/objections.ts'
import { orderParts } from '../../../kit/order/parts.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import type { Answer } from '../../../regulation/answer.ts'
import { isFurtherBody } from '../../../regulation/parties/questions.ts'
import type { OrderPoint } from '../model.ts'
import { allKits, kitOf } from './kits.ts'

/** What other modules add to a kind, those below first. */
const consequencesOf = (kind: EffectKind) =>
  orderParts.parts().flatMap(({ consequences }) => (consequences ?? []).filter(({ of }) => of === kind))

export const checkEffect = (effect: Effect, all: Registers): readonly Objection[] => {
  const registers = underLineOf(all, effect)
  const kit = kitOf(effect)
  if (isFurtherBody(registers.issuer) && !kit.ofFurtherBody?.(effect, registers))
    return [objection('order.notOfThisBody', { what: kit.name })]
  return [...kit.check(effect, registers), ...consequencesOf(effect.kind).flatMap((one) => one.check?.(effect, registers) ?? [])]
}

export const describeEffect = (effect: Effect, all: Registers): readonly Line[] => {
  const registers = underLineOf(all, effect)
  return consequencesOf(effect.kind).reduce<readonly Line[]>(
    (lines, one) => one.describe?.(effect, registers, lines) ?? lines,
    kitOf(effect).describe(effect, registers),
  )
}

/** The bodies that the regulation has sign an order with these points beside the one that issues it, in the order of the paper. */
export function signersBeside(points: readonly OrderPoint[], all: Registers): readonly Answer<string>[] {
  const asked = points.flatMap(({ effects }) =>
    effects.flatMap((effect) => orderParts.parts().flatMap((part) => part.together?.(effect, underLineOf(all, effect)) ?? [])),
  )
  return asked.filter(({ value }, at) => asked.findIndex((one) => one.value === value) === at)
}

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

/** Applies all effects of an order, kind after kind and in each line after line, in the caller's transaction. */
export async function applyEffects(tx: Tx, ctx: Ctx, effects: readonly PlacedEffect[], order: AppliedOrder): Promise<Applied> {
  const facts: Fact[] = []
  const siteIds = new Set<SiteId>()
  for (const kit of allKits().toSorted((a, b) => a.applied - b.applied)) {
    const ofKind = effects.filter(({ effect }) => effect.kind === kit.kind)
    for (const { registers, ones: placed } of lineAfterLine(order.registers, ofKind, ({ effect }) => effect)) {
      const under = { ...order, registers }
      const applied = await kit.apply(tx, ctx, placed, under)
      facts.push(...applied.facts)
      for (const id of applied.siteIds) siteIds.add(id)
      for (const one of consequencesOf(kit.kind)) facts.push(...((await one.apply?.(tx, ctx, placed, under)) ?? []))
    }
  }
  return { facts, siteIds: [...siteIds] }
}

import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { dayBefore, longDate } from '../../../kernel/dates.ts'
import type { RegulationId } from '../../../kernel/types.ts'
import { asChoices, chosen } from '../../../kit/order/effect-fields.tsx'
import type { Applied, AppliedOrder } from '../../../kit/order/effect-kit.tsx'
import { type EffectOf, ofKind, type PlacedEffect } from '../../../kit/order/effects.ts'
import { type Objection, objection } from '../../../kit/order/objections.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import { problemsHere } from '../../../regulation/approval.ts'
import { amendmentsBetween } from '../../../regulation/editor/amendments.ts'
import { saidOfRule } from '../../../regulation/editor/problems.ts'
import { type Amended, amendmentsOf } from '../sheet-queries.ts'

/** Kinds that put an edition of the regulation in force: whole, or by changes of single clauses. */
export type Enacting = EffectOf<'approveRegulation'> | EffectOf<'amendRegulation'>

/** The editions an order puts in force. */
export const enactedBy = (effects: readonly PlacedEffect[]): readonly Enacting[] => [
  ...ofKind(effects, 'approveRegulation'),
  ...ofKind(effects, 'amendRegulation'),
]

/** Both name the edition alike. */
export const editionField = chosen<RegulationId>({
  label: 'Какую редакцию Положения',
  what: 'редакцию Положения',
  names: 'regulations',
  choices: ({ choices }) => asChoices(choices.regulations),
})

/** Why an edition cannot be put in force by this order. */
export function whyNotEnacted({ regulationId }: Enacting, registers: Registers): readonly Objection[] {
  const regulation = registers.regulations.get(regulationId)
  if (!regulation) return [objection('order.unknownRegulation')]
  if (regulation.startsOn !== null) return [objection('order.regulationAlreadyApproved', { version: regulation.version })]
  if (regulation.state === 'dropped') return [objection('order.regulationDropped', { version: regulation.version })]
  const approved = enactedBy(registers.effects).map((one) => registers.regulations.get(one.regulationId)?.lineId)
  if (approved.filter((line) => line === regulation.lineId).length > 1) return [objection('order.regulationApprovedTwice')]
  const [problem] = problemsHere(regulation.paper, registers.offices)
  if (problem !== undefined) return [objection('order.regulationUnready', { problem: saidOfRule(problem).text })]
  const { inForce } = registers
  if (inForce?.startsOn && inForce.startsOn >= registers.effectiveOn)
    return [objection('order.regulationTooEarly', { since: longDate(inForce.startsOn) })]
  return []
}

/** Puts editions in force from the day the order has effect; the one before ends the day before. (L-O2) */
export async function enact(tx: Tx, ctx: Ctx, placed: readonly PlacedEffect<Enacting>[], order: AppliedOrder): Promise<Applied> {
  for (const { pointNumber, effect } of placed) {
    const amendments = effect.kind === 'amendRegulation' ? await amended(tx, ctx, effect, order) : []
    await tx
      .updateTable('regulations')
      .set({ endsOn: dayBefore(order.effectiveOn) })
      .where('territoryId', '=', ctx.territory.id)
      .where('lineId', 'in', (lines) =>
        lines
          .selectFrom('regulations')
          .select('lineId')
          .where((is) => is.and({ territoryId: ctx.territory.id, id: effect.regulationId })),
      )
      .where('startsOn', '<', order.effectiveOn)
      .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', order.effectiveOn)]))
      .execute()
    await tx
      .updateTable('regulations')
      .set({ orderId: order.id, pointNumber, startsOn: order.effectiveOn, endsOn: null, state: 'approved' })
      .set({ amendments: JSON.stringify(amendments) })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: effect.regulationId }))
      .execute()
  }
  return {
    siteIds: [],
    facts: placed.map(({ pointNumber, effect }) => ({
      kind: 'regulation.enteredIntoForce',
      subjectId: effect.regulationId,
      facts: { orderId: order.id, point: pointNumber, from: order.effectiveOn },
    })),
  }
}

/** Which order gave each clause its wording: those that this one changes, and what orders before it had changed. */
async function amended(tx: Tx, ctx: Ctx, { regulationId }: Enacting, { registers, named }: AppliedOrder): Promise<Amended[]> {
  const { inForce, regulations } = registers
  const draft = regulations.get(regulationId)
  if (!inForce || !draft) return []
  const made = amendmentsBetween(inForce.paper, draft.paper)
  const touched = new Set(made.flatMap(({ number, what, under }) => (what === 'changed' ? [number, ...under] : [number])))
  const before = await amendmentsOf(tx, ctx, inForce.id)
  return [
    ...before.filter(({ number }) => !touched.has(number)),
    ...made.map(({ number, kind, name, what }) => ({ number, kind, name, what, ...named })),
  ]
}

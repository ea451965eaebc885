import { dayBefore, longDate } from '../../../../kernel/dates.ts'
import type { RegulationId } from '../../../../kernel/types.ts'
import { asChoices, chosen } from '../../../../kit/order/effect-fields.tsx'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import { type EffectOf, ofKind } from '../../../../kit/order/effects.ts'
import { objection } from '../../../../kit/order/objections.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { say } from '../../../../kit/order/wording.ts'
import { approvalProblems } from '../../../../regulation/approval.ts'
import { saidOfRule } from '../../../../regulation/editor/problems.ts'
import { paths } from '../../../../web/paths.ts'

const fields = {
  regulationId: chosen<RegulationId>({
    label: 'Какую редакцию Положения',
    what: 'редакцию Положения',
    names: 'regulations',
    choices: ({ choices }) => asChoices(choices.regulations),
  }),
}

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    approveRegulation: EffectMade<'approveRegulation', typeof fields>
  }
}

type Approve = EffectOf<'approveRegulation'>

function check({ regulationId }: Approve, registers: Registers) {
  const regulation = registers.regulations.get(regulationId)
  if (!regulation) return [objection('order.unknownRegulation')]
  if (regulation.startsOn !== null) return [objection('order.regulationAlreadyApproved', { version: regulation.version })]
  if (regulation.state === 'dropped') return [objection('order.regulationDropped', { version: regulation.version })]
  const approvals = ofKind(registers.effects, 'approveRegulation')
  if (approvals.length > 1) return [objection('order.regulationApprovedTwice')]
  const [problem] = approvalProblems(regulation.regulation)
  if (problem !== undefined) return [objection('order.regulationUnready', { problem: saidOfRule(problem).text })]
  const { inForce } = registers
  if (inForce?.startsOn && inForce.startsOn >= registers.effectiveOn)
    return [objection('order.regulationTooEarly', { since: longDate(inForce.startsOn) })]
  return []
}

function describe({ regulationId }: Approve, registers: Registers) {
  const regulation = registers.regulations.get(regulationId)
  const { inForce } = registers
  return [
    {
      what: regulation?.regulation.title ?? 'Положение',
      before: inForce ? `действует редакция ${inForce.version}` : 'Положения не было',
      after: `редакция ${regulation?.version ?? 1} вступит в силу ${longDate(registers.effectiveOn)}`,
      basis: [],
    },
  ]
}

/** Puts regulations in force from the day the order has effect; the one before ends the day before. (L-O2) */
export const approveRegulation = effectKit('approveRegulation', fields, {
  name: 'Утвердить Положение',
  count: () => 'Положение',
  headline: () => 'Положение вступит в силу',
  place: { icon: 'book', spoken: 1, applied: 6 },
  says(effects, { regulations }, listed) {
    const title = effects.map(({ regulationId }) => regulations.get(regulationId)?.regulation.title ?? 'Положение').join(', ')
    return listed ? say`Утвердить прилагаемое ${title} (приложение).` : say`Утвердить ${title}.`
  },
  check,
  describe,
  async apply(tx, ctx, placed, order) {
    for (const { pointNumber, effect } of placed) {
      await tx
        .updateTable('regulations')
        .set({ endsOn: dayBefore(order.effectiveOn) })
        .where('territoryId', '=', ctx.territory.id)
        .where('startsOn', '<', order.effectiveOn)
        .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', order.effectiveOn)]))
        .execute()
      await tx
        .updateTable('regulations')
        .set({ orderId: order.id, pointNumber, startsOn: order.effectiveOn, endsOn: null, state: 'approved' })
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
  },
  deed: (_effect, _registers, ctx) => ({
    text: 'Положение вступило в силу',
    href: paths.regulation({ territory: ctx.territory.code }),
  }),
})

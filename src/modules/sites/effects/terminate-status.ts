import { contains, longDate } from '../../../kernel/dates.ts'
import type { SiteId } from '../../../kernel/types.ts'
import type { EffectOf } from '../../../kit/order/effects.ts'
import { type Objection, objection } from '../../../kit/order/objections.ts'
import type { Handler } from '../../../kit/order/parts.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import { attaches, terminationGrounds } from '../../../regulation/questions.ts'
import { applyAttachments } from '../commands/apply-attachments.ts'
import { applyEnd } from '../commands/apply-end.ts'
import { tellOfStanding } from '../commands/tell-standing.ts'
import { siteName } from './rows.ts'
import { endedByWhom, regulationOf } from './standing-checks.ts'
import { describeTermination, groundText, movedSchools } from './termination-lines.ts'

type Terminate = EffectOf<'terminateStatus'>

function check(effect: Terminate, registers: Registers): readonly Objection[] {
  const site = registers.sites.get(effect.siteId)
  if (!site || site.isNew) return [objection('order.unknownSite')]
  if (!contains(site, effect.on)) return [objection('order.statusEnded', { site: site.name })]
  if (effect.on < registers.day) return [objection('order.endBeforeOrder', { day: longDate(registers.day) })]
  const regulation = regulationOf(site, registers)
  if (!regulation) return [objection('order.noRegulation')]
  return [...unknownGround(effect, registers), ...endedByWhom(regulation, registers), ...wrongHeir(effect, registers)]
}

function unknownGround(effect: Terminate, registers: Registers): Objection[] {
  const regulation = regulationOf(registers.sites.get(effect.siteId)!, registers)!
  const grounds = terminationGrounds(regulation)
  if (grounds.value === null || grounds.value.some((one) => one.code === effect.ground)) return []
  return [objection('order.unknownGround', { grounds: grounds.value.map((one) => one.text).join('; ') }, grounds.basis)]
}

/** Schools can only go to another site that goes on working after that day, where schools are attached at all. */
function wrongHeir({ attachTo, siteId, on }: Terminate, registers: Registers): Objection[] {
  if (attachTo === null) return []
  const heir = registers.sites.get(attachTo)
  if (!heir || heir.isNew || attachTo === siteId) return [objection('order.unknownSite')]
  const regulation = regulationOf(heir, registers)
  if (!regulation || !attaches(regulation).value) return [objection('order.noAttachments')]
  const works = heir.from <= on && (heir.to === null || heir.to > on)
  return works ? [] : [objection('order.statusEnded', { site: siteName(registers, attachTo) })]
}

/** Ends a status before its term: the day named is its last one. What becomes of its schools and its plan is decided by the same point. (R-35, C-71) */
export const terminateStatus: Handler<Terminate> = {
  check,
  describe: describeTermination,
  async apply(tx, ctx, placed, order) {
    const facts = []
    const siteIds: SiteId[] = []
    for (const { pointNumber, effect } of placed) {
      const { siteId, on, ground, attachTo } = effect
      const { id: orderId, registers } = order
      const reason = groundText(effect, registers)
      facts.push(...(await applyEnd(tx, ctx, { siteId, on, ground, reason, orderId, pointNumber })))
      const moved = attachTo === null ? [] : movedSchools(effect, registers).map((one) => ({ ...one, orderId, pointNumber }))
      facts.push(...(await applyAttachments(tx, ctx, moved)))
      await tellOfStanding(tx, ctx, { kind: 'status.terminated', siteId, on, reason })
      siteIds.push(siteId, ...(attachTo === null ? [] : [attachTo]))
    }
    return { facts, siteIds }
  },
}

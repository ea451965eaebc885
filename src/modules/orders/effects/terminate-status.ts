import { contains, longDate } from '../../../kernel/dates.ts'
import { terminationGrounds } from '../../../regulation/questions.ts'
import { applyEnd } from '../../sites/commands/apply-end.ts'
import type { EffectOf } from '../effects.ts'
import { type Handler, known, objection } from './handler.ts'
import { type Registers, siteName } from './registers.ts'

type Terminate = EffectOf<'terminateStatus'>

/** The words of a ground; where the regulation names no grounds, the order's own words are the ground. */
function groundText({ ground }: Terminate, registers: Registers): string {
  const regulation = registers.judgedBy?.regulation
  const grounds = regulation ? terminationGrounds(regulation).value : null
  return grounds?.find((one) => one.code === ground)?.text ?? ground
}

/** Ends a status before its term: the day named is its last one. */
export const terminateStatus: Handler<Terminate> = {
  check(effect, registers) {
    const site = registers.sites.get(effect.siteId)
    if (!site || site.isNew) return [objection('order.unknownSite')]
    if (!contains(site, effect.on)) return [objection('order.statusEnded', { site: site.name })]
    if (effect.on < registers.day) return [objection('order.endBeforeOrder', { day: longDate(registers.day) })]
    const regulation = registers.judgedBy?.regulation
    if (!regulation) return [objection('order.noRegulation')]
    const grounds = terminationGrounds(regulation)
    if (grounds.value === null || grounds.value.some((one) => one.code === effect.ground)) return []
    return [objection('order.unknownGround', { grounds: grounds.value.map((one) => one.text).join('; ') }, grounds.basis)]
  },
  describe(effect, registers) {
    const site = registers.sites.get(effect.siteId)
    const regulation = registers.judgedBy?.regulation
    return [
      {
        what: siteName(registers, effect.siteId),
        before: site?.to ? `статус по ${longDate(site.to)}` : 'статус действует',
        after: `статус кончится ${longDate(effect.on)}: ${groundText(effect, registers)}`,
        basis: known(regulation && terminationGrounds(regulation).basis),
      },
    ]
  },
  async apply(tx, ctx, placed, order) {
    const facts = []
    for (const { pointNumber, effect } of placed) {
      const given = { siteId: effect.siteId, on: effect.on, ground: effect.ground, orderId: order.id, pointNumber }
      facts.push(...(await applyEnd(tx, ctx, given)))
    }
    return { facts, siteIds: placed.map(({ effect }) => effect.siteId) }
  },
}

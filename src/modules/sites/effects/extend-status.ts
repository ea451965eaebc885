import { longDate } from '../../../kernel/dates.ts'
import type { EffectOf } from '../../../kit/order/effects.ts'
import { known, objection } from '../../../kit/order/objections.ts'
import type { Handler } from '../../../kit/order/parts.ts'
import { checkTerm } from '../../../regulation/questions.ts'
import { applyExtension } from '../commands/apply-end.ts'
import { tellOfStanding } from '../commands/tell-standing.ts'
import { siteName } from './rows.ts'
import { decidedByGrantor, regulationOf } from './standing-checks.ts'

type Extend = EffectOf<'extendStatus'>

/** Gives a status a later last day, within the longest term the regulation allows from its first day. */
export const extendStatus: Handler<Extend> = {
  check({ siteId, to }, registers) {
    const site = registers.sites.get(siteId)
    if (!site || site.isNew) return [objection('order.unknownSite')]
    if (site.to === null || site.to < registers.effectiveOn) return [objection('order.statusEnded', { site: site.name })]
    if (to <= site.to) return [objection('order.extensionIsShorter', { until: longDate(site.to) })]
    const regulation = regulationOf(site, registers)
    if (!regulation) return [objection('order.noRegulation')]
    const verdict = checkTerm(regulation, { from: site.from, to })
    if (!verdict.ok) return [objection('order.termTooLong', { reason: verdict.reason }, verdict.basis)]
    return decidedByGrantor(regulation, registers)
  },
  describe({ siteId, to }, registers) {
    const site = registers.sites.get(siteId)
    const regulation = site && regulationOf(site, registers)
    return [
      {
        what: siteName(registers, siteId),
        before: site?.to ? `статус по ${longDate(site.to)}` : null,
        after: `статус по ${longDate(to)}`,
        basis: known(regulation && site && checkTerm(regulation, { from: site.from, to }).basis),
      },
    ]
  },
  async apply(tx, ctx, placed, order) {
    const facts = []
    for (const { pointNumber, effect } of placed) {
      const { siteId, to } = effect
      facts.push(...(await applyExtension(tx, ctx, { siteId, to, orderId: order.id, pointNumber })))
      await tellOfStanding(tx, ctx, { kind: 'status.extended', siteId, on: to, reason: '' })
    }
    return { facts, siteIds: placed.map(({ effect }) => effect.siteId) }
  },
}

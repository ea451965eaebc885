import { longDate } from '../../../kernel/dates.ts'
import { checkTerm } from '../../../regulation/questions.ts'
import { applyExtension } from '../../sites/commands/apply-end.ts'
import type { EffectOf } from '../effects.ts'
import { type Handler, known, objection } from './handler.ts'
import { type KnownSite, type Registers, siteName } from './registers.ts'

type Extend = EffectOf<'extendStatus'>

/** A status keeps the regulation under which it was given. */
const regulationOf = (site: KnownSite, registers: Registers) =>
  (registers.regulations.get(site.regulationId ?? '') ?? registers.judgedBy)?.regulation ?? null

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
    return verdict.ok ? [] : [objection('order.termTooLong', { reason: verdict.reason }, verdict.basis)]
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
    }
    return { facts, siteIds: placed.map(({ effect }) => effect.siteId) }
  },
}

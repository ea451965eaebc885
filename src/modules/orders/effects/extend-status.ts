import { longDate } from '../../../kernel/dates.ts'
import { checkTerm } from '../../../regulation/questions.ts'
import { applyExtension } from '../../sites/commands/apply-end.ts'
import { decideCase } from '../../status-cases/commands/decide-case.ts'
import { tellOfStanding } from '../../status-cases/commands/tell-standing.ts'
import type { EffectOf } from '../effects.ts'
import { type Handler, known, objection } from './handler.ts'
import { siteName } from './registers.ts'
import { caseObjections, decidedByGrantor, regulationOf } from './standing-checks.ts'

type Extend = EffectOf<'extendStatus'>

/** Gives a status a later last day, within the longest term the regulation allows from its first day. */
export const extendStatus: Handler<Extend> = {
  check({ siteId, to, caseId }, registers) {
    const site = registers.sites.get(siteId)
    if (!site || site.isNew) return [objection('order.unknownSite')]
    if (site.to === null || site.to < registers.effectiveOn) return [objection('order.statusEnded', { site: site.name })]
    if (to <= site.to) return [objection('order.extensionIsShorter', { until: longDate(site.to) })]
    const regulation = regulationOf(site, registers)
    if (!regulation) return [objection('order.noRegulation')]
    const verdict = checkTerm(regulation, { from: site.from, to })
    if (!verdict.ok) return [objection('order.termTooLong', { reason: verdict.reason }, verdict.basis)]
    return [...decidedByGrantor(regulation, registers), ...caseObjections({ siteId, caseId }, 'extension', registers)]
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
      const { siteId, to, caseId } = effect
      facts.push(...(await applyExtension(tx, ctx, { siteId, to, orderId: order.id, pointNumber })))
      facts.push(...(await decideCase(tx, ctx, { caseId, orderId: order.id })))
      await tellOfStanding(tx, ctx, { kind: 'status.extended', siteId, on: to, reason: '' })
    }
    return { facts, siteIds: placed.map(({ effect }) => effect.siteId) }
  },
}

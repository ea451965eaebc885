import { contains, longDate } from '../../../kernel/dates.ts'
import type { EffectOf } from '../../../kit/order/effects.ts'
import { known, type Objection, objection } from '../../../kit/order/objections.ts'
import type { Handler } from '../../../kit/order/parts.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import { whoGrants } from '../../../regulation/questions.ts'
import { applyResumption } from '../commands/apply-suspension.ts'
import { tellOfStanding } from '../commands/tell-standing.ts'
import { type KnownSuspension, siteName } from './rows.ts'
import { decidedByGrantor, regulationOf } from './standing-checks.ts'

type Resume = EffectOf<'resumeStatus'>

/** The suspension that would otherwise go on. */
const endless = ({ siteId }: Resume, registers: Registers): KnownSuspension | undefined =>
  registers.suspensions.find((one) => one.siteId === siteId && one.to === null)

function check(effect: Resume, registers: Registers): readonly Objection[] {
  const site = registers.sites.get(effect.siteId)
  if (!site || site.isNew) return [objection('order.unknownSite')]
  if (!contains(site, effect.on)) return [objection('order.statusEnded', { site: site.name })]
  const suspension = endless(effect, registers)
  if (!suspension) return [objection('order.notSuspended', { site: site.name })]
  if (effect.on < registers.day) return [objection('order.standingBeforeOrder', { day: longDate(registers.day) })]
  if (effect.on <= suspension.from) return [objection('order.resumedTooEarly', { from: longDate(suspension.from) })]
  const regulation = regulationOf(site, registers)
  if (!regulation) return [objection('order.noRegulation')]
  return decidedByGrantor(regulation, registers)
}

/** Ends a suspension: the day named is the first day of work again. */
export const resumeStatus: Handler<Resume> = {
  check,
  describe(effect, registers) {
    const site = registers.sites.get(effect.siteId)
    const regulation = site && regulationOf(site, registers)
    const suspension = endless(effect, registers)
    return [
      {
        what: siteName(registers, effect.siteId),
        before: suspension ? `деятельность приостановлена с ${longDate(suspension.from)}` : null,
        after: `деятельность возобновится ${longDate(effect.on)}${site?.to ? `, статус по ${longDate(site.to)}` : ''}`,
        basis: known(regulation && whoGrants(regulation).basis),
      },
      {
        what: 'Планы, отчёты и назначения площадки',
        before: 'только чтение',
        after: 'их снова можно вести',
        basis: [],
      },
    ]
  },
  async apply(tx, ctx, placed, order) {
    const facts = []
    for (const { pointNumber, effect } of placed) {
      const { siteId, on } = effect
      facts.push(...(await applyResumption(tx, ctx, { siteId, on, orderId: order.id, pointNumber })))
      await tellOfStanding(tx, ctx, { kind: 'status.resumed', siteId, on, reason: '' })
    }
    return { facts, siteIds: placed.map(({ effect }) => effect.siteId) }
  },
}

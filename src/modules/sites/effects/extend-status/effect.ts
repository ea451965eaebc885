import { addDays, longDate } from '../../../../kernel/dates.ts'
import { counted } from '../../../../kernel/plural.ts'
import { day } from '../../../../kit/order/effect-fields.tsx'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import { known, objection } from '../../../../kit/order/objections.ts'
import { oneChange, quality } from '../../../../kit/order/template.ts'
import { say } from '../../../../kit/order/wording.ts'
import { changeBasis, checkExtension, hasFixedTerm, termBasis } from '../../../../regulation/status/questions.ts'
import { applyExtension, tellOfStanding } from '../../commands/apply-standing.ts'
import { siteName } from '../rows.ts'
import { site, statusCase } from '../site-fields.tsx'
import {
  beyondLimits,
  decidedByGrantor,
  ofStatus,
  onItsRegulation,
  regulationOf,
  ruledForSite,
  seenAt,
} from '../standing-checks.ts'

const fields = { siteId: site, to: day({ label: 'По какой день', what: 'новый последний день' }), caseId: statusCase }

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    extendStatus: EffectMade<'extendStatus', typeof fields>
  }
}

/** Gives a status a later last day, within the longest term the regulation allows from its first day. */
export const extendStatus = effectKit('extendStatus', fields, {
  name: 'Продлить статус',
  count: (count) => counted(count, 'продление', 'продления', 'продлений'),
  headline: () => 'Статус продлится',
  place: { icon: 'calendar', spoken: 6, applied: 9 },
  saysOne: ({ siteId, to }, registers) => say`Продлить статус площадки ${siteName(registers, siteId)} по ${longDate(to)}.`,
  check: ({ siteId, to, caseId }, registers) =>
    onItsRegulation(siteId, registers, (site, regulation) => {
      if (site.to === null || site.to < registers.effectiveOn) return [objection('order.statusEnded', { site: site.name })]
      if (to <= site.to) return [objection('order.extensionIsShorter', { until: longDate(site.to) })]
      const status = { from: site.from, to: site.to, times: site.prolonged }
      // Whether it was asked for in time was judged when the case began.
      const asked = caseId ? null : registers.day
      const verdict = checkExtension(ruledForSite(site, regulation, registers), status, { until: to, asked })
      if (!verdict.ok) return [objection('order.termTooLong', { reason: verdict.reason }, verdict.basis)]
      const added = { ...site, from: addDays(site.to, 1), to }
      return [...beyondLimits(regulation, added, registers), ...decidedByGrantor(regulation, 'extension', registers)]
    }),
  describe({ siteId, to }, registers) {
    const site = registers.sites.get(siteId)
    const regulation = site && regulationOf(site, registers)
    return [
      {
        what: siteName(registers, siteId),
        before: site?.to ? `статус по ${longDate(site.to)}` : null,
        after: `статус по ${longDate(to)}`,
        basis: known(regulation && (changeBasis(regulation, 'extension') ?? termBasis(regulation))),
      },
    ]
  },
  async applyOne(tx, ctx, { pointNumber, effect: { siteId, to } }, order) {
    const facts = await applyExtension(tx, ctx, { siteId, to, orderId: order.id, pointNumber })
    await tellOfStanding(tx, ctx, { kind: 'status.extended', siteId, on: to, reason: '' })
    return facts
  },
  deed: ({ siteId, to }, registers, ctx) => ({
    text: `Статус площадки ${siteName(registers, siteId)} продлён по ${longDate(to)}`,
    href: seenAt(ctx, siteId),
  }),
  ...ofStatus,
})

export const extendStatusTemplate = oneChange({
  code: 'extendStatus',
  name: 'Продлить статус площадки',
  hint: 'Статус площадки будет действовать дольше, но не дольше, чем разрешает Положение.',
  place: 8,
  asks: ['site', 'to'],
  fits: (regulation) => !hasFixedTerm(regulation),
  title: () => 'О продлении статуса стажировочной площадки',
  preamble: ({ choices }) => choices.onSubmission ?? quality,
  change: ({ choices: { siteId, to, caseId }, today }) =>
    siteId === null ? null : { kind: 'extendStatus', siteId, to: to ?? today, caseId },
})

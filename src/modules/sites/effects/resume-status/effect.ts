import { addDays, contains, longDate } from '../../../../kernel/dates.ts'
import { counted } from '../../../../kernel/plural.ts'
import { day } from '../../../../kit/order/effect-fields.tsx'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import { known, type Objection, objection } from '../../../../kit/order/objections.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { oneChange } from '../../../../kit/order/template.ts'
import { say } from '../../../../kit/order/wording.ts'
import { changeBasis } from '../../../../regulation/status/questions.ts'
import { applyExtension, applyResumption, tellOfStanding } from '../../commands/apply-standing.ts'
import { siteName } from '../rows.ts'
import { site, statusCase } from '../site-fields.tsx'
import {
  daysOf,
  decidedByGrantor,
  endAfterResumption,
  endedBy,
  ofStatus,
  onItsRegulation,
  regulationOf,
  seenAt,
} from '../standing-checks.ts'

const fields = { siteId: site, on: day({ label: 'Первый день работы', what: 'первый день работы' }), caseId: statusCase }

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    resumeStatus: EffectMade<'resumeStatus', typeof fields>
  }
}

type Resume = EffectOf<'resumeStatus'>

/** Who wants work to begin earlier than the order that resumed it says revokes that order. */
function nothingToResume(name: string, { siteId, on }: Resume, registers: Registers): Objection {
  const last = registers.suspensions.find((one) => one.siteId === siteId && contains(one, on))?.to
  return last
    ? objection('order.resumedAlready', { site: name, from: longDate(addDays(last, 1)) })
    : objection('order.notSuspended', { site: name })
}

const check = (effect: Resume, registers: Registers) =>
  onItsRegulation(effect.siteId, registers, (site, regulation) => {
    if (!contains(site, effect.on)) return [objection('order.statusEnded', { site: site.name })]
    const suspension = endedBy(effect, registers)
    if (!suspension) return [nothingToResume(site.name, effect, registers)]
    if (effect.on < registers.day) return [objection('order.standingBeforeOrder', { day: longDate(registers.day) })]
    if (effect.on <= suspension.from) return [objection('order.resumedTooEarly', { from: longDate(suspension.from) })]
    return decidedByGrantor(regulation, 'resumption', registers)
  })

/** Ends a suspension: the day named is the first day of work again. */
export const resumeStatus = effectKit('resumeStatus', fields, {
  name: 'Возобновить деятельность площадки',
  count: (count) => counted(count, 'возобновление', 'возобновления', 'возобновлений'),
  headline: () => 'Деятельность площадки возобновится',
  place: { icon: 'ok', spoken: 8, applied: 2 },
  saysOne: ({ siteId, on }, registers) =>
    say`Возобновить деятельность площадки ${siteName(registers, siteId)} с ${longDate(on)}.`,
  check,
  describe(effect, registers) {
    const site = registers.sites.get(effect.siteId)
    const regulation = site && regulationOf(site, registers)
    const suspension = endedBy(effect, registers)
    const last = (regulation && suspension && endAfterResumption(regulation, site, suspension, effect.on)) ?? site?.to
    return [
      {
        what: siteName(registers, effect.siteId),
        before: suspension ? `деятельность приостановлена ${daysOf(suspension)}` : null,
        after: `деятельность возобновится ${longDate(effect.on)}${last ? `, статус по ${longDate(last)}` : ''}`,
        basis: known(regulation && changeBasis(regulation, 'resumption')),
      },
      {
        what: 'Планы, отчёты и назначения площадки',
        before: 'только чтение',
        after: 'их снова можно вести',
        basis: [],
      },
    ]
  },
  async applyOne(tx, ctx, { pointNumber, effect }, order) {
    const { siteId, on } = effect
    const by = { siteId, orderId: order.id, pointNumber }
    const site = order.registers.sites.get(siteId)
    const regulation = site && regulationOf(site, order.registers)
    const pause = endedBy(effect, order.registers)
    const moved = regulation && pause ? endAfterResumption(regulation, site, pause, on) : null
    const facts = [
      ...(await applyResumption(tx, ctx, { ...by, on })),
      ...(moved === null ? [] : await applyExtension(tx, ctx, { ...by, to: moved, makesUp: true })),
    ]
    await tellOfStanding(tx, ctx, { kind: 'status.resumed', siteId, on, reason: '' })
    return facts
  },
  deed: ({ siteId, on }, registers, ctx) => ({
    text: `Деятельность площадки ${siteName(registers, siteId)} возобновлена ${longDate(on)}`,
    href: seenAt(ctx, siteId),
  }),
  ...ofStatus,
})

export const resumeStatusTemplate = oneChange({
  code: 'resumeStatus',
  name: 'Возобновить деятельность площадки',
  hint: 'Площадка снова начнёт работать; её план, отчёты и назначения снова можно вести.',
  place: 10,
  asks: ['site', 'firstDay'],
  fits: () => true,
  title: () => 'О возобновлении деятельности стажировочной площадки',
  preamble: () => 'После устранения причин приостановки',
  change: ({ choices: { siteId, on, caseId }, today }) =>
    siteId === null ? null : { kind: 'resumeStatus', siteId, on: on ?? today, caseId },
})

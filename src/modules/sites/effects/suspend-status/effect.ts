import { contains, longDate, overlaps } from '../../../../kernel/dates.ts'
import { counted } from '../../../../kernel/plural.ts'
import type { Day } from '../../../../kernel/types.ts'
import { day, optionalDay, text } from '../../../../kit/order/effect-fields.tsx'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import { known, type Line, type Objection, objection } from '../../../../kit/order/objections.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { oneChange } from '../../../../kit/order/template.ts'
import { ifAny, say } from '../../../../kit/order/wording.ts'
import { provisionOf } from '../../../../regulation/provisions/questions.ts'
import { changeBasis, maySuspend } from '../../../../regulation/status/questions.ts'
import { applyExtension, applySuspension, tellOfStanding } from '../../commands/apply-standing.ts'
import { siteName } from '../rows.ts'
import { site, statusCase } from '../site-fields.tsx'
import {
  daysOf,
  decidedByGrantor,
  endAfterSuspension,
  ofStatus,
  onItsRegulation,
  regulationOf,
  resumedHere,
  seenAt,
} from '../standing-checks.ts'

const fields = {
  siteId: site,
  from: day({ label: 'С какого дня', what: 'первый день' }),
  to: optionalDay({ label: 'По какой день', what: 'последний день', hint: 'Пусто — до решения о возобновлении' }),
  reason: text({ label: 'Почему', what: 'причину', most: 2000, rows: 2 }),
  caseId: statusCase,
}

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    suspendStatus: EffectMade<'suspendStatus', typeof fields>
  }
}

type Suspend = EffectOf<'suspendStatus'>

const check = (effect: Suspend, registers: Registers) =>
  onItsRegulation(effect.siteId, registers, (site, regulation) => {
    if (site.from > registers.day || !contains(site, effect.from)) return [objection('order.statusEnded', { site: site.name })]
    if (effect.from < registers.day) return [objection('order.standingBeforeOrder', { day: longDate(registers.day) })]
    const verdict = maySuspend(regulation, effect, registers.suspends)
    if (!verdict.ok) return [objection('order.noSuspension', { reason: verdict.reason }, verdict.basis)]
    return [
      ...(effect.to !== null && effect.to < effect.from ? [objection('order.periodReversed')] : []),
      ...(effect.to !== null && !contains(site, effect.to) ? [objection('order.statusEnded', { site: site.name })] : []),
      ...decidedByGrantor(regulation, 'suspension', registers),
      ...suspendedTwice(effect, registers),
    ]
  })

function suspendedTwice(effect: Suspend, registers: Registers): Objection[] {
  const there = registers.suspensions.some((one) => one.siteId === effect.siteId && overlaps(one, effect))
  const here = registers.effects.some(
    ({ effect: other }) => other !== effect && other.kind === 'suspendStatus' && other.siteId === effect.siteId,
  )
  return there || here ? [objection('order.suspendedAlready', { site: siteName(registers, effect.siteId) })] : []
}

function describe(effect: Suspend, registers: Registers): Line[] {
  const site = registers.sites.get(effect.siteId)
  const regulation = site && regulationOf(site, registers)
  const schools = registers.attachments.filter((one) => one.siteId === effect.siteId && contains(one, effect.from)).length
  const people = [...registers.appointments.values()].filter(
    (one) => one.siteId === effect.siteId && contains(one, effect.from),
  ).length
  const waiting = registers.awaited.filter((line) => line.siteId === effect.siteId).length
  const name = siteName(registers, effect.siteId)
  const moved = regulation && site ? endAfterSuspension(regulation, resumedHere(regulation, site, registers), effect) : null
  return [
    {
      what: name,
      before: site?.to ? `статус по ${longDate(site.to)}` : 'статус действует',
      after: `деятельность приостановлена ${daysOf(effect)}: ${effect.reason}`,
      basis: known(regulation && changeBasis(regulation, 'suspension')),
    },
    {
      what: 'Планы, отчёты и назначения площадки',
      before: 'их ведут',
      after: effect.to === null ? 'можно только читать, пока деятельность не возобновят' : 'в эти дни можно только читать',
      basis: [],
    },
    ...waitingLines({ people, schools, waiting }, moved),
  ]
}

/** What stays as it is and waits; nothing is said of what is not there. */
function waitingLines(
  { people, schools, waiting }: { people: number; schools: number; waiting: number },
  moved: Day | null,
): Line[] {
  const parts = [
    people > 0 ? counted(people, 'назначение', 'назначения', 'назначений') : null,
    schools > 0 ? counted(schools, 'закреплённая школа', 'закреплённые школы', 'закреплённых школ') : null,
    waiting > 0 ? counted(waiting, 'мероприятие плана', 'мероприятия плана', 'мероприятий плана') : null,
  ].filter((part) => part !== null)
  const waits = parts.length === 0 ? [] : [`ждут: ${parts.join(', ')}`]
  return [
    {
      what: 'Срок статуса',
      before: null,
      after: [moved === null ? 'идёт и во время приостановки' : `продлится по ${longDate(moved)}`, ...waits].join('; '),
      basis: [],
    },
  ]
}

/** Suspends a status from a day on, to a day or until an order resumes it. Where a regulation is silent, whoever gives the status decides. */
export const suspendStatus = effectKit('suspendStatus', fields, {
  name: 'Приостановить деятельность площадки',
  count: (count) => counted(count, 'приостановка', 'приостановки', 'приостановок'),
  headline: () => 'Деятельность площадки приостановится',
  place: { icon: 'end', spoken: 7, applied: 10 },
  saysOne: ({ siteId, from, to, reason }, registers) =>
    say`Приостановить деятельность площадки ${siteName(registers, siteId)} с ${longDate(from)}${ifAny(to, (last) => say` по ${longDate(last)}`)}. Причина: ${reason}.`,
  check,
  describe,
  async applyOne(tx, ctx, { pointNumber, effect }, order) {
    const { siteId, from, to, reason } = effect
    const by = { siteId, orderId: order.id, pointNumber }
    const site = order.registers.sites.get(siteId)
    const regulation = site && regulationOf(site, order.registers)
    const moved =
      regulation && site ? endAfterSuspension(regulation, resumedHere(regulation, site, order.registers), effect) : null
    const facts = [
      ...(await applySuspension(tx, ctx, { ...by, from, to, reason })),
      ...(moved === null ? [] : await applyExtension(tx, ctx, { ...by, to: moved, makesUp: true })),
    ]
    await tellOfStanding(tx, ctx, { kind: 'status.suspended', siteId, on: from, reason, until: to })
    return facts
  },
  deed: ({ siteId, from, to }, registers, ctx) => ({
    text: `Деятельность площадки ${siteName(registers, siteId)} приостановлена ${daysOf({ from, to })}`,
    href: seenAt(ctx, siteId),
  }),
  ...ofStatus,
})

export const suspendStatusTemplate = oneChange({
  code: 'suspendStatus',
  name: 'Приостановить деятельность площадки',
  hint: 'Площадка остановится на время: её страницы можно будет только читать, статус за ней останется.',
  place: 9,
  asks: ['site', 'firstDay', 'reason'],
  fits: (regulation) => provisionOf(regulation, 'suspension').state !== 'forbidden',
  title: () => 'О приостановке деятельности стажировочной площадки',
  preamble: ({ choices }) => choices.onSubmission ?? 'В связи с обстоятельствами, которые мешают работе площадки',
  change: ({ choices: { siteId, on, to, reason, caseId }, today }) =>
    siteId === null
      ? null
      : { kind: 'suspendStatus', siteId, from: on ?? today, to, reason: (reason ?? '').trim().replace(/\.$/, ''), caseId },
})

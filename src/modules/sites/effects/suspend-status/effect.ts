import { contains, longDate } from '../../../../kernel/dates.ts'
import { counted } from '../../../../kernel/plural.ts'
import { day, text } from '../../../../kit/order/effect-fields.tsx'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import { known, type Line, type Objection, objection } from '../../../../kit/order/objections.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { oneChange } from '../../../../kit/order/template.ts'
import { say } from '../../../../kit/order/wording.ts'
import { whoGrants } from '../../../../regulation/status/questions.ts'
import { applySuspension, tellOfStanding } from '../../commands/apply-standing.ts'
import { siteName } from '../rows.ts'
import { site, statusCase } from '../site-fields.tsx'
import { decidedByGrantor, ofStatus, regulationOf, seenAt } from '../standing-checks.ts'

const fields = {
  siteId: site,
  from: day({ label: 'С какого дня', what: 'первый день' }),
  reason: text({ label: 'Почему', what: 'причину', most: 2000, rows: 2 }),
  caseId: statusCase,
}

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    suspendStatus: EffectMade<'suspendStatus', typeof fields>
  }
}

type Suspend = EffectOf<'suspendStatus'>

function check(effect: Suspend, registers: Registers): readonly Objection[] {
  const site = registers.sites.get(effect.siteId)
  if (!site || site.isNew) return [objection('order.unknownSite')]
  if (site.from > registers.day || !contains(site, effect.from)) return [objection('order.statusEnded', { site: site.name })]
  if (effect.from < registers.day) return [objection('order.standingBeforeOrder', { day: longDate(registers.day) })]
  const regulation = regulationOf(site, registers)
  if (!regulation) return [objection('order.noRegulation')]
  return [...decidedByGrantor(regulation, registers), ...suspendedTwice(effect, registers)]
}

function suspendedTwice(effect: Suspend, registers: Registers): Objection[] {
  const there = registers.suspensions.some((one) => one.siteId === effect.siteId && (one.to === null || one.to >= effect.from))
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
  return [
    {
      what: name,
      before: site?.to ? `статус по ${longDate(site.to)}` : 'статус действует',
      after: `деятельность приостановлена с ${longDate(effect.from)}: ${effect.reason}`,
      basis: known(regulation && whoGrants(regulation).basis),
    },
    {
      what: 'Планы, отчёты и назначения площадки',
      before: 'их ведут',
      after: 'можно только читать, пока деятельность не возобновят',
      basis: [],
    },
    ...waitingLines({ people, schools, waiting }),
  ]
}

/** What stays as it is and waits; nothing is said of what is not there. */
function waitingLines({ people, schools, waiting }: { people: number; schools: number; waiting: number }): Line[] {
  const parts = [
    people > 0 ? counted(people, 'назначение', 'назначения', 'назначений') : null,
    schools > 0 ? counted(schools, 'закреплённая школа', 'закреплённые школы', 'закреплённых школ') : null,
    waiting > 0 ? counted(waiting, 'мероприятие плана', 'мероприятия плана', 'мероприятий плана') : null,
  ].filter((part) => part !== null)
  return [
    {
      what: 'Срок статуса',
      before: null,
      after: parts.length === 0 ? 'идёт и во время приостановки' : `идёт и во время приостановки; ждут: ${parts.join(', ')}`,
      basis: [],
    },
  ]
}

/** Suspends a status from a day on, until an order resumes it. The regulations say nothing of it: whoever gives the status decides. */
export const suspendStatus = effectKit('suspendStatus', fields, {
  name: 'Приостановить деятельность площадки',
  count: (count) => counted(count, 'приостановка', 'приостановки', 'приостановок'),
  headline: () => 'Деятельность площадки приостановится',
  place: { icon: 'end', spoken: 7, applied: 10 },
  saysOne: ({ siteId, from, reason }, registers) =>
    say`Приостановить деятельность площадки ${siteName(registers, siteId)} с ${longDate(from)}. Причина: ${reason}.`,
  check,
  describe,
  async applyOne(tx, ctx, { pointNumber, effect: { siteId, from, reason } }, order) {
    const facts = await applySuspension(tx, ctx, { siteId, from, reason, orderId: order.id, pointNumber })
    await tellOfStanding(tx, ctx, { kind: 'status.suspended', siteId, on: from, reason })
    return facts
  },
  deed: ({ siteId, from }, registers, ctx) => ({
    text: `Деятельность площадки ${siteName(registers, siteId)} приостановлена с ${longDate(from)}`,
    href: seenAt(ctx, siteId),
  }),
  ...ofStatus,
})

export const suspendStatusTemplate = oneChange({
  code: 'suspendStatus',
  name: 'Приостановить деятельность площадки',
  hint: 'Площадка остановится на время: её страницы можно будет только читать, статус и его срок останутся.',
  place: 9,
  asks: ['site', 'firstDay', 'reason'],
  fits: () => true,
  title: () => 'О приостановке деятельности стажировочной площадки',
  preamble: ({ choices }) => choices.onSubmission ?? 'В связи с обстоятельствами, которые мешают работе площадки',
  change: ({ choices: { siteId, on, reason, caseId }, today }) =>
    siteId === null
      ? null
      : { kind: 'suspendStatus', siteId, from: on ?? today, reason: (reason ?? '').trim().replace(/\.$/, ''), caseId },
})

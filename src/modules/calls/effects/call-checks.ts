import { instantOf } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import type { Day, Instant } from '../../../kernel/types.ts'
import type { EffectOf } from '../../../kit/order/effects.ts'
import { type Objection, objection } from '../../../kit/order/objections.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import { actNames } from '../../../regulation/acts.ts'
import { initiatorWord, mayInitiate } from '../../../regulation/hosts/questions.ts'
import { callRule } from '../../../regulation/intake/questions.ts'
import { bodyName, isBody } from '../../../regulation/parties/questions.ts'
import { whyAbsent } from '../../../regulation/provisions/questions.ts'
import { judgesInWords, reviewRule } from '../../../regulation/review/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { clockWords } from '../rules.ts'

type Open = EffectOf<'openCall'>
type Extend = EffectOf<'extendCall'>

/** The moment a clock on the wall shows. */
export const momentOf = (day: Day, clock: string, { timeZone }: Pick<Registers, 'timeZone'>): Instant =>
  instantOf(day, `${clock}:00`, timeZone)

/** Everything that keeps a call from being opened. */
export function checkOpening(effect: Open, registers: Registers): readonly Objection[] {
  const regulation = registers.judgedBy?.regulation
  if (!regulation) return [objection('order.noRegulation')]
  return [
    ...setByWhom(regulation, registers),
    ...openedTwice(effect, registers),
    ...times(effect, registers),
    ...initiatorsOf(regulation, effect),
    ...review(regulation, effect),
  ]
}

/** Everything that keeps a call from being prolonged. */
export function checkExtension(effect: Extend, registers: Registers): readonly Objection[] {
  const call = registers.calls.get(effect.callId)
  if (!call) return [objection('order.unknownCall')]
  if (call.revokedOn !== null) return [objection('order.callRevoked', { title: call.title })]
  const closes = momentOf(effect.closesOn, effect.closesAt, registers)
  const times = registers.effects.filter(({ effect: one }) => one.kind === 'extendCall' && one.callId === effect.callId).length
  const due = effect.reviewDueOn ?? call.reviewDueOn
  const regulation = registers.judgedBy?.regulation
  return [
    ...(regulation ? setByWhom(regulation, registers) : []),
    ...(times > 1 ? [objection('order.callExtendedTwice', { title: call.title })] : []),
    ...(closes <= call.closesAt
      ? [objection('order.callExtensionIsShorter', { until: clockWords(call.closesAt, registers) })]
      : notOver(closes, registers)),
    ...(due !== null && due < effect.closesOn ? [objection('order.callReviewTooEarly', { day: longDate(due) })] : []),
  ]
}

/** Who sets the time of calls, and by which act. */
function setByWhom(regulation: Regulation, { issuer, actKind }: Registers): Objection[] {
  const { value: calls, basis } = callRule(regulation)
  if (calls === null) {
    const absent = whyAbsent(regulation, 'calls')
    return [objection('order.noCallsHere', { reason: absent.reason }, absent.basis)]
  }
  const isIt = isBody(issuer, calls.setBy)
  if (!isIt) return [objection('order.callSetByAnother', { who: bodyName(regulation, calls.setBy) }, basis)]
  return calls.act === actNames[actKind] ? [] : [objection('order.callSetByAnotherAct', { act: calls.act }, basis)]
}

function openedTwice({ callId, title }: Open, registers: Registers): Objection[] {
  const times = registers.effects.filter(({ effect }) => effect.kind === 'openCall' && effect.callId === callId).length
  return times > 1 || registers.calls.has(callId) ? [objection('order.callOpenedTwice', { title })] : []
}

function times({ opensOn, opensAt, closesOn, closesAt }: Open, registers: Registers): Objection[] {
  const closes = momentOf(closesOn, closesAt, registers)
  if (momentOf(opensOn, opensAt, registers) >= closes) return [objection('order.callTimesReversed')]
  return notOver(closes, registers)
}

/** A call whose closing is past when the order takes effect would receive nobody. */
function notOver(closes: Instant, registers: Registers): Objection[] {
  const begins = momentOf(registers.effectiveOn, '00:00', registers)
  return closes > begins && closes > registers.now
    ? []
    : [objection('order.callOverAlready', { moment: clockWords(closes, registers) })]
}

function initiatorsOf(regulation: Regulation, { initiators }: Open): Objection[] {
  return initiators.flatMap((who) => {
    const verdict = mayInitiate(regulation, who)
    return verdict.ok
      ? []
      : [objection('order.callInitiator', { who: initiatorWord(regulation, who), reason: verdict.reason }, verdict.basis)]
  })
}

/** What a review needs before anybody applies: criteria that count, somebody to read, time to do it. */
function review(regulation: Regulation, effect: Open): Objection[] {
  const { value: rule, basis } = reviewRule(regulation)
  if (rule === null) return []
  const counts = effect.criteria.some(({ weight, levels }) => weight > 0 && levels.length >= 2)
  const { reviewDueOn, closesOn } = effect
  return [
    ...(counts || judgesInWords(regulation) ? [] : [objection('order.callNoCriteria', {}, basis)]),
    ...(effect.expertsPerApplication >= 1 ? [] : [objection('order.callNoExperts', {}, basis)]),
    ...(reviewDueOn !== null && reviewDueOn < closesOn
      ? [objection('order.callReviewTooEarly', { day: longDate(reviewDueOn) })]
      : []),
  ]
}

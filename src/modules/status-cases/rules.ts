import { addDays, contains, later, longDate } from '../../kernel/dates.ts'
import { ok, type Result, type RuleRefusal, refuse, refuseRule } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import { bodyName } from '../../regulation/parties/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { mayProlong, type SiteRecord } from '../../regulation/status/extension-conditions.ts'
import {
  changeBasis,
  checkExtension,
  lastDayOfExtension,
  maySuspend,
  terminationGrounds,
  terminationNeedsSubmission,
} from '../../regulation/status/questions.ts'
import { type Changing, resumable, type Standing, suspensionOn } from '../sites/standing-rules.ts'
import { type CaseKind, caseKinds } from './machine.ts'
import type { Proposer, StatusCase } from './model.ts'

/** What somebody wants to be decided about a status. */
export type Wish = {
  readonly kind: CaseKind
  readonly onDay: Day
  /** The last day of a suspension, where it is known. */
  readonly untilDay: Day | null
  readonly ground: string | null
  readonly proposedBy: Proposer
}

const no = (rule: `case.${string}`, field: string, more: { clause?: string; params?: Record<string, string> } = {}) =>
  refuseRule(rule, { field, ...more })

/** A site as far as a case asks of it; `record`: what it has done, where its paper prolongs only under conditions. */
export type Asked = Changing & { readonly record?: SiteRecord | null }

/** Whether a case may be opened at all: what the regulation and the term forbid is refused at once, not after weeks of papers. (C-33, R-35, C-71) */
export function mayStart(regulation: Regulation, site: Asked, wish: Wish, today: Day): Result<null> {
  if (today < site.from) return no('case.statusNotBegun', '', { params: { from: longDate(site.from) } })
  if (site.to !== null && today > site.to) return no('case.statusOver', '', { params: { last: longDate(site.to) } })
  if (wish.onDay < today) return no('case.dayPassed', 'onDay', { params: { today: longDate(today) } })
  return starts[wish.kind](regulation, site, wish, today)
}

type Check = (regulation: Regulation, site: Asked, wish: Wish, today: Day) => Result<null>

const starts: Readonly<Record<CaseKind, Check>> = {
  extension(regulation, site, { onDay }, today) {
    if (site.to === null) return no('case.termHasNoEnd', 'onDay')
    if (onDay <= site.to) return no('case.extensionIsShorter', 'onDay', { params: { until: longDate(site.to) } })
    const status = { from: site.from, to: site.to, times: site.prolonged }
    const verdict = checkExtension(regulation, status, { until: onDay, asked: today })
    if (verdict.ok) return prolongs(regulation, site.record ?? null)
    const last = lastDayOfExtension(regulation, status).value
    // A day is proposed only where the length is what offends, not the number or the lateness.
    const wouldDo = last !== null && checkExtension(regulation, status, { until: last, asked: today }).ok
    const params = { reason: verdict.reason.replace(/\.$/, ''), ...(wouldDo ? { last: longDate(last) } : {}) }
    return no('case.termTooLong', 'onDay', { clause: verdict.basis?.clause, params })
  },
  suspension(regulation, site, { onDay, untilDay }) {
    if (!contains(site, onDay)) return outside(site)
    if (untilDay !== null && untilDay < onDay) return no('case.suspensionReversed', 'untilDay')
    if (untilDay !== null && site.to !== null && untilDay > site.to) return outside(site, 'untilDay')
    const verdict = maySuspend(regulation, { from: onDay, to: untilDay }, site.suspends)
    if (!verdict.ok)
      return no('case.noSuspension', 'untilDay', { clause: verdict.basis?.clause, params: { reason: verdict.reason } })
    const there = site.suspensions.find((one) => one.to === null || one.to >= onDay)
    return there ? no('case.suspendedAlready', 'onDay', { params: { since: longDate(there.from) } }) : ok(null)
  },
  resumption(_, site, { onDay }) {
    const ended = resumable(site.suspensions, onDay)
    if (!ended) return nothingToResume(site, onDay)
    if (onDay <= ended.from) return no('case.resumedTooEarly', 'onDay', { params: { from: longDate(ended.from) } })
    return contains(site, onDay) ? ok(null) : outside(site)
  },
  termination(regulation, site, { onDay, ground, proposedBy }) {
    if (!contains(site, onDay)) return outside(site)
    return mayName(regulation, ground, proposedBy)
  },
  question: (regulation, _site, { proposedBy }) =>
    proposedBy === 'organisation' || changeBasis(regulation, 'question') === null ? no('case.nothingToAsk', '') : ok(null),
}

/** The conditions of the paper for an extension: what is not met is refused with its clause. */
export function prolongs(regulation: Regulation, record: SiteRecord | null): Result<null> {
  const verdict = record === null ? null : mayProlong(regulation, record)
  if (verdict === null || verdict.ok) return ok(null)
  return no('case.extensionCondition', '', { clause: verdict.basis?.clause, params: { reason: verdict.reason } })
}

const outside = (site: Standing, field = 'onDay') =>
  no('case.outsideTerm', field, {
    params: { from: longDate(site.from), ...(site.to === null ? {} : { to: longDate(site.to) }) },
  })

/** Who wants work to begin earlier than the order that resumed it says has that order revoked. */
function nothingToResume({ suspensions }: Standing, onDay: Day): Result<null> {
  const last = suspensionOn(suspensions, onDay)?.to
  return last
    ? no('case.resumedAlready', 'onDay', { params: { from: longDate(addDays(last, 1)) } })
    : no('case.notSuspended', 'onDay')
}

/** Grounds of the regulation this party may name; null where the regulation names none and one's own words are the ground. (R-35, C-71) */
export function groundsFor(
  regulation: Regulation,
  proposer: Proposer,
): readonly { readonly code: string; readonly text: string }[] | null {
  const grounds = terminationGrounds(regulation).value
  if (grounds === null) return null
  const side = proposer === 'organisation' ? 'organisation' : 'operator'
  return grounds.filter((one) => one.proposedBy === 'either' || one.proposedBy === side)
}

function mayName(regulation: Regulation, ground: string | null, proposer: Proposer): Result<null> {
  if (!ground?.trim()) return no('case.groundMissing', 'ground')
  const allowed = groundsFor(regulation, proposer)
  if (allowed === null || allowed.some((one) => one.code === ground)) return ok(null)
  const clause = terminationGrounds(regulation).basis?.clause
  return allowed.length === 0
    ? refuse(nobodyToName(regulation))
    : no('case.unknownGround', 'ground', { clause, params: { grounds: allowed.map((one) => one.text).join('; ') } })
}

/** The regulation leaves this party no ground. */
const nobodyToName = (regulation: Regulation): RuleRefusal => ({
  code: 'rule',
  rule: 'case.noGroundForYou',
  field: 'ground',
  clause: terminationGrounds(regulation).basis?.clause,
  params: { operator: bodyName(regulation, 'operator') },
})

/** The words of a ground. */
export const groundWords = (regulation: Regulation, ground: string | null): string =>
  terminationGrounds(regulation).value?.find((one) => one.code === ground)?.text ?? ground ?? ''

/** Whether the operator has to send a submission before an order can be drafted, and the clause that says so. */
export function needsSubmission(regulation: Regulation, kind: CaseKind): { value: boolean; clause: string | null } {
  if (kind !== 'termination') return { value: false, clause: null }
  const { value, basis } = terminationNeedsSubmission(regulation)
  return { value, clause: basis?.clause ?? null }
}

/** The operator hears the site out first: a case that waits for an explanation goes on when it has come or its day has passed. */
export function heardOut(one: Pick<StatusCase, 'state' | 'explanationDueOn'>, today: Day): Result<null> {
  if (one.state !== 'explanationAsked' || one.explanationDueOn === null || today > one.explanationDueOn) return ok(null)
  return refuseRule('case.explanationAwaited', { params: { due: longDate(one.explanationDueOn) } })
}

/** Whether a draft order may be made of the case. */
export function mayDraft(
  regulation: Regulation,
  one: Pick<StatusCase, 'kind' | 'state' | 'explanationDueOn' | 'submittedAt'>,
  today: Day,
): Result<null> {
  if (one.kind === 'question') return refuseRule('case.questionDecidesNothing')
  const heard = heardOut(one, today)
  if (!heard.ok) return heard
  const needed = needsSubmission(regulation, one.kind)
  if (!needed.value || one.state === 'proposed') return ok(null)
  return refuseRule('case.needsSubmission', {
    clause: needed.clause ?? undefined,
    params: { operator: bodyName(regulation, 'operator') },
  })
}

/** An explanation is asked of a site before something is taken from it, and where nothing but that is wanted. */
export const asksExplanation = (kind: CaseKind): boolean => kind === 'termination' || kind === 'suspension' || kind === 'question'

/** The first day a wish of this kind could be for: if even that one is refused, so is every later one. */
export function firstDay(kind: CaseKind, site: Standing, today: Day): Day {
  if (kind === 'extension') return site.to === null ? today : addDays(site.to, 1)
  const after = (day: Day | null | undefined) => (day ? later(today, addDays(day, 1)) : today)
  if (kind === 'resumption') return after(resumable(site.suspensions, today)?.from)
  return kind === 'suspension' ? site.suspensions.map(({ to }) => after(to)).reduce(later, today) : today
}

/** Why a case of this kind cannot be opened today, whatever day and ground one names; null where it can. */
export function whyNotNow(
  regulation: Regulation,
  site: Asked,
  kind: CaseKind,
  { today, proposedBy }: { today: Day; proposedBy: Proposer },
): RuleRefusal | null {
  const grounds = groundsFor(regulation, proposedBy)
  const ground = grounds === null ? 'своими словами' : (grounds[0]?.code ?? null)
  const onDay = firstDay(kind, site, today)
  const began = mayStart(
    regulation,
    site,
    { kind, onDay, untilDay: kind === 'suspension' ? onDay : null, ground, proposedBy },
    today,
  )
  if (began.ok || began.refusal.code !== 'rule') return null
  return began.refusal.rule === 'case.groundMissing' ? nobodyToName(regulation) : began.refusal
}

/** Which kinds of case this party can open today. */
export const kindsNow = (regulation: Regulation, site: Asked, today: Day, proposedBy: Proposer): CaseKind[] =>
  caseKinds.filter((kind) => whyNotNow(regulation, site, kind, { today, proposedBy }) === null)

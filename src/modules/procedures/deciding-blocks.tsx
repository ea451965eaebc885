import type { Permission } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import type { Facts } from '../../history/facts.ts'
import { addDays } from '../../kernel/dates.ts'
import { no, ok, refuseRule } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import type { Case } from '../../kit/case.ts'
import { deed } from '../../kit/deed.ts'
import type { Movable } from '../../kit/deed-types.ts'
import { optionalArea, unseen } from '../../kit/form/fields.ts'
import type { At } from '../../kit/thing.ts'
import { type ByClock, factsOf, type Happened, noticesOf, report, type Told, type When, type Who } from '../../kit/told.ts'
import type { Notices } from '../../notices/kinds.ts'
import { partyOf } from '../../regulation/parties/questions.ts'
import { type Decision, ofSilence, spokenStep } from '../../regulation/procedure.ts'
import type { ProcedureKind } from '../../regulation/work/steps.ts'
import { optionalText, optionalWhole } from '../../web/fields.ts'
import { decidersOf, headsOf, permissionOf } from '../sites/decider-queries.ts'
import { beginProcedure, endProcedure, goOn, hear, recounted } from './commands/move.ts'
import { type Decided, type Heard, type Outcome, type Procedure, stepNow } from './model.ts'
import type { Silence } from './ports.ts'
import { returning, wrongMeeting } from './rules.ts'
import { accusative } from './texts.ts'
import { DecisionFields } from './views/decision-fields.tsx'

const form = {
  remark: optionalArea('Замечание', { most: 3000, rows: 3 }),
  present: unseen('Сколько членов присутствовало', optionalWhole('сколько членов присутствовало', 0, 999)),
  inFavour: unseen('Сколько из них за', optionalWhole('сколько за', 0, 999)),
  protocol: unseen('Протокол', optionalText('протокол', 300)),
}

/** A decision as it is told and recorded. */
export type Hearing<Open> = Open & {
  readonly ctx: ByClock
  readonly what: Outcome
  /** «Согласует ИМЦ», or that nobody answered in time. */
  readonly step: string
  readonly remark: string | null
}

type Said = { readonly remark: string | null; readonly isSilence?: boolean }

type Spec<Open, Action, Set, Param extends string, Name extends ProcedureKind> = {
  /** What its kinds of notices and facts are called by, and what the last yes is among them. */
  readonly name: Name
  readonly finished: string & keyof Facts & keyof Notices & `${Name}.${string}`
  /** What it is to whoever is told of it, and in history. */
  readonly about: (opened: Open) => Readonly<Notices[`${Name}.withdrawn`]>
  readonly facts: (opened: Open) => Readonly<Facts[`${Name}.withdrawn`]>
  /** Where a decision is sent, and who sees the thing at all. */
  readonly at: At<Param>
  readonly sees: Permission
  /** What a yes before the last step, the last yes and a refusal are to the machine. */
  readonly moves: Readonly<Record<'pass' | 'finish' | 'refuse', Action>>
  readonly versionOf?: (given: Open) => number
  readonly set: (hearing: Hearing<Open>) => Set
  readonly done: Readonly<Record<Exclude<Outcome, 'voiced'>, string>>
  /** Who will see a remark. */
  readonly hint: string
}

/** Where something is sent along its way or taken back. */
type Given = { readonly ctx: When; readonly procedure: Procedure | null }

/** The deeds by which a thing goes along the steps of its regulation: a yes, a refusal by the other button of the same form, and what the clock does: by silence, or because all who are left have spoken. */
export function deciding<
  Open extends Movable & Decided,
  Action extends string,
  Set,
  const Param extends string,
  const Name extends ProcedureKind,
>(of: Case<Open, Action, Set, Param>, spec: Spec<Open, NoInfer<Action>, Set, NoInfer<Param>, Name>) {
  const { name, at, sees, moves, versionOf = ({ one }: Open) => one.editVersion } = spec
  const kinds = { voiced: `${name}.voiced`, passed: `${name}.stepPassed`, finished: spec.finished, returned: `${name}.returned` }
  const telling = (kind: string, opened: Open, who: Who<ByClock>, more: { caption?: string; remark?: string } = {}) =>
    ({ kind, to: [who], params: { ...spec.about(opened), ...more } }) as Told<ByClock>
  const recording = (kind: string, opened: Open, more: { step?: string; remark?: string | null } = {}) =>
    ({ kind, facts: { ...spec.facts(opened), ...more } }) as Happened

  /** Those who decide at a step are told that it is their turn, or that it is no more. */
  const awaiting = (opened: Open, place: number | null, what: 'awaitsDecision' | 'withdrawn' = 'awaitsDecision') => {
    if (opened.procedure === null || place === null) return []
    const { steps, regulation, at: site } = opened.procedure
    const step = steps[place]
    if (!step) return []
    const deciders: Who<ByClock> = (tx, ctx) => decidersOf(tx, ctx, regulation, site, step.by)
    return [telling(`${name}.${what}`, opened, deciders, what === 'withdrawn' ? {} : { caption: step.caption })]
  }
  const sending = {
    follow: async (tx: Tx, { ctx, procedure }: Given) => {
      if (procedure) await beginProcedure(tx, ctx, procedure)
      return ok({})
    },
    tell: (given: Open) => awaiting(given, 0),
  }
  const takingBack = {
    follow: async (tx: Tx, { ctx, procedure }: Given) => {
      if (procedure) await endProcedure(tx, ctx, procedure, 'withdrawn')
      return ok({})
    },
    tell: (given: Open) => awaiting(given, given.procedure?.stands?.step ?? 0, 'withdrawn'),
    fact: (given: Open) => recording(`${name}.withdrawn`, given),
  }
  const actionOf = ({ procedure }: Open, decision: Decision): Action => {
    const [steps, place] = [procedure?.steps ?? [], procedure?.stands?.step ?? 0]
    if (decision === 'passed') return place + 1 < steps.length ? moves.pass : moves.finish
    return (steps[place]?.onRefusal ?? null) === null ? moves.refuse : moves.pass
  }
  const hearingOf = (opened: Open, ctx: ByClock, { what }: Heard, { remark, isSilence = false }: Said): Hearing<Open> => {
    const step = stepNow(opened.procedure)
    return { ...opened, ctx, what, remark, step: step ? spokenStep(step, isSilence) : '' }
  }
  const toldOf = (hearing: Hearing<Open>, { next }: Heard) => {
    const { what, step: caption, remark } = hearing
    const heads = what === 'voiced' ? [] : [telling(kinds[what], hearing, headsOf, { caption, remark: remark ?? '' })]
    return [...heads, ...awaiting(hearing, next)]
  }
  const factOf = (hearing: Hearing<Open>) =>
    recording(kinds[hearing.what], hearing, { step: hearing.step, remark: hearing.remark })

  const saying = (decision: Decision) =>
    deed(of, (opened) => actionOf(opened, decision), {
      at,
      permits: sees,
      // Whoever comes second to a decision is told first of all that the thing is not what they have read.
      by: (given) => {
        const step = stepNow(given.procedure)
        const isSeen = given.input === undefined || given.input.version === versionOf(given)
        return given.procedure && step && isSeen ? permissionOf(given.procedure.regulation, step.by) : sees
      },
      versionOf,
      form,
      lacks: ({ procedure, ctx }) => [
        ...(stepNow(procedure) === null ? [no('procedure.notGoing')] : []),
        ...(procedure?.stands?.spoken.includes(ctx.actor.personId) ? [no('procedure.saidAlready')] : []),
      ],
      rule: ({ procedure, input }) => {
        const step = stepNow(procedure)
        const party = procedure && step?.how === 'meeting' ? partyOf(procedure.regulation, step.by) : null
        return [
          ...(decision === 'returned' ? returning(input.remark, procedure ? accusative[procedure.kind] : '') : []),
          ...(party?.vote ? wrongMeeting({ ...party, vote: party.vote }, input, decision, step?.clause[0]) : []),
        ]
      },
      also: async (tx, { procedure, ctx, input: { remark, ...meeting } }) => {
        if (procedure === null) return refuseRule('procedure.notGoing')
        const isMeeting = stepNow(procedure)?.how === 'meeting'
        const voice = { outcome: decision, personId: ctx.actor.personId, remark, ...(isMeeting && { meeting }) }
        return ok(await hear(tx, ctx, procedure, voice))
      },
      idle: ({ made }) => made.what === 'voiced',
      set: (given) => spec.set(hearingOf(given, given.ctx, given.made, given.input)),
      tell: (given) => toldOf(hearingOf(given, given.ctx, given.made, given.input), given.made),
      fact: (given) => factOf(hearingOf(given, given.ctx, given.made, given.input)),
      done: ({ made: { what } }) => (what === 'voiced' ? 'Ваше решение записано, ждут остальных' : spec.done[what]),
      ask: {
        fields: (given) => (
          <DecisionFields form={given.form} isMeeting={stepNow(given.procedure)?.how === 'meeting'} hint={spec.hint} />
        ),
      },
    })

  const silence: Silence['apply'] = async (tx, at, caseId) => {
    const opened = await of.lock(tx, at, caseId)
    const procedure = opened?.procedure ?? null
    const step = stepNow(procedure)
    const isOpen = (day: Day) => !opened || of.standing?.(opened, day).ok !== false
    if (!opened || !procedure?.stands || !step || !isOpen(at.today)) return false
    const counted = await recounted(tx, at, procedure)
    const { dueOn } = procedure.stands
    const isLate = dueOn !== null && dueOn < at.today
    const decision = counted?.outcome ?? (isLate ? ofSilence(step) : null)
    if (decision === null) return false
    // Silence is as of the day after the last one; of a site that was suspended then, as of today.
    const isSilence = counted === null && isLate
    const ctx = isSilence && isOpen(addDays(dueOn, 1)) ? { ...at, today: addDays(dueOn, 1) } : at
    const heard = counted
      ? await goOn(tx, ctx, procedure, decision)
      : await hear(tx, ctx, procedure, { outcome: decision, personId: null, remark: null })
    const hearing = hearingOf(opened, ctx, heard, { remark: counted?.remark ?? null, isSilence })
    const moved = await of.move(tx, ctx, opened.one, actionOf(opened, decision), spec.set(hearing))
    if (!moved.ok) throw new Error(`the clock was refused: ${JSON.stringify(moved.refusal)}`)
    const its = { id: opened.one.id, siteId: procedure.at.siteId }
    const notices = await noticesOf(tx, ctx, toldOf(hearing, heard), its)
    await report(tx, ctx, { facts: factsOf(factOf(hearing), its), notices })
    return true
  }
  return { pass: saying('passed'), refuse: saying('returned'), sending, takingBack, silence }
}

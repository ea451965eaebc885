import type { Permission } from '../../authz/policy.ts'
import { addDays } from '../../kernel/dates.ts'
import { no, ok, refuseRule } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import type { Case } from '../../kit/case.ts'
import { deed } from '../../kit/deed.ts'
import type { Movable } from '../../kit/deed-types.ts'
import { optionalArea, unseen } from '../../kit/form/fields.ts'
import type { At } from '../../kit/thing.ts'
import { type ByClock, factsOf, type Happened, listOf, noticesOf, report, type Told, type Who } from '../../kit/told.ts'
import { partyOf } from '../../regulation/parties/questions.ts'
import { type Decision, ofSilence, type Step, spokenStep } from '../../regulation/procedure.ts'
import { optionalText, optionalWhole } from '../../web/fields.ts'
import { decidersOf, permissionOf } from '../sites/decider-queries.ts'
import { goOn, hear, recounted } from './commands/move.ts'
import { type Decided, type Heard, type Outcome, stepNow } from './model.ts'
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

type Spec<Open, Action, Set, Param extends string> = {
  /** Where a decision is sent, and who sees the thing at all. */
  readonly at: At<Param>
  readonly sees: Permission
  /** What a yes before the last step, the last yes and a refusal are to the machine. */
  readonly moves: Readonly<Record<'pass' | 'finish' | 'refuse', Action>>
  readonly versionOf?: (given: Open) => number
  readonly set: (hearing: Hearing<Open>) => Set
  /** Those who decide at a step are told that it is their turn. */
  readonly awaits: (opened: Open, step: Step, deciders: Who<ByClock>) => Told<ByClock>
  readonly told: (hearing: Hearing<Open>) => Told<ByClock> | null
  readonly fact: (hearing: Hearing<Open>) => Happened
  readonly done: Readonly<Record<Outcome, string>>
  /** Who will see a remark. */
  readonly hint: string
}

/** The deeds by which a thing goes along the steps of its regulation: a yes, a refusal by the other button of the same form, and what the clock does: by silence, or because all who are left have spoken. */
export function deciding<Open extends Movable & Decided, Action extends string, Set, const Param extends string>(
  of: Case<Open, Action, Set, Param>,
  spec: Spec<Open, NoInfer<Action>, Set, NoInfer<Param>>,
) {
  const { at, sees, moves, versionOf = ({ one }: Open) => one.editVersion } = spec

  const awaiting = (opened: Open, place: number | null): Told<ByClock>[] => {
    if (opened.procedure === null || place === null) return []
    const { steps, regulation, at: site } = opened.procedure
    const step = steps[place]
    return step ? [spec.awaits(opened, step, (tx, ctx) => decidersOf(tx, ctx, regulation, site, step.by))] : []
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
  const toldOf = (hearing: Hearing<Open>, { next }: Heard) => [...listOf(spec.told(hearing)), ...awaiting(hearing, next)]

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
      fact: (given) => spec.fact(hearingOf(given, given.ctx, given.made, given.input)),
      done: ({ made }) => spec.done[made.what],
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
    await report(tx, ctx, { facts: factsOf(spec.fact(hearing), its), notices })
    return true
  }
  return { pass: saying('passed'), refuse: saying('returned'), awaiting, silence }
}

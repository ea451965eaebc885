import { addDays, longDate } from '../../kernel/dates.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import type { TraineeshipState } from '../traineeships/machine.ts'
import type { AdaptationState } from './machine.ts'

/** What became of a model in the own school. */
export const outcomes = ['introduced', 'adapted', 'didNotFit'] as const
export type Outcome = (typeof outcomes)[number]

/** What a model of one's own is known by to the rules. */
export type Known = {
  readonly state: AdaptationState
  readonly introducedOn: Day | null
  readonly firstCheckOn: Day | null
  readonly secondCheckOn: Day | null
  readonly firstOutcome: Outcome | null
  readonly secondOutcome: Outcome | null
}

/** An unanswered question falls away after so many days; whoever leads the trainee is asked to call then. */
export const daysToAnswer = 30

/**
 * When it is asked about, in days from the one it is written down on: what was introduced long ago is asked about too. By the choice of the
 * centre; the second question comes after the first, whatever was chosen.
 */
export function checksAfter(today: Day, { first, second }: { readonly first: number; readonly second: number }) {
  return { firstCheckOn: addDays(today, first), secondCheckOn: addDays(today, Math.max(second, first + 1)) }
}

/** One describes what was seen: from the first day of a traineeship that goes on or was finished. */
export const mayDescribe = (
  { state, startsOn }: { readonly state: TraineeshipState; readonly startsOn: Day },
  today: Day,
): RuleRefusal[] => ((state === 'running' || state === 'finished') && startsOn <= today ? [] : [no('adaptation.tooEarly')])

/** It is introduced on a day that has come, and not before the traineeship began. */
export function wrongIntroduction(on: Day, { startsOn, today }: { readonly startsOn: Day; readonly today: Day }): RuleRefusal[] {
  if (on > today) return [no('adaptation.introducedAhead', { field: 'introducedOn', params: { today: longDate(today) } })]
  return on < startsOn
    ? [no('adaptation.introducedTooEarly', { field: 'introducedOn', params: { day: longDate(startsOn) } })]
    : []
}

/** «Не подошло» is as good an answer as any, with why. */
export const wrongAnswer = ({ outcome, why }: { readonly outcome: Outcome; readonly why: string | null }): RuleRefusal[] =>
  outcome === 'didNotFit' && why === null ? [no('adaptation.noWhy', { field: 'why' })] : []

/** What became of it by the last word of the trainee; null while there is none. */
export const outcomeOf = ({ firstOutcome, secondOutcome }: Pick<Known, 'firstOutcome' | 'secondOutcome'>): Outcome | null =>
  secondOutcome ?? firstOutcome

/** Whether nothing more is asked of it: it has ended, was taken back, or did not fit. */
export const isOver = (one: Known): boolean =>
  one.state === 'ended' || one.state === 'takenBack' || outcomeOf(one) === 'didNotFit'

export type Question = 'first' | 'second'
type Asked = { readonly question: Question; readonly since: Day }

/** The question that may be answered on a day: the second once its day has come, before it the first if it has no answer yet. */
export function asksNow(one: Known, today: Day): Asked | null {
  const { firstCheckOn, secondCheckOn } = one
  if (firstCheckOn === null || secondCheckOn === null || isOver(one)) return null
  if (today >= secondCheckOn) return { question: 'second', since: secondCheckOn }
  return today >= firstCheckOn && one.firstOutcome === null ? { question: 'first', since: firstCheckOn } : null
}

/** Whether the trainee is asked on a day: for thirty days, then the question falls away. */
export function waitsForTrainee(one: Known, today: Day): Asked | null {
  const asked = asksNow(one, today)
  return asked && today < addDays(asked.since, daysToAnswer) ? asked : null
}

/** Whether whoever leads the trainee is asked to call: the question has fallen away, thirty days more. */
export function waitsForGuide(one: Known, today: Day): Asked | null {
  const asked = asksNow(one, today)
  if (asked === null || waitsForTrainee(one, today)) return null
  return today < addDays(asked.since, 2 * daysToAnswer) ? asked : null
}

/** The day until which a question is asked, the last included. */
export const lastDayToAnswer = (since: Day): Day => addDays(since, daysToAnswer - 1)

/** Before the day of a question it has no answer: the day is said. */
export const mayAnswer = (one: Known, question: Question, today: Day): RuleRefusal[] => {
  if (isOver(one)) return [no('adaptation.isOver')]
  const due = question === 'first' ? one.firstCheckOn : one.secondCheckOn
  if (due !== null && today < due) return [no('adaptation.notAskedYet', { params: { day: longDate(due) } })]
  return question === 'first' && asksNow(one, today)?.question === 'second' ? [no('adaptation.askedAgain')] : []
}

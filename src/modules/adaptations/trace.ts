import type { Day } from '../../kernel/types.ts'
import { type Known, type Outcome, outcomeOf } from './rules.ts'

/** One step on the way of a practice from the lesson seen to the lesson changed. A day still to come is planned. */
export type TraceStep = {
  readonly kind: 'seen' | 'tried' | 'described' | 'introduced' | 'checked'
  readonly what: string
  readonly day: Day | null
  readonly done: boolean
}

type Traced = Known & {
  readonly plannedOn: Day
  readonly firstOn: Day | null
  readonly secondOn: Day | null
}

/** The way a practice went: what was seen and tried on the site, by days, then what has become of it in the own school. */
export function traceOf(
  seen: readonly { readonly title: string; readonly day: Day | null; readonly tried: boolean }[],
  one: Traced,
  { describedOn, words }: { readonly describedOn: Day; readonly words: Readonly<Record<Outcome, string>> },
): TraceStep[] {
  const before = seen
    .toSorted((a, b) => (a.day ?? '9999').localeCompare(b.day ?? '9999'))
    .map(({ title, day, tried }): TraceStep => ({ kind: tried ? 'tried' : 'seen', what: title, day, done: true }))
  const described: TraceStep = { kind: 'described', what: 'Описано для своей школы', day: describedOn, done: true }
  if (one.state === 'takenBack') return [...before, described]
  const introduced: TraceStep = {
    kind: 'introduced',
    what: 'Внедрено у себя',
    day: one.introducedOn ?? one.plannedOn,
    done: one.introducedOn !== null,
  }
  const check = (outcome: Outcome | null, on: Day | null, due: Day | null, what: string): TraceStep => ({
    kind: 'checked',
    what: outcome === null ? what : words[outcome],
    day: on ?? due,
    done: outcome !== null,
  })
  const first = check(one.firstOutcome, one.firstOn, one.firstCheckOn, 'Первый ответ')
  const second = check(one.secondOutcome, one.secondOn, one.secondCheckOn, 'Второй ответ')
  const isLast = outcomeOf(one) === 'didNotFit' && one.secondOutcome === null
  // A first question that fell away is not shown beside the answer to the second.
  const checks = isLast ? [first] : one.secondOutcome !== null && !first.done ? [second] : [first, second]
  return [...before, described, introduced, ...checks]
}

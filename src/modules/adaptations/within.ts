import { contains } from '../../kernel/dates.ts'
import type { Day, Period } from '../../kernel/types.ts'
import type { Outcome } from './rules.ts'

type Answered = {
  readonly introducedOn: Day | null
  readonly firstOutcome: Outcome | null
  readonly firstWhy: string | null
  readonly firstOn: Day | null
  readonly secondOutcome: Outcome | null
  readonly secondWhy: string | null
  readonly secondOn: Day | null
}

/** What a report tells of the models of these days: how many began, by the last answer given in them what came of each, and why what did not fit did not; null where there is nothing to tell. (L-13) */
export function adaptationsOf(all: readonly Answered[], days: Period) {
  const within = (day: Day | null): boolean => day !== null && contains(days, day)
  const answers = all.flatMap((one) => {
    if (one.secondOutcome !== null && within(one.secondOn)) return [{ outcome: one.secondOutcome, why: one.secondWhy }]
    return one.firstOutcome !== null && within(one.firstOn) ? [{ outcome: one.firstOutcome, why: one.firstWhy }] : []
  })
  const introduced = all.filter((one) => within(one.introducedOn)).length
  if (introduced === 0 && answers.length === 0) return null
  const count = (outcome: Outcome) => answers.filter((answer) => answer.outcome === outcome).length
  return {
    introduced,
    outcomes: { introduced: count('introduced'), adapted: count('adapted'), didNotFit: count('didNotFit') },
    reasons: answers.flatMap(({ outcome, why }) => (outcome === 'didNotFit' && why !== null ? [why] : [])),
  }
}

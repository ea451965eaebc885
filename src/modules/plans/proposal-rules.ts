import { shortDate } from '../../kernel/dates.ts'
import { no, ok, type Result, type RuleRefusal, refuseRule } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import { proposesLines } from '../../regulation/people/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { formsOfWork } from '../../regulation/work/questions.ts'
import type { Line, PlanFrame } from './model.ts'
import { bounds } from './rules.ts'

/** Members propose where the paper says that they do; elsewhere there is no button. (U-43) */
export const mayPropose = (regulation: Regulation): Result<null> =>
  proposesLines(regulation).value ? ok(null) : refuseRule('plan.noProposals')

export type Proposed = {
  readonly activity: string
  readonly form: string | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
}

/** What is wrong with the days and the form of work; a proposal without days is a proposal too. */
export function wrongProposal({ form, startsOn, endsOn }: Proposed, frame: PlanFrame, regulation: Regulation): RuleRefusal[] {
  const refusals: RuleRefusal[] = []
  if (form !== null && !formsOfWork(regulation).some(({ code }) => code === form))
    refusals.push(no('plan.proposalForm', { field: 'form' }))
  if (startsOn === null) return endsOn === null ? refusals : [...refusals, no('plan.proposalStarts', { field: 'startsOn' })]
  if (endsOn !== null && endsOn < startsOn) return [...refusals, no('plan.proposalEnds', { field: 'endsOn' })]
  const within = bounds(frame)
  const isIn = within !== null && within.from <= startsOn && (within.to === null || (endsOn ?? startsOn) <= within.to)
  const params = { from: within ? shortDate(within.from) : '', to: within?.to ? shortDate(within.to) : '' }
  return isIn ? refusals : [...refusals, no('plan.proposalOutside', { field: 'startsOn', params })]
}

/** Taken, it is a line of a draft; what has been sent or approved is changed by a new version only. */
export const mayTakeInto = (open: { readonly state: string } | null): RuleRefusal[] =>
  open?.state === 'draft' ? [] : [no(open === null ? 'plan.proposalNeedsVersion' : 'plan.proposalNeedsDraft')]

/** What of a proposal no longer fits its plan: the head chooses it anew. */
export type Unfit = 'days' | 'form'

/** A proposal as the plan can take it: without the days and the form that do not fit it any more. */
export function fitting<Own extends Proposed>(
  one: Own,
  frame: PlanFrame,
  regulation: Regulation,
): { readonly taken: Own; readonly without: readonly Unfit[] } {
  const wrong = wrongProposal(one, frame, regulation)
  const without = [...new Set(wrong.map(({ field }): Unfit => (field === 'form' ? 'form' : 'days')))]
  const days = without.includes('days') ? { startsOn: null, endsOn: null } : {}
  return { taken: { ...one, ...days, ...(without.includes('form') && { form: null }) }, without }
}

/** The line it becomes: who answers for it and everything else the head writes. */
export const lineOf = ({ activity, form, startsOn, endsOn }: Proposed, key: string): Line => ({
  ...{ key, activity, form, startsOn, endsOn },
  ...{ direction: null, personIds: [], own: {} },
})

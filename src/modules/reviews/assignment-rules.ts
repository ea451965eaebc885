import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { ApplicationId, Day, PersonId } from '../../kernel/types.ts'
import { type Concerned, conflictsOf, type KnownExpert } from './conflict-rules.ts'
import { isStanding } from './machine.ts'
import type { Expert, ReviewState } from './model.ts'
import type { Vacancy } from './proposal-rules.ts'

type Taken = { readonly expertId: PersonId; readonly state: ReviewState }
type Ties = KnownExpert & Pick<Expert, 'name' | 'directions' | 'openReviews'>

/** An expert beside an application: why they may not read it, and whether its direction is theirs. */
export type Candidate<Kind extends Ties = Ties> = {
  readonly expert: Kind
  /** Reasons against, each a sentence; empty: may be given. */
  readonly against: readonly string[]
  readonly ownDirection: boolean
}

/** Everybody of the pool beside one application: those who may read it first, the least loaded above. */
export function candidatesFor<Kind extends Ties>(
  experts: readonly Kind[],
  application: Concerned & { readonly direction: string | null },
  taken: readonly Taken[],
): Candidate<Kind>[] {
  const byPerson = new Map(taken.map(({ expertId, state }) => [expertId, state]))
  return experts
    .map((expert) => ({
      expert,
      against: [...alreadyIn(byPerson.get(expert.personId)), ...conflictsOf(expert, application)],
      ownDirection: hasDirection(expert, application.direction),
    }))
    .sort(
      (a, b) =>
        Number(a.against.length > 0) - Number(b.against.length > 0) ||
        Number(b.ownDirection) - Number(a.ownDirection) ||
        a.expert.openReviews - b.expert.openReviews,
    )
}

const inIt: Readonly<Record<ReviewState, string>> = {
  assigned: 'Уже назначен на эту заявку',
  accepted: 'Уже читает эту заявку',
  sent: 'Уже отправил заключение',
  declined: 'Отказался от этой заявки',
  replaced: 'Заменён другим экспертом',
  closed: 'Экспертиза этим экспертом прервана',
}
const alreadyIn = (state: ReviewState | undefined): string[] => (state === undefined ? [] : [inIt[state]])

/** An expert without directions reads any. */
export const hasDirection = ({ directions }: Pick<Expert, 'directions'>, direction: string | null): boolean =>
  directions.length === 0 || direction === null || directions.includes(direction)

/** How many more experts an application has to be given. */
export const vacanciesIn = (reviews: readonly Pick<Taken, 'state'>[], perApplication: number): number =>
  Math.max(0, perApplication - reviews.filter(({ state }) => isStanding(state) && state !== 'declined').length)

/** What a proposal is made of: how many an application wants and who of the right direction may have it. */
export function vacancyOf(
  applicationId: ApplicationId,
  candidates: readonly Candidate[],
  taken: readonly Taken[],
  perApplication: number,
): Vacancy {
  const eligible = candidates.filter(({ against, ownDirection }) => against.length === 0 && ownDirection)
  return {
    applicationId,
    wanted: vacanciesIn(taken, perApplication),
    eligible: eligible.map(({ expert }) => expert.personId).sort(),
  }
}

/** What forbids giving an application to these experts until this day. */
export function wrongAssignment(given: {
  readonly personIds: readonly PersonId[]
  readonly dueOn: Day
  readonly today: Day
  readonly candidates: readonly Candidate[]
  readonly clause: string | undefined
  /** The field of the form in which experts are chosen. */
  readonly field: string
}): RuleRefusal[] {
  const { personIds, dueOn, today, candidates, clause, field } = given
  const refusals: RuleRefusal[] = []
  if (personIds.length === 0) refusals.push(no('review.needsExperts', { field }))
  if (new Set(personIds).size !== personIds.length) refusals.push(no('review.expertTwice', { field }))
  if (dueOn < today) refusals.push(no('review.dueInPast', { field: 'dueOn' }))
  for (const id of new Set(personIds)) {
    const candidate = candidates.find(({ expert }) => expert.personId === id)
    if (!candidate) refusals.push(no('review.notExpert', { field }))
    else if (candidate.against.length > 0)
      refusals.push(
        no('review.conflict', { field, clause, params: { expert: candidate.expert.name, reason: candidate.against[0]! } }),
      )
  }
  return refusals
}

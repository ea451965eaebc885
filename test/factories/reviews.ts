import type { ApplicationId, CallId, Day, OrganisationId, PersonId, ReviewId } from '../../src/kernel/types.ts'
import type { ReviewCriterion } from '../../src/modules/calls/model.ts'
import { callById } from '../../src/modules/calls/queries.ts'
import { addExpert } from '../../src/modules/reviews/deeds/add-expert.ts'
import { assignExperts } from '../../src/modules/reviews/deeds/lead.ts'
import { declareNoConflict, sendReview } from '../../src/modules/reviews/deeds/write.ts'
import type { Recommendation, Review, ReviewText } from '../../src/modules/reviews/model.ts'
import { loadReview, reviewsOfRound } from '../../src/modules/reviews/store.ts'
import { aPerson, ctxOf, inScope } from '../factory.ts'
import { type ApplyingTerritory, anApplication } from './applications.ts'
import { mustWork } from './plans.ts'

type There = ApplyingTerritory

/** Somebody of the pool from 2020 on, working nowhere that the territory knows. */
export async function anExpert(
  there: There,
  more: { personId?: PersonId; employerOrganisationId?: OrganisationId; directions?: readonly string[] } = {},
): Promise<PersonId> {
  const personId = more.personId ?? (await aPerson(there.db, there.territory, { familyName: 'Экспертова' }))
  const employer = more.employerOrganisationId ? null : 'Северный педагогический институт'
  mustWork(
    await addExpert(await there.as('methodist'), {
      personId,
      employerOrganisationId: more.employerOrganisationId ?? null,
      employer,
      directions: more.directions ?? [],
      startsOn: '2020-01-01',
    }),
  )
  return personId
}

export const someExperts = async (there: There, count: number): Promise<PersonId[]> => {
  const ids: PersonId[] = []
  for (let at = 0; at < count; at++) ids.push(await anExpert(there))
  return ids
}

export const criteriaOf = async (there: There): Promise<readonly ReviewCriterion[]> =>
  (await inScope(there.db, there.territory.id, (tx) => callById(tx, there, there.callId as CallId)))!.criteria

/** A whole review in which every criterion has the level at this place, 0 the lowest. */
export const aReviewText = (
  criteria: readonly ReviewCriterion[],
  level: number,
  recommendation: Recommendation = level === 0 ? 'reject' : 'support',
): ReviewText => ({
  scores: criteria.map(({ code, levels }) => ({ code, points: levels[level]!.points, comment: 'Обосновано в программе' })),
  conclusion: 'Программу можно принять',
  recommendation,
})

/** An admitted application given to these experts by hand. */
export async function anApplicationUnderReview(
  there: There,
  personIds: readonly PersonId[],
  dueOn: Day = '2021-11-01',
): Promise<{ applicationId: ApplicationId; reviews: readonly Review[] }> {
  const applicationId = await anApplication(there, { state: 'admitted' })
  mustWork(await assignExperts.run(await there.as('methodist'), { id: applicationId, experts: personIds, dueOn }))
  return { applicationId, reviews: await reviewsIn(there, applicationId) }
}

export const reviewsIn = (there: There, applicationId: ApplicationId, round = 1): Promise<Review[]> =>
  inScope(there.db, there.territory.id, (tx) => reviewsOfRound(tx, there, applicationId, round))

export const reviewNow = async (there: There, id: ReviewId): Promise<Review> =>
  (await inScope(there.db, there.territory.id, (tx) => loadReview(tx, there, id)))!

/** The expert of a review at their desk. */
export const asExpert = (there: There, { expertId }: Pick<Review, 'expertId'>, on?: Day) =>
  ctxOf(there.db, there.territory, expertId, on)

export async function declared(there: There, review: Review): Promise<Review> {
  mustWork(await declareNoConflict.run(await asExpert(there, review), { id: review.id }))
  return reviewNow(there, review.id)
}

/** The expert declares and sends a whole review. */
export async function sent(there: There, review: Review, text: ReviewText): Promise<ReviewId> {
  const { id, editVersion: version } = await declared(there, review)
  mustWork(await sendReview.run(await asExpert(there, review), { id: id, version, sure: false, ...text }))
  return id
}

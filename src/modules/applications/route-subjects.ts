import type { Ctx } from '../../authz/ctx.ts'
import type { SubjectOf } from '../../web/route.ts'
import { participantsOf } from './store.ts'
import { subjectOfApplication, subjectOfSubmission, subjectOfWriting } from './subjects.ts'

type Application = '/t/:territory/applications/:application'
type Organisation = '/t/:territory/applications/:application/organisations/:organisation'

export const seenSubject: SubjectOf<Application> = ({ ctx, tx, params }) => subjectOfApplication(tx, ctx, params.application)
export const writingSubject: SubjectOf<Application> = ({ ctx, tx, params }) => subjectOfWriting(tx, ctx, params.application)
export const sendingSubject: SubjectOf<Application> = ({ ctx, tx, params }) => subjectOfSubmission(tx, ctx, params.application)

/** One organisation of an application: its head answers and votes for it. */
export const participantSubject: SubjectOf<Organisation> = async ({ ctx, tx, params }) => {
  const participants = await participantsOf(tx, ctx, params.application)
  if (!participants.some(({ id }) => id === params.organisation)) return null
  return { territoryId: ctx.territory.id, organisationIds: [params.organisation] }
}

/** Whoever may begin an application: the office for anybody, a head for the own organisations. */
export const startingSubject = async ({ ctx }: { ctx: Ctx }) => ({
  territoryId: ctx.territory.id,
  organisationIds: ctx.actor.headsOrganisations,
})

import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { fullName } from '../../../kernel/names.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ApplicationId, OrganisationId, PersonId } from '../../../kernel/types.ts'
import { namesOf } from '../../people/name-queries.ts'
import type { VoteChoice } from '../model.ts'
import { isWritable, mayVote } from '../rules.ts'
import { regulationOf } from '../view-queries.ts'
import { bumpApplication } from './edit-section.ts'
import { lockForHead } from './participants.ts'

export type VoteInput = {
  readonly applicationId: ApplicationId
  readonly organisationId: OrganisationId
  /** For whom the form was made: another one named meanwhile makes the vote void. */
  readonly candidateId: PersonId
  readonly choice: VoteChoice
}

/** The head of an organisation votes for or against the one who is named; the last word of each counts. */
export function castVote(ctx: Acting, { applicationId, organisationId, candidateId, choice }: VoteInput): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const locked = await lockForHead(tx, ctx, { applicationId, organisationId }, 'application.vote')
    if (!locked.ok) return locked
    const { app, participants, own } = locked.value
    if (!isWritable(app.state)) return refuse({ code: 'illegalMove', from: app.state, action: 'vote' })
    const allowed = mayVote({ regulation: await regulationOf(tx, ctx, app), participants, app }, own.id)
    if (!allowed.ok) return allowed
    if (app.headPersonId !== candidateId) return refuse({ code: 'changedMeanwhile' })
    const vote = { candidatePersonId: candidateId, choice, votedBy: ctx.actor.personId, votedAt: ctx.now }
    await tx
      .insertInto('applicationVotes')
      .values({ territoryId: ctx.territory.id, applicationId: app.id, organisationId: own.id, ...vote })
      .onConflict((on) => on.columns(['territoryId', 'applicationId', 'organisationId']).doUpdateSet(vote))
      .execute()
    await bumpApplication(tx, ctx, app.id)
    const name = (await namesOf(tx, ctx, [candidateId])).get(candidateId)
    await record(tx, ctx, {
      kind: 'application.voteCast',
      subjectId: app.id,
      facts: { organisation: own.shortName, person: name ? fullName(name) : '', choice },
    })
    return ok(null)
  })
}

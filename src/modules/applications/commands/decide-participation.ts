import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, OrganisationId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { headsOfOrganisations } from '../recipients.ts'
import { isWritable } from '../rules.ts'
import { editorsOf } from '../store.ts'
import { bumpApplication } from './edit-section.ts'
import { lockForHead } from './participants.ts'

export type ParticipationInput = {
  readonly applicationId: ApplicationId
  readonly organisationId: OrganisationId
  readonly takesPart: boolean
  readonly reason: string | null
}

/** The head of an organisation says whether it takes part; a no has its reason. May be changed until the application is sent. */
export function decideParticipation(ctx: Acting, input: ParticipationInput): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const locked = await lockForHead(tx, ctx, input, 'application.confirm')
    if (!locked.ok) return locked
    const { app, participants, own } = locked.value
    if (!isWritable(app.state)) return refuseRule('application.alreadyDecided')
    const { takesPart, reason } = input
    if (!takesPart && reason === null) return refuseRule('application.refusalNeedsReason', { field: 'reason' })
    const state = takesPart ? 'confirmed' : 'declined'
    if (own.state === state) return ok(null)
    await tx
      .updateTable('applicationOrganisations')
      .set({ state, remark: takesPart ? null : reason, decidedBy: ctx.actor.personId, decidedAt: ctx.now })
      .where((is) => is.and({ territoryId: ctx.territory.id, applicationId: app.id, organisationId: own.id }))
      .execute()
    await bumpApplication(tx, ctx, app.id)

    const lead = participants.filter(({ isLead }) => isLead).map(({ id }) => id)
    const people = [app.createdBy, ...(await editorsOf(tx, ctx, app.id)), ...(await headsOfOrganisations(tx, ctx, lead))]
    const told = { subjectId: app.id, params: { theme: app.theme, by: own.shortName } }
    await tell(
      tx,
      ctx,
      [...new Set(people)].map((personId) =>
        takesPart
          ? { ...told, personId, kind: 'application.confirmed' as const }
          : { ...told, personId, kind: 'application.refused' as const, params: { ...told.params, reason: reason! } },
      ),
    )
    await record(tx, ctx, {
      kind: takesPart ? 'application.participationConfirmed' : 'application.participationDeclined',
      subjectId: app.id,
      facts: { organisation: own.shortName, reason: takesPart ? null : reason },
    })
    return ok(null)
  })
}

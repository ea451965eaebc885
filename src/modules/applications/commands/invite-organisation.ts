import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, OrganisationId } from '../../../kernel/types.ts'
import { callById } from '../../calls/queries.ts'
import { taking } from '../rules.ts'
import { regulationOf } from '../view-queries.ts'
import { bumpApplication, lockForWriting } from './edit-section.ts'
import { addParticipant, organisationToJoin } from './participants.ts'
import { invite } from './start-application.ts'

/** Asks another organisation to take part in the common programme; where the regulation knows no common site it is refused. */
export function inviteOrganisation(
  ctx: Acting,
  input: { applicationId: ApplicationId; organisationId: OrganisationId },
): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const editing = await lockForWriting(tx, ctx, input.applicationId)
    if (!editing.ok) return editing
    const { app, participants } = editing.value
    if (participants.some(({ id }) => id === input.organisationId))
      return refuseRule('application.alreadyInvited', { field: 'organisationId' })
    const organisation = await organisationToJoin(tx, ctx, {
      regulation: await regulationOf(tx, ctx, app),
      organisationId: input.organisationId,
      count: taking(participants).length + 1,
      field: 'organisationId',
    })
    if (!organisation.ok) return organisation
    const own = ctx.actor.headsOrganisations.some((id) => id === input.organisationId)
    await addParticipant(tx, ctx, {
      applicationId: app.id,
      organisation: organisation.value,
      position: participants.length,
      confirmed: own,
    })
    await bumpApplication(tx, ctx, app.id)
    const call = app.callId && (await callById(tx, ctx, app.callId))
    if (!own) await invite(tx, ctx, { id: app.id, theme: app.theme, organisation: organisation.value, call: call || null })
    await record(tx, ctx, {
      kind: 'application.organisationInvited',
      subjectId: app.id,
      facts: { organisation: organisation.value.shortName },
    })
    return ok(null)
  })
}

/** Takes an organisation out again. The lead one stays. */
export function removeOrganisation(
  ctx: Acting,
  input: { applicationId: ApplicationId; organisationId: OrganisationId },
): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const editing = await lockForWriting(tx, ctx, input.applicationId)
    if (!editing.ok) return editing
    const { app, participants } = editing.value
    const found = participants.find(({ id }) => id === input.organisationId)
    if (!found) return refuse({ code: 'notFound' })
    if (found.isLead) return refuseRule('application.leadStays')
    await tx
      .deleteFrom('applicationOrganisations')
      .where((is) => is.and({ territoryId: ctx.territory.id, applicationId: app.id, organisationId: found.id }))
      .execute()
    await bumpApplication(tx, ctx, app.id)
    await record(tx, ctx, {
      kind: 'application.organisationRemoved',
      subjectId: app.id,
      facts: { organisation: found.shortName },
    })
    return ok(null)
  })
}

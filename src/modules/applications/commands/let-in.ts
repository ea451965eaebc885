import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { withInitials } from '../../../kernel/names.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, PersonId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { namesOf } from '../../people/name-queries.ts'
import { editorsOf } from '../store.ts'
import { bumpApplication, lockForWriting } from './edit-section.ts'

type Input = { readonly applicationId: ApplicationId; readonly personId: PersonId }

/** Lets another person write the application. */
export function letIn(ctx: Acting, { applicationId, personId }: Input): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const editing = await lockForWriting(tx, ctx, applicationId)
    if (!editing.ok) return editing
    const { app } = editing.value
    const name = (await namesOf(tx, ctx, [personId])).get(personId)
    if (!name) return refuseRule('application.unknownPerson', { field: 'personId' })
    if (personId === app.createdBy || (await editorsOf(tx, ctx, app.id)).includes(personId))
      return refuseRule('application.alreadyWrites', { field: 'personId' })
    await tx
      .insertInto('applicationEditors')
      .values({
        territoryId: ctx.territory.id,
        applicationId: app.id,
        personId,
        addedBy: ctx.actor.personId,
        addedAt: ctx.now,
      })
      .execute()
    const params = { theme: app.theme, by: ctx.actor.name }
    await tell(tx, ctx, [{ personId, kind: 'application.letIn', subjectId: app.id, params }])
    await record(tx, ctx, { kind: 'application.editorAdded', subjectId: app.id, facts: { person: withInitials(name) } })
    return ok(null)
  })
}

/** Takes the right to write back. */
export function shutOut(ctx: Acting, { applicationId, personId }: Input): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const editing = await lockForWriting(tx, ctx, applicationId)
    if (!editing.ok) return editing
    const { app } = editing.value
    const removed = await tx
      .deleteFrom('applicationEditors')
      .where((is) => is.and({ territoryId: ctx.territory.id, applicationId: app.id, personId }))
      .returning('personId')
      .executeTakeFirst()
    if (!removed) return refuse({ code: 'notFound' })
    await bumpApplication(tx, ctx, app.id)
    const name = (await namesOf(tx, ctx, [personId])).get(personId)
    await record(tx, ctx, {
      kind: 'application.editorRemoved',
      subjectId: app.id,
      facts: { person: name ? withInitials(name) : '' },
    })
    return ok(null)
  })
}

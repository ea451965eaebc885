import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ApplicationId, Instant, PersonId } from '../../../kernel/types.ts'
import type { Application, Participant } from '../model.ts'
import { isWritable } from '../rules.ts'
import { editorsOf, participantsOf } from '../store.ts'
import { sentSubject, writtenSubject } from '../subjects.ts'
import { lockApplication } from './move-application.ts'

/** A part with a version of its own: a section, or the items of one organisation. */
export type PartKey = 'theme' | 'head' | 'adviser' | 'protocol' | `organisation:${string}`

/** Saves of one part by one person within this time are one fact of history: drafts are kept every few seconds. */
const sameSitting = 30 * 60_000

export type Editing = { readonly app: Application; readonly participants: readonly Participant[] }

/** The application locked for writing; refused to those who may not, and while it is not in the hands of its authors. */
export async function lockForWriting(tx: Tx, ctx: Ctx, applicationId: ApplicationId): Promise<Result<Editing>> {
  const app = await lockApplication(tx, ctx, applicationId)
  if (!app) return refuse({ code: 'notFound' })
  const participants = await participantsOf(tx, ctx, app.id)
  const editors = await editorsOf(tx, ctx, app.id)
  if (!may(ctx, 'application.edit', writtenSubject({ app, participants, editors })))
    return refuse({ code: 'forbidden', permission: 'application.edit' })
  return isWritable(app.state) ? ok({ app, participants }) : refuse({ code: 'illegalMove', from: app.state, action: 'edit' })
}

/** The application locked for whoever sends it, takes it back or throws it away. */
export async function lockForSending(tx: Tx, ctx: Ctx, applicationId: ApplicationId): Promise<Result<Editing>> {
  const app = await lockApplication(tx, ctx, applicationId)
  if (!app) return refuse({ code: 'notFound' })
  const participants = await participantsOf(tx, ctx, app.id)
  return may(ctx, 'application.submit', sentSubject({ app, participants }))
    ? ok({ app, participants })
    : refuse({ code: 'forbidden', permission: 'application.submit' })
}

/** Saves one part of an application. Two people may save different parts at the same time; of the same part the second is told. */
export function editSection(
  ctx: Acting,
  input: { readonly applicationId: ApplicationId; readonly version: number; readonly part: PartKey; readonly name: string },
  save: (tx: Tx, editing: Editing) => Promise<Result<unknown>>,
): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const editing = await lockForWriting(tx, ctx, input.applicationId)
    if (!editing.ok) return editing
    const before = await lastSave(tx, ctx, input.applicationId, input.part)
    if ((before?.version ?? 0) !== input.version) return refuse({ code: 'changedMeanwhile' })
    const saved = await save(tx, editing.value)
    if (!saved.ok) return saved
    await noteSave(tx, ctx, input.applicationId, input.part)
    const sameAsBefore = before?.by === ctx.actor.personId && ctx.now.getTime() - before.at.getTime() < sameSitting
    if (!sameAsBefore)
      await record(tx, ctx, { kind: 'application.changed', subjectId: input.applicationId, facts: { section: input.name } })
    return ok(null)
  })
}

type Save = { readonly version: number; readonly by: PersonId; readonly at: Instant }

async function lastSave(tx: Tx, { territory }: Ctx, applicationId: ApplicationId, part: PartKey): Promise<Save | null> {
  const row = await tx
    .selectFrom('applicationSections')
    .select(['editVersion', 'savedBy', 'savedAt'])
    .where((is) => is.and({ territoryId: territory.id, applicationId, section: part }))
    .executeTakeFirst()
  return row ? { version: row.editVersion, by: row.savedBy, at: row.savedAt } : null
}

/** Counts a save of a part and of the whole: whoever is about to send the application sees that it has changed. */
async function noteSave(tx: Tx, ctx: Ctx, applicationId: ApplicationId, part: PartKey): Promise<void> {
  const { territory, actor, now } = ctx
  await tx
    .insertInto('applicationSections')
    .values({
      territoryId: territory.id,
      applicationId,
      section: part,
      editVersion: 1,
      savedBy: actor.personId,
      savedAt: now,
    })
    .onConflict((on) =>
      on.columns(['territoryId', 'applicationId', 'section']).doUpdateSet((eb) => ({
        editVersion: eb('applicationSections.editVersion', '+', 1),
        savedBy: actor.personId,
        savedAt: now,
      })),
    )
    .execute()
  await bumpApplication(tx, ctx, applicationId)
}

/** The application has changed, though not in its own row. */
export async function bumpApplication(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  applicationId: ApplicationId,
): Promise<void> {
  await tx
    .updateTable('applications')
    .set((eb) => ({ editVersion: eb('editVersion', '+', 1) }))
    .where((is) => is.and({ territoryId: territory.id, id: applicationId }))
    .execute()
}

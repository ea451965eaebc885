import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import { once } from '../../db/once.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, PersonId } from '../../kernel/types.ts'
import type { Application, Participant } from './model.ts'
import { editorsOf, loadApplication, participantsOf } from './store.ts'

type Where = Pick<Ctx, 'territory'>
type Parts = { app: Application; participants: readonly Participant[]; editors: readonly PersonId[] }

/** Asked for the right to see a page, and once more by the page. */
export const partsOf = (tx: Tx, ctx: Where, id: ApplicationId): Promise<Parts | null> =>
  once(tx, `parts of ${id}`, async () => {
    const [app, participants, editors] = await Promise.all([
      loadApplication(tx, ctx, id),
      participantsOf(tx, ctx, id),
      editorsOf(tx, ctx, id),
    ])
    return app && { app, participants, editors }
  })

/** Whom seeing an application is about: its organisations, asked or taking part, its author and those let in to write. */
export async function subjectOfApplication(tx: Tx, ctx: Where, id: ApplicationId): Promise<Subject | null> {
  const found = await partsOf(tx, ctx, id)
  return found && seenSubject(found)
}

/** Whom writing it is about: an organisation writes once it has confirmed. */
export async function subjectOfWriting(tx: Tx, ctx: Where, id: ApplicationId): Promise<Subject | null> {
  const found = await partsOf(tx, ctx, id)
  return found && writtenSubject(found)
}

/** Whom sending and withdrawing it is about: the lead organisation, once it has confirmed, and the author. */
export async function subjectOfSubmission(tx: Tx, ctx: Where, id: ApplicationId): Promise<Subject | null> {
  const found = await partsOf(tx, ctx, id)
  return found && sentSubject(found)
}

export const seenSubject = ({ app, participants, editors }: Parts): Subject => ({
  territoryId: app.territoryId,
  organisationIds: participants.filter(({ state }) => state !== 'declined').map(({ id }) => id),
  personIds: [app.createdBy, ...editors],
})
export const writtenSubject = ({ app, participants, editors }: Parts): Subject => ({
  territoryId: app.territoryId,
  organisationIds: participants.filter(({ state }) => state === 'confirmed').map(({ id }) => id),
  personIds: [app.createdBy, ...editors],
})
export const sentSubject = ({ app, participants }: Pick<Parts, 'app' | 'participants'>): Subject => ({
  territoryId: app.territoryId,
  organisationIds: participants.filter(({ isLead, state }) => isLead && state === 'confirmed').map(({ id }) => id),
  personIds: [app.createdBy],
})

import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, PersonId } from '../../kernel/types.ts'
import type { Application, Participant, PartSave, Vote } from './model.ts'

type Where = Pick<Ctx, 'territory'>

/** One application; null when the territory has none such. With `lock` it stays as it is until the end of the transaction. */
export async function loadApplication(tx: Tx, ctx: Where, id: ApplicationId, lock = false): Promise<Application | null> {
  const row = await tx
    .selectFrom('applications')
    .selectAll()
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row ?? null
}

/** The application locked until the end of the transaction: whoever comes second sees what the first has done. */
export const lockApplication = (tx: Tx, ctx: Where, id: ApplicationId): Promise<Application | null> =>
  loadApplication(tx, ctx, id, true)

/** The organisations of an application, the lead one first; those that have declined too. */
export async function participantsOf(tx: Tx, ctx: Where, applicationId: ApplicationId): Promise<Participant[]> {
  return tx
    .selectFrom('applicationOrganisations as a')
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.territoryId', '=', 'a.territoryId').onRef('o.id', '=', 'a.organisationId'),
    )
    .select([
      'a.organisationId as id',
      'o.shortName',
      'o.kind',
      'a.isLead',
      'a.charterName',
      'a.legalAddress',
      'a.phone',
      'a.fax',
    ])
    .select(['a.email', 'a.headName', 'a.share', 'a.state', 'a.remark'])
    .where((is) => is.and({ 'a.territoryId': ctx.territory.id, 'a.applicationId': applicationId }))
    .orderBy('a.isLead', 'desc')
    .orderBy('a.position')
    .orderBy('a.organisationId')
    .execute()
}

/** People let in to write, besides the author and the heads of the organisations. */
export async function editorsOf(tx: Tx, ctx: Where, applicationId: ApplicationId): Promise<PersonId[]> {
  const rows = await tx
    .selectFrom('applicationEditors')
    .select('personId')
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId }))
    .orderBy('addedAt')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** The votes for the head of the common site. */
export async function votesOf(tx: Tx, ctx: Where, applicationId: ApplicationId): Promise<Vote[]> {
  return tx
    .selectFrom('applicationVotes')
    .select(['organisationId', 'candidatePersonId', 'choice', 'votedBy', 'votedAt'])
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId }))
    .orderBy('votedAt')
    .execute()
}

/** The last saves of its parts. */
export async function savesOf(tx: Tx, ctx: Where, applicationId: ApplicationId): Promise<PartSave[]> {
  return tx
    .selectFrom('applicationSections')
    .select(['section', 'editVersion', 'savedBy', 'savedAt'])
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId }))
    .execute()
}

/** The application has changed, though not in its own row. */
export async function bumpApplication(tx: Tx, { territory }: Where, id: ApplicationId): Promise<void> {
  await tx
    .updateTable('applications')
    .set((eb) => ({ editVersion: eb('editVersion', '+', 1) }))
    .where((is) => is.and({ territoryId: territory.id, id }))
    .execute()
}

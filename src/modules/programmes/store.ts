import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { newId } from '../../kernel/ids.ts'
import type { ApplicationId, ProgrammeId, ProgrammeVersionId, RegulationId, SiteId, TerritoryId } from '../../kernel/types.ts'
import type { Programme, ProgrammeContent, ProgrammeVersion } from './model.ts'
import { type OwnerApplication, ownerApplication } from './ports.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'programme_versions.content': ProgrammeContent
  }
}

type Where = Pick<Ctx, 'territory'>

/** A programme with all its versions, newest first. */
export type OpenProgramme = {
  readonly programme: Programme
  /** The regulation of its application, else of its site. */
  readonly regulationId: RegulationId
  readonly versions: readonly ProgrammeVersion[]
  readonly draft: ProgrammeVersion | null
  /** The newest version that never changes. */
  readonly fixed: ProgrammeVersion | null
}

/** The programme for reading; null when the territory has none. */
export const openProgramme = (tx: Tx, ctx: Where, id: ProgrammeId): Promise<OpenProgramme | null> => load(tx, ctx, id, false)

/** The programme locked until the end of the transaction. */
export const lockProgramme = (tx: Tx, ctx: Where, id: ProgrammeId): Promise<OpenProgramme | null> => load(tx, ctx, id, true)

async function load(tx: Tx, ctx: Where, id: ProgrammeId, lock: boolean): Promise<OpenProgramme | null> {
  const { territory } = ctx
  if (lock) await lockApplicationOf(tx, ctx, id)
  const row = await tx
    .selectFrom('programmes')
    .select(['id', 'applicationId', 'siteId', 'title', 'originProgrammeId'])
    .where('territoryId', '=', territory.id)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) return null
  const programme = row
  const versions = await versionsOf(tx, territory.id, programme.id)
  return {
    programme,
    regulationId: await regulationIdOf(tx, { territory }, programme),
    versions,
    draft: versions.find(({ state }) => state === 'draft') ?? null,
    fixed: versions.find(({ state }) => state === 'fixed') ?? null,
  }
}

/** Whoever submits an application locks it and then its programme; whoever writes the programme goes the same way round. */
async function lockApplicationOf(tx: Tx, { territory }: Where, id: ProgrammeId): Promise<void> {
  const programme = await tx
    .selectFrom('programmes')
    .select('applicationId')
    .where('territoryId', '=', territory.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (programme?.applicationId) await ownerApplication.only().lock(tx, { territory }, programme.applicationId)
}

/** The application a programme belongs to: every programme belongs to one, or to a site. */
export async function applicationOf(tx: Tx, where: Where, id: ApplicationId | null): Promise<OwnerApplication> {
  const found = id && (await ownerApplication.only().shown(tx, where, id))
  if (!found) throw new Error(`a programme belongs to no application: ${id}`)
  return found
}

async function regulationIdOf(tx: Tx, where: Where, { applicationId, siteId }: Programme): Promise<RegulationId> {
  if (siteId === null) return (await applicationOf(tx, where, applicationId)).regulationId
  const { regulationId } = await tx
    .selectFrom('sites')
    .select('regulationId')
    .where('territoryId', '=', where.territory.id)
    .where('id', '=', siteId)
    .executeTakeFirstOrThrow()
  return regulationId
}

async function versionsOf(tx: Tx, territoryId: TerritoryId, programmeId: ProgrammeId): Promise<ProgrammeVersion[]> {
  return tx
    .selectFrom('programmeVersions')
    .select(['id', 'number', 'state', 'reason', 'createdBy', 'createdAt', 'fixedAt', 'editVersion'])
    .where('territoryId', '=', territoryId)
    .where('programmeId', '=', programmeId)
    .orderBy('number', 'desc')
    .execute()
}

/** What a version says. It was written by this module, so it has the shape of the model. */
export async function contentOf(tx: Tx, { territory }: Where, versionId: ProgrammeVersionId): Promise<ProgrammeContent> {
  const row = await tx
    .selectFrom('programmeVersions')
    .select('content')
    .where('territoryId', '=', territory.id)
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  return row.content
}

/** The programme of an application; null when it has none yet. */
export async function idOfApplication(tx: Tx, { territory }: Where, applicationId: ApplicationId): Promise<ProgrammeId | null> {
  const row = await tx
    .selectFrom('programmes')
    .select('id')
    .where('territoryId', '=', territory.id)
    .where('applicationId', '=', applicationId)
    .executeTakeFirst()
  return row?.id ?? null
}

type NewProgramme = {
  applicationId: ApplicationId | null
  siteId: SiteId | null
  title: string
  content: ProgrammeContent
  originProgrammeId?: ProgrammeId | null
}

/** A programme with its first draft. */
export async function insertProgramme(tx: Tx, ctx: Ctx, given: NewProgramme): Promise<ProgrammeId> {
  const { content, originProgrammeId = null, ...rest } = given
  const id = newId<ProgrammeId>()
  const made = { createdBy: ctx.actor.personId, createdAt: ctx.now }
  await tx
    .insertInto('programmes')
    .values({ territoryId: ctx.territory.id, id, originProgrammeId, ...rest, ...made })
    .execute()
  await insertVersion(tx, ctx, { programmeId: id, number: 1, content, reason: null })
  return id
}

/** Another draft of a programme. */
export async function insertVersion(
  tx: Tx,
  ctx: Ctx,
  given: { programmeId: ProgrammeId; number: number; content: ProgrammeContent; reason: string | null },
): Promise<ProgrammeVersionId> {
  const id = newId<ProgrammeVersionId>()
  await tx
    .insertInto('programmeVersions')
    .values({
      territoryId: ctx.territory.id,
      id,
      ...given,
      content: JSON.stringify(given.content),
      createdBy: ctx.actor.personId,
      createdAt: ctx.now,
    })
    .execute()
  return id
}

/** Writes the content of a locked draft. */
export async function saveContent(tx: Tx, ctx: Where, draft: ProgrammeVersion, content: ProgrammeContent): Promise<void> {
  await tx
    .updateTable('programmeVersions')
    .set({ content: JSON.stringify(content), editVersion: draft.editVersion + 1 })
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', draft.id)
    .execute()
}

/** Gives a locked programme another title. */
export async function saveTitle(tx: Tx, { territory }: Where, { id }: Programme, title: string): Promise<void> {
  await tx.updateTable('programmes').set({ title }).where('territoryId', '=', territory.id).where('id', '=', id).execute()
}

/** Keeps where a locked programme took parts from. */
export async function saveOrigin(tx: Tx, { territory }: Where, { id }: Programme, origin: ProgrammeId): Promise<void> {
  await tx
    .updateTable('programmes')
    .set({ originProgrammeId: origin })
    .where('territoryId', '=', territory.id)
    .where('id', '=', id)
    .execute()
}

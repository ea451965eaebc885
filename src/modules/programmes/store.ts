import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { newId } from '../../kernel/ids.ts'
import type { ApplicationId, ProgrammeId, ProgrammeVersionId, SiteId } from '../../kernel/types.ts'
import type { Programme, ProgrammeContent, ProgrammeVersion } from './model.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'programme_versions.content': ProgrammeContent
  }
}

type Where = Pick<Ctx, 'territory'>

/** A programme as it stands: where its newest version does, the draft while there is one. */
export type ProgrammeInHand = Programme &
  Pick<ProgrammeVersion, 'number' | 'state' | 'editVersion'> & { readonly versionId: ProgrammeVersionId }

/** A programme with all its versions, newest first. */
export type StoredProgramme = {
  readonly one: ProgrammeInHand
  readonly versions: readonly ProgrammeVersion[]
  /** The newest version that never changes. */
  readonly fixed: ProgrammeVersion | null
}

/** A programme by its id; null when the territory has none such. With `lock` it stays as it is until the end of the transaction. */
export async function storedProgramme(tx: Tx, ctx: Where, id: ProgrammeId, lock = false): Promise<StoredProgramme | null> {
  const territoryId = ctx.territory.id
  const found = () =>
    tx
      .selectFrom('programmes')
      .select(['id', 'applicationId', 'siteId', 'title', 'originProgrammeId'])
      .where((is) => is.and({ territoryId, id }))
      .$if(lock, (query) => query.forUpdate())
      .executeTakeFirst()
  const all = () =>
    tx
      .selectFrom('programmeVersions')
      .select(['id', 'number', 'state', 'reason', 'createdBy', 'createdAt', 'fixedAt', 'editVersion'])
      .where((is) => is.and({ territoryId, programmeId: id }))
      .orderBy('number', 'desc')
      .execute()
  // Whoever waits for the lock reads the versions as they are when it is given.
  const [programme, versions] = lock ? [await found(), await all()] : await Promise.all([found(), all()])
  const [newest] = versions
  if (!programme || !newest) return null
  const { id: versionId, number, state, editVersion } = newest
  return {
    one: { ...programme, versionId, number, state, editVersion },
    versions,
    fixed: versions.find((version) => version.state === 'fixed') ?? null,
  }
}

/** What a version says. It was written by this module, so it has the shape of the model. */
export async function contentOf(tx: Tx, { territory }: Where, versionId: ProgrammeVersionId): Promise<ProgrammeContent> {
  const row = await tx
    .selectFrom('programmeVersions')
    .select('content')
    .where((is) => is.and({ territoryId: territory.id, id: versionId }))
    .executeTakeFirstOrThrow()
  return row.content
}

/** The programme of an application; null when it has none yet. */
export async function idOfApplication(tx: Tx, { territory }: Where, applicationId: ApplicationId): Promise<ProgrammeId | null> {
  const row = await tx
    .selectFrom('programmes')
    .select('id')
    .where((is) => is.and({ territoryId: territory.id, applicationId }))
    .executeTakeFirst()
  return row?.id ?? null
}

type NewProgramme = {
  readonly applicationId: ApplicationId | null
  readonly siteId: SiteId | null
  readonly title: string
  readonly content: ProgrammeContent
}

/** A programme with its first draft. */
export async function insertProgramme(tx: Tx, ctx: Ctx, id: ProgrammeId, { content, ...programme }: NewProgramme): Promise<void> {
  const made = { createdBy: ctx.actor.personId, createdAt: ctx.now }
  await tx
    .insertInto('programmes')
    .values({ territoryId: ctx.territory.id, id, ...programme, ...made })
    .execute()
  await insertVersion(tx, ctx, { programmeId: id, number: 1, content, reason: null })
}

/** Another draft of a programme. */
export async function insertVersion(
  tx: Tx,
  ctx: Ctx,
  given: { programmeId: ProgrammeId; number: number; content: ProgrammeContent; reason: string | null },
): Promise<ProgrammeVersionId> {
  const id = newId<ProgrammeVersionId>()
  const made = { createdBy: ctx.actor.personId, createdAt: ctx.now }
  await tx
    .insertInto('programmeVersions')
    .values({ territoryId: ctx.territory.id, id, ...given, content: JSON.stringify(given.content), ...made })
    .execute()
  return id
}

/** Writes the version in hand, with the next number of its edits. */
export async function writeVersion(
  tx: Tx,
  { territory }: Where,
  one: ProgrammeInHand,
  { content, ...set }: { content?: ProgrammeContent; state?: ProgrammeVersion['state']; fixedAt?: Date },
): Promise<void> {
  await tx
    .updateTable('programmeVersions')
    .set({ ...set, ...(content && { content: JSON.stringify(content) }), editVersion: sql`edit_version + 1` })
    .where((is) => is.and({ territoryId: territory.id, id: one.versionId }))
    .execute()
}

/** Gives a locked programme another title, or keeps where it took parts from. */
export async function writeProgramme(
  tx: Tx,
  { territory }: Where,
  { id }: Pick<Programme, 'id'>,
  set: { title?: string; originProgrammeId?: ProgrammeId },
): Promise<void> {
  await tx
    .updateTable('programmes')
    .set(set)
    .where((is) => is.and({ territoryId: territory.id, id }))
    .execute()
}

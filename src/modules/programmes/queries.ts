import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, ProgrammeId, ProgrammeVersionId, SiteId } from '../../kernel/types.ts'
import type { ProgrammeContent, ProgrammeState } from './model.ts'
import { contentOf, idOfApplication, storedProgramme } from './store.ts'

type Where = Pick<Ctx, 'territory'>

/** A programme as others need it: its draft while there is one, else its newest fixed version. */
export type ShownProgramme = {
  readonly id: ProgrammeId
  readonly title: string
  readonly versionId: ProgrammeVersionId
  readonly number: number
  readonly state: ProgrammeState
  readonly content: ProgrammeContent
  /** The version of the record, for telling a conflict. */
  readonly version: number
}

/** The programme of an application; null when none has been started. */
export async function programmeOfApplication(tx: Tx, ctx: Where, applicationId: ApplicationId): Promise<ShownProgramme | null> {
  const id = await idOfApplication(tx, ctx, applicationId)
  return id === null ? null : shownProgramme(tx, ctx, id)
}

/** A programme by its id; null when the territory has none such. */
export async function shownProgramme(tx: Tx, ctx: Where, id: ProgrammeId): Promise<ShownProgramme | null> {
  const found = await storedProgramme(tx, ctx, id)
  if (!found) return null
  const { title, versionId, number, state, editVersion } = found.one
  return { ...{ id, title, versionId, number, state, version: editVersion }, content: await contentOf(tx, ctx, versionId) }
}

/** Programmes of a site, newest first: for its page. */
export async function programmesOfSite(
  tx: Tx,
  { territory }: Where,
  siteId: SiteId,
): Promise<readonly { id: ProgrammeId; title: string; number: number; state: ProgrammeState }[]> {
  return tx
    .selectFrom('programmes as p')
    .innerJoin('programmeVersions as v', (join) =>
      join.onRef('v.territoryId', '=', 'p.territoryId').onRef('v.programmeId', '=', 'p.id'),
    )
    .distinctOn('p.id')
    .select(['p.id', 'p.title', 'v.number', 'v.state'])
    .where('p.territoryId', '=', territory.id)
    .where('p.siteId', '=', siteId)
    .orderBy('p.id', 'desc')
    .orderBy('v.number', 'desc')
    .execute()
}

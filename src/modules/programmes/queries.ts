import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, ProgrammeId, ProgrammeVersionId, SiteId } from '../../kernel/types.ts'
import type { ProgrammeContent, ProgrammeState } from './model.ts'
import { contentOf, idOfApplication, openProgramme } from './store.ts'

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
  const opened = await openProgramme(tx, ctx, id)
  const version = opened?.draft ?? opened?.fixed
  if (!opened || !version) return null
  return {
    id: opened.programme.id,
    title: opened.programme.title,
    versionId: version.id,
    number: version.number,
    state: version.state,
    content: await contentOf(tx, ctx, version.id),
    version: version.editVersion,
  }
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

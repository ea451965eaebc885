import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrganisationId, PersonId, ProgrammeId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { initialsOf } from '../people/name-queries.ts'
import { regulationById } from '../regulation/queries.ts'
import { siteStanding } from '../sites/standing-queries.ts'
import type { Standing } from '../sites/standing-rules.ts'
import type { ProgrammeContent, ProgrammeVersion } from './model.ts'
import { type OwnerRemark, ownerApplication } from './ports.ts'
import { completeness, type PartCompleteness } from './rules.ts'
import { applicationOf, contentOf, type OpenProgramme, openProgramme } from './store.ts'
import { subjectOf, writingSubjectOf } from './subject.ts'
import { mayBeWritten } from './writing-queries.ts'

/** Everything a page or a paper shows of one version of a programme to one person. */
export type ProgrammeOnPage = OpenProgramme & {
  readonly version: ProgrammeVersion
  readonly content: ProgrammeContent
  readonly regulation: Regulation
  readonly lacks: readonly PartCompleteness[]
  /** What the application it belongs to came back with. */
  readonly remarks: readonly OwnerRemark[]
  /** The draft is shown and this person may write it now. */
  readonly canWrite: boolean
  /** A site's own programme: this person may begin a version and fix it. */
  readonly canLead: boolean
  /** Of the site, once there is one: why nobody may write now. */
  readonly standing: Standing | null
  readonly nameOf: (personId: PersonId) => string
  /** What it belongs to, in words and with the page where that is. */
  readonly owner: Owner
  /** The programme it began from, when this person may see that one. */
  readonly origin: { readonly id: string; readonly title: string; readonly canOpen: boolean } | null
}
export type Owner = {
  readonly kind: 'site' | 'application'
  readonly id: string
  readonly title: string
  readonly organisations: readonly string[]
  /** The organisations of a site; an application names its own as it was sent. */
  readonly ids: readonly OrganisationId[]
}

/** Reads a programme for showing. Without a number: the draft while there is one, else the newest. */
export async function programmeSheet(
  tx: Tx,
  ctx: Ctx,
  id: ProgrammeId,
  number: number | null = null,
): Promise<ProgrammeOnPage | null> {
  const opened = await openProgramme(tx, ctx, id)
  const version = number === null ? opened?.versions[0] : opened?.versions.find((one) => one.number === number)
  if (!opened || !version) return null
  const { programme, draft } = opened
  const stored = await regulationById(tx, ctx.territory.id, opened.regulationId, ctx.today)
  const { regulation } = stored!
  const content = await contentOf(tx, ctx, version.id)
  const canEdit =
    may(ctx, 'programme.edit', await writingSubjectOf(tx, ctx, programme)) && (await mayBeWritten(tx, ctx, programme)).ok
  return {
    ...opened,
    version,
    content,
    regulation,
    lacks: completeness(content, regulation),
    remarks: programme.applicationId === null ? [] : await ownerApplication.only().remarks(tx, ctx, programme.applicationId),
    canWrite: canEdit && version.id === draft?.id,
    canLead: canEdit && programme.siteId !== null,
    standing: programme.siteId === null ? null : await siteStanding(tx, ctx.territory.id, programme.siteId),
    nameOf: await initialsOf(
      tx,
      ctx,
      opened.versions.map(({ createdBy }) => createdBy),
    ),
    owner: await ownerOf(tx, ctx, opened),
    origin: await originOf(tx, ctx, opened),
  }
}

async function ownerOf(tx: Tx, ctx: Ctx, { programme: { siteId, applicationId } }: OpenProgramme): Promise<Owner> {
  if (siteId !== null) {
    const organisations = await tx
      .selectFrom('siteOrganisations as s')
      .innerJoin('organisations as o', (join) =>
        join.onRef('o.territoryId', '=', 's.territoryId').onRef('o.id', '=', 's.organisationId'),
      )
      .select(['o.id', 'o.fullName', 'o.shortName'])
      .where('s.territoryId', '=', ctx.territory.id)
      .where('s.siteId', '=', siteId)
      .orderBy('s.isLead', 'desc')
      .orderBy('s.position')
      .execute()
    const names = organisations.map(({ fullName }) => fullName)
    return {
      kind: 'site',
      id: siteId,
      title: organisations[0]?.shortName ?? '',
      organisations: names,
      ids: organisations.map((one) => one.id),
    }
  }
  const { id, title, organisations } = await applicationOf(tx, ctx, applicationId)
  return { kind: 'application', id, title, organisations, ids: [] }
}

async function originOf(tx: Tx, ctx: Ctx, { programme }: OpenProgramme): Promise<ProgrammeOnPage['origin']> {
  if (programme.originProgrammeId === null) return null
  const origin = await openProgramme(tx, ctx, programme.originProgrammeId)
  if (!origin) return null
  const canOpen = may(ctx, 'programme.view', await subjectOf(tx, ctx, origin.programme))
  return { id: origin.programme.id, title: origin.programme.title, canOpen }
}

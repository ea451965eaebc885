import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId } from '../../kernel/types.ts'
import { initialsOf } from '../people/name-queries.ts'
import { type SaidVoice, voicesOf } from '../procedures/procedure-queries.ts'
import { type OpenProgramme, programmes } from './case.ts'
import { addTopic } from './deeds/write.ts'
import type { ProgrammeContent, ProgrammeVersion } from './model.ts'
import { type OwnerRemark, ownerApplication } from './ports.ts'
import { completeness, type PartCompleteness } from './rules.ts'
import { contentOf } from './store.ts'

/** Everything a page shows of one version of a programme to one person. */
export type ProgrammeOnPage = OpenProgramme & {
  readonly version: ProgrammeVersion
  /** What this version says. */
  readonly content: ProgrammeContent
  readonly lacks: readonly PartCompleteness[]
  /** What the application it belongs to came back with. */
  readonly remarks: readonly OwnerRemark[]
  /** The draft is shown and this person may write it now. */
  readonly canWrite: boolean
}

/** What is shown of a version. Without a number: the draft while there is one, else the newest. */
export async function programmeSheet(
  tx: Tx,
  ctx: Ctx,
  opened: OpenProgramme,
  number: number | null = null,
): Promise<ProgrammeOnPage | null> {
  const { one, versions, owner } = opened
  const version = versions.find((each) => each.number === (number ?? one.number))
  if (!version) return null
  const isInHand = version.id === one.versionId
  const [content, remarks] = await Promise.all([
    isInHand ? opened.content : contentOf(tx, ctx, version.id),
    one.applicationId === null ? [] : ownerApplication.only().remarks(tx, ctx, one.applicationId),
  ])
  const lacks = completeness(content, owner.regulation)
  return { ...opened, version, content, lacks, remarks, canWrite: isInHand && addTopic.offered(ctx, opened) }
}

/** The programme it began from, and whether this person may open it. */
export type Origin = { readonly id: string; readonly title: string; readonly canOpen: boolean }

/** What the page of a programme tells besides: who began its versions, what it began from. */
export async function aroundSheet(
  tx: Tx,
  ctx: Ctx,
  { one, versions, procedure }: OpenProgramme,
): Promise<{ nameOf: (personId: PersonId) => string; origin: Origin | null; voices: readonly SaidVoice[] }> {
  const [nameOf, origin, voices] = await Promise.all([
    initialsOf(
      tx,
      ctx,
      versions.map(({ createdBy }) => createdBy),
    ),
    one.originProgrammeId === null ? null : programmes.open(tx, ctx, one.originProgrammeId),
    procedure?.stands ? voicesOf(tx, ctx, one.id) : [],
  ])
  const { id = '', title = '' } = origin?.one ?? {}
  return { nameOf, voices, origin: origin && { id, title, canOpen: programmes.may(ctx, 'programme.view', origin) } }
}

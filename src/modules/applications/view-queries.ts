import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { asId } from '../../kernel/ids.ts'
import type { ApplicationId, FileId, Instant, OrganisationId, PersonId, ProgrammeVersionId } from '../../kernel/types.ts'
import { ownSaid } from '../../regulation/fields.ts'
import { ownItems } from '../../regulation/intake/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { initialsOf } from '../people/name-queries.ts'
import { programmeOfApplication } from '../programmes/queries.ts'
import { type ApplicationCase, applications } from './case.ts'
import { evidenceOf, shownEligibility } from './evidence/queries.ts'
import { type FutureSite, judgedHead, type OfferedHead } from './head-queries.ts'
import type { Application, ApplicationView, Participant, ShownHead, ShownOwn, ShownVote, Vote } from './model.ts'
import { votesOf } from './store.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'application_rounds.snapshot': ApplicationView
  }
}

type Where = Pick<Ctx, 'territory' | 'today'>

/** An application with everything its pages and rules are made from. */
export type OpenApplication = ApplicationCase & {
  readonly app: Application
  readonly votes: readonly Vote[]
  readonly view: ApplicationView
  /** The head as the regulation judges them; null before anybody is named. */
  readonly head: OfferedHead | null
}

/** The application as it stands now; null when the territory has none such. */
export async function openApplication(tx: Tx, ctx: Where, id: ApplicationId): Promise<OpenApplication | null> {
  const found = await applications.open(tx, ctx, id)
  return found && opened(tx, ctx, found)
}

/** The same for an application that has been read, or locked, already. */
export async function opened(tx: Tx, ctx: Where, found: ApplicationCase): Promise<OpenApplication> {
  const { one: app, regulation, participants } = found
  const [votes, callTitle, initiatorName, evidence, programme, own, head] = await Promise.all([
    votesOf(tx, ctx, app.id),
    callTitleOf(tx, ctx, app),
    organisationNameOf(tx, ctx, app.initiatorOrganisationId),
    evidenceOf(tx, ctx, app.id),
    programmeOf(tx, ctx, app.id),
    shownOwn(tx, ctx, regulation, app),
    app.headPersonId && judgedHead(tx, ctx, regulation, app.headPersonId, futureSite(ctx, app, participants)),
  ])
  const view: ApplicationView = {
    callTitle,
    initiator: app.initiator,
    initiatorName,
    theme: app.theme,
    direction: directionLabel(regulation, app.direction),
    wantedFrom: app.wantedFrom,
    wantedTo: app.wantedTo,
    organisations: participants
      .filter(({ state }) => state !== 'declined')
      .map(({ state: _, remark: __, ...organisation }) => organisation),
    head: head ? await shownHead(tx, ctx, { app, head, participants, votes }) : null,
    own,
    adviser: app.adviserName ? { name: app.adviserName, post: app.adviserPost ?? '' } : null,
    eligibility: shownEligibility(regulation, evidence),
    programme,
  }
  return { ...found, app, votes, view, head: head || null }
}

/** The site the application asks for, as people are judged for its head: on its first day, or today while no day is set. */
export const futureSite = (ctx: Where, app: Application, participants: readonly Participant[]): FutureSite => ({
  organisationIds: participants.filter(({ state }) => state !== 'declined').map(({ id }) => id),
  direction: app.direction,
  on: app.wantedFrom !== null && app.wantedFrom > ctx.today ? app.wantedFrom : ctx.today,
})

/** A direction in words: by the list of the regulation, or as the call wrote it. */
export const directionLabel = ({ directions }: Regulation, code: string | null): string | null =>
  code === null ? null : (directions?.list.find((one) => one.code === code)?.label ?? code)

async function shownHead(
  tx: Tx,
  ctx: Where,
  given: { app: Application; head: OfferedHead; participants: readonly Participant[]; votes: readonly Vote[] },
): Promise<ShownHead> {
  const { app, head } = given
  const { protocolNumber: number, protocolOn: on, protocolFileId: fileId } = app
  const [fileName, votes] = await Promise.all([fileNameOf(tx, ctx, fileId), shownVotes(tx, ctx, given)])
  return {
    personId: head.id,
    name: head.name,
    post: head.post,
    category: head.category,
    achievements: head.achievements,
    protocol: number === null || on === null ? null : { number, on, fileId, fileName },
    votes,
  }
}

/** Only votes for the one who is named now. */
async function shownVotes(
  tx: Tx,
  ctx: Where,
  { app, participants, votes }: { app: Application; participants: readonly Participant[]; votes: readonly Vote[] },
): Promise<ShownVote[]> {
  const counted = votes.filter(({ candidatePersonId }) => candidatePersonId === app.headPersonId)
  const nameOf = await initialsOf(
    tx,
    ctx,
    counted.map(({ votedBy }) => votedBy),
  )
  return counted.map(({ organisationId, choice, votedBy }) => ({
    organisation: participants.find(({ id }) => id === organisationId)?.shortName ?? '',
    choice,
    by: nameOf(votedBy),
  }))
}

async function callTitleOf(tx: Tx, { territory }: Where, { callId: id }: Application): Promise<string | null> {
  if (id === null) return null
  const calls = tx.selectFrom('calls').select('title')
  return (await calls.where((is) => is.and({ territoryId: territory.id, id })).executeTakeFirst())?.title ?? null
}

async function organisationNameOf(tx: Tx, { territory }: Where, id: OrganisationId): Promise<string> {
  const organisations = tx.selectFrom('organisations').select('shortName')
  return (await organisations.where((is) => is.and({ territoryId: territory.id, id })).executeTakeFirst())?.shortName ?? ''
}

/** The paper's own items in words, a file by its name. */
async function shownOwn(tx: Tx, ctx: Where, regulation: Regulation, { own }: Application): Promise<ShownOwn[]> {
  return Promise.all(
    ownItems(regulation).map(async (item) => {
      const { code, caption, kind } = item
      const value = own[code]
      const fileId = kind === 'file' && typeof value === 'string' ? asId<FileId>(value) : null
      const name = fileId && (await fileNameOf(tx, ctx, fileId))
      return { code, caption, fileId, text: ownSaid(item, value, () => name ?? '') }
    }),
  )
}

async function fileNameOf(tx: Tx, { territory }: Where, id: FileId | null): Promise<string | null> {
  if (id === null) return null
  const files = tx.selectFrom('files').select('name')
  return (await files.where((is) => is.and({ territoryId: territory.id, id })).executeTakeFirst())?.name ?? null
}

async function programmeOf(tx: Tx, ctx: Where, applicationId: ApplicationId): Promise<ApplicationView['programme']> {
  const programme = await programmeOfApplication(tx, ctx, applicationId)
  return programme && { id: programme.id, title: programme.title, content: programme.content }
}

/** A submission as it was shown. */
export type KeptRound = {
  readonly round: number
  readonly view: ApplicationView
  readonly submittedAt: Instant
  readonly submittedBy: PersonId
  /** «Снигур Н. А.» */
  readonly submittedByName: string
  readonly hash: Buffer
  readonly programmeVersionId: ProgrammeVersionId | null
}

/** What was submitted in a round, never changed since; null when there was no such round. */
export async function roundView(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  id: ApplicationId,
  round: number,
): Promise<KeptRound | null> {
  const rows = await roundsOf(tx, ctx, id)
  return rows.find((one) => one.round === round) ?? null
}

/** Everything that was submitted, round by round. */
export async function roundsOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, id: ApplicationId): Promise<KeptRound[]> {
  const rows = await tx
    .selectFrom('applicationRounds')
    .select(['round', 'snapshot', 'hash', 'programmeVersionId', 'submittedAt', 'submittedBy'])
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId: id }))
    .orderBy('round')
    .execute()
  const nameOf = await initialsOf(
    tx,
    ctx,
    rows.map(({ submittedBy }) => submittedBy),
  )
  return rows.map(({ snapshot: view, ...row }) => ({ ...row, view, submittedByName: nameOf(row.submittedBy) }))
}

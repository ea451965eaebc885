import { isDeepStrictEqual } from 'node:util'
import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { ProgrammeId } from '../../../kernel/types.ts'
import type { ProgrammePart } from '../../../regulation/kinds.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { regulationById } from '../../regulation/queries.ts'
import { newTopic, type PartEdit, type TopicDeed, type TopicEdit, withPart, withTopicMoved, withTopicText } from '../edits.ts'
import { partPrint, topicPrint } from '../fingerprint.ts'
import type { Programme, ProgrammeContent, ProgrammeVersion } from '../model.ts'
import { ownerApplication } from '../ports.ts'
import { brokenContent, brokenTopic, mostTopics } from '../rules.ts'
import { contentOf, lockProgramme, saveContent, saveTitle } from '../store.ts'
import { writingSubjectOf } from '../subject.ts'
import { mayBeWritten } from '../writing-queries.ts'

type Place = { readonly programmeId: ProgrammeId }
/** `base` is the fingerprint of the part or topic the person began with. */
type Begun = Place & { readonly base: string }

/** Saves one part of a draft. It may be incomplete. (R-A2) */
export function savePart(ctx: Acting, input: Begun & { edit: PartEdit }): Promise<Result<null>> {
  const { edit } = input
  return transact(ctx, (tx) =>
    change(
      tx,
      ctx,
      { ...input, part: edit.part, ...(edit.part === 'note' ? { programmeTitle: edit.title } : {}) },
      async ({ content, programme }) =>
        partPrint(edit.part, programme.title, content) === input.base
          ? ok(withPart(content, edit, newId))
          : refuse({ code: 'changedMeanwhile' }),
    ),
  )
}

/** Saves one topic of a draft. (R-A2, R-A2p) */
export function saveTopic(ctx: Acting, input: Begun & { topicId: string; edit: TopicEdit }): Promise<Result<null>> {
  return transact(ctx, (tx) =>
    change(tx, ctx, { ...input, part: 'topics' }, async ({ content, regulation }) => {
      const at = content.topics.findIndex(({ id }) => id === input.topicId)
      const topic = content.topics[at]
      if (!topic) return refuse({ code: 'notFound' })
      if (topicPrint(topic) !== input.base) return refuse({ code: 'changedMeanwhile' })
      const written = withTopicText(topic, input.edit, newId)
      const broken = brokenTopic(written, regulation)
      return broken.length > 0 ? refuseAll(broken) : ok({ ...content, topics: content.topics.with(at, written) })
    }),
  )
}

/** Adds a topic at the end; gives its id. */
export function addTopic(ctx: Acting, input: Place & { title: string }): Promise<Result<string>> {
  const id = newId()
  return transact(ctx, async (tx) => {
    const added = await change(tx, ctx, { ...input, part: 'topics' }, async ({ content }) => {
      if (input.title === '') return refuseRule('programme.topicNeedsTitle', { field: 'title' })
      if (content.topics.length >= mostTopics)
        return refuseRule('programme.tooManyTopics', { field: 'title', params: { most: mostTopics } })
      return ok({ ...content, topics: [...content.topics, newTopic(id, input.title)] })
    })
    return added.ok ? ok(id) : added
  })
}

/** Moves a topic by a place, or takes it out with everything in it. */
export function moveTopic(ctx: Acting, input: Place & { topicId: string; deed: TopicDeed }): Promise<Result<null>> {
  return transact(ctx, (tx) =>
    change(tx, ctx, { ...input, part: 'topics' }, async ({ content }) => {
      const moved = withTopicMoved(content, input.topicId, input.deed)
      return moved === null ? refuse({ code: 'notFound' }) : ok(moved)
    }),
  )
}

/** Saves of one part by one person within this time are one fact of history: drafts are kept every few seconds. */
const sameSitting = 30 * 60_000

async function isSameSitting(
  tx: Tx,
  { territory, actor, now }: Ctx,
  programmeId: ProgrammeId,
  part: ProgrammePart,
): Promise<boolean> {
  const last = await tx
    .selectFrom('history')
    .select(['kind', 'personId', 'at', 'facts'])
    .where('territoryId', '=', territory.id)
    .where('subjectId', '=', programmeId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.kind !== 'programme.changed' || last.personId !== actor.personId) return false
  return (last.facts as { part?: string }).part === part && now.getTime() - last.at.getTime() < sameSitting
}

export type OpenDraft = {
  readonly programme: Programme
  readonly draft: ProgrammeVersion
  readonly content: ProgrammeContent
  readonly regulation: Regulation
}

/** The locked draft of a programme for somebody who may write it; otherwise why not. */
export async function draftToWrite(tx: Tx, ctx: Ctx, programmeId: ProgrammeId): Promise<Result<OpenDraft>> {
  const opened = await lockProgramme(tx, ctx, programmeId)
  if (!opened) return refuse({ code: 'notFound' })
  const { programme, draft } = opened
  if (!may(ctx, 'programme.edit', await writingSubjectOf(tx, ctx, programme)))
    return refuse({ code: 'forbidden', permission: 'programme.edit' })
  const open = await mayBeWritten(tx, ctx, programme)
  if (!open.ok) return open
  if (!draft) return refuse({ code: 'illegalMove', from: 'fixed', action: 'change' })
  const stored = await regulationById(tx, ctx.territory.id, opened.regulationId, ctx.today)
  return ok({ programme, draft, content: await contentOf(tx, ctx, draft.id), regulation: stored!.regulation })
}

/** Whoever is about to send the application sees that its programme has changed. */
export async function noteChange(tx: Tx, ctx: Ctx, { applicationId, siteId }: Programme): Promise<void> {
  if (applicationId !== null && siteId === null) await ownerApplication.only().touched(tx, ctx, applicationId)
}

/** One change of the draft: lock, ask, decide, save, tell. Saving the same words again tells nothing. */
async function change(
  tx: Tx,
  ctx: Ctx,
  { programmeId, part, programmeTitle }: Place & { part: ProgrammePart; programmeTitle?: string },
  decide: (open: OpenDraft) => Promise<Result<ProgrammeContent>>,
): Promise<Result<null>> {
  const open = await draftToWrite(tx, ctx, programmeId)
  if (!open.ok) return open
  const { programme, draft, content, regulation } = open.value
  const title = programmeTitle ?? programme.title
  const changed = await decide(open.value)
  if (!changed.ok) return changed
  const broken = brokenContent(changed.value, regulation)
  if (broken.length > 0) return refuseAll(broken)
  if (isDeepStrictEqual(changed.value, content) && title === programme.title) return ok(null)
  await saveContent(tx, ctx, draft, changed.value)
  if (title !== programme.title) await saveTitle(tx, ctx, programme, title)
  await noteChange(tx, ctx, programme)
  if (!(await isSameSitting(tx, ctx, programme.id, part)))
    await record(tx, ctx, {
      kind: 'programme.changed',
      subjectId: programme.id,
      siteId: programme.siteId,
      facts: { part, version: draft.number },
    })
  return ok(null)
}

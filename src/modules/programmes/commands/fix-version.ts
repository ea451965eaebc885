import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, ProgrammeId, ProgrammeVersionId } from '../../../kernel/types.ts'
import { regulationById } from '../../regulation/queries.ts'
import { machine } from '../machine.ts'
import type { ProgrammeVersion } from '../model.ts'
import { isComplete } from '../rules.ts'
import { contentOf, idOfApplication, insertVersion, lockProgramme, type OpenProgramme } from '../store.ts'
import { writingSubjectOf } from '../subject.ts'
import { mayBeWritten } from '../writing-queries.ts'

/**
 * Fixes the programme that is submitted with an application, in the transaction of the submission: from then on it never changes. Null when
 * the application has no programme. Whether it is complete has been asked by whoever submits.
 */
export async function fixVersion(tx: Tx, ctx: Ctx, applicationId: ApplicationId): Promise<Result<ProgrammeVersionId | null>> {
  const opened = await ofApplication(tx, ctx, applicationId)
  if (!opened) return ok(null)
  return opened.draft ? fix(tx, ctx, opened, opened.draft) : ok(opened.fixed?.id ?? null)
}

/** Opens the programme of a returned application again: a new draft with the words of the fixed version. A draft that exists stays. */
export async function unfixVersion(
  tx: Tx,
  ctx: Ctx,
  applicationId: ApplicationId,
  reason: string | null = null,
): Promise<Result<ProgrammeVersionId | null>> {
  const opened = await ofApplication(tx, ctx, applicationId)
  if (!opened) return ok(null)
  if (opened.draft || !opened.fixed) return ok(opened.draft?.id ?? null)
  const { programme, fixed, versions } = opened
  const number = (versions[0]?.number ?? 0) + 1
  const content = await contentOf(tx, ctx, fixed.id)
  const id = await insertVersion(tx, ctx, { programmeId: programme.id, number, content, reason })
  await record(tx, ctx, { kind: 'programme.versionStarted', ...about(opened), facts: { version: number, reason } })
  return ok(id)
}

/** Fixes the draft of a site's own programme: its head says that it is whole. (R-A2) */
export function fixOwnVersion(ctx: Acting, input: { programmeId: ProgrammeId; version: number }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockProgramme(tx, ctx, input.programmeId)
    if (!opened) return refuse({ code: 'notFound' })
    if (!may(ctx, 'programme.edit', await writingSubjectOf(tx, ctx, opened.programme)))
      return refuse({ code: 'forbidden', permission: 'programme.edit' })
    const { draft, programme } = opened
    if (programme.siteId === null) return refuseRule('programme.fixedBySubmission')
    const open = await mayBeWritten(tx, ctx, programme)
    if (!open.ok) return open
    if (!draft) return refuse({ code: 'illegalMove', from: 'fixed', action: 'fix' })
    if (draft.editVersion !== input.version) return refuse({ code: 'changedMeanwhile' })
    const stored = await regulationById(tx, ctx.territory.id, opened.regulationId, ctx.today)
    if (!isComplete(await contentOf(tx, ctx, draft.id), stored!.regulation)) return refuseRule('programme.notComplete')
    const fixed = await fix(tx, ctx, opened, draft)
    return fixed.ok ? ok(null) : fixed
  })
}

async function fix(tx: Tx, ctx: Ctx, opened: OpenProgramme, draft: ProgrammeVersion): Promise<Result<ProgrammeVersionId>> {
  const state = move(machine, draft.state, 'fix')
  if (!state.ok) return state
  await tx
    .updateTable('programmeVersions')
    .set({ state: state.value, fixedAt: ctx.now, editVersion: draft.editVersion + 1 })
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', draft.id)
    .execute()
  await record(tx, ctx, { kind: 'programme.fixed', ...about(opened), facts: { version: draft.number } })
  return ok(draft.id)
}

async function ofApplication(tx: Tx, ctx: Ctx, applicationId: ApplicationId): Promise<OpenProgramme | null> {
  const id = await idOfApplication(tx, ctx, applicationId)
  return id === null ? null : lockProgramme(tx, ctx, id)
}

const about = ({ programme }: OpenProgramme) => ({ subjectId: programme.id, siteId: programme.siteId })

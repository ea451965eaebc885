import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { ProgrammeId } from '../../../kernel/types.ts'
import { contentOf, insertVersion, lockProgramme, type OpenProgramme } from '../store.ts'
import { writingSubjectOf } from '../subject.ts'
import { mayBeWritten } from '../writing-queries.ts'

/** A new version of a site's programme, with the words of the one before; says why. (R-A2) */
export function startVersion(ctx: Acting, input: { programmeId: ProgrammeId; reason: string }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const found = await ofSite(tx, ctx, input.programmeId)
    if (!found.ok) return found
    const { programme, draft, fixed, versions } = found.value
    if (draft || !fixed) return refuseRule('programme.versionIsOpen')
    if (input.reason.trim() === '') return refuseRule('programme.needsReason', { field: 'reason' })
    const number = (versions[0]?.number ?? 0) + 1
    const reason = input.reason.trim()
    await insertVersion(tx, ctx, { programmeId: programme.id, number, content: await contentOf(tx, ctx, fixed.id), reason })
    await record(tx, ctx, {
      kind: 'programme.versionStarted',
      subjectId: programme.id,
      siteId: programme.siteId,
      facts: { version: number, reason },
    })
    return ok(null)
  })
}

/** Gives a new version of a site's programme up: the fixed one stays. */
export function dropVersion(ctx: Acting, input: { programmeId: ProgrammeId }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const found = await ofSite(tx, ctx, input.programmeId)
    if (!found.ok) return found
    const { programme, draft, fixed } = found.value
    if (!draft || !fixed) return refuseRule('programme.nothingToDrop')
    await tx.deleteFrom('programmeVersions').where('territoryId', '=', ctx.territory.id).where('id', '=', draft.id).execute()
    await record(tx, ctx, {
      kind: 'programme.versionDropped',
      subjectId: programme.id,
      siteId: programme.siteId,
      facts: { version: draft.number },
    })
    return ok(null)
  })
}

async function ofSite(tx: Tx, ctx: Ctx, id: ProgrammeId): Promise<Result<OpenProgramme>> {
  const opened = await lockProgramme(tx, ctx, id)
  if (!opened) return refuse({ code: 'notFound' })
  if (!may(ctx, 'programme.edit', await writingSubjectOf(tx, ctx, opened.programme)))
    return refuse({ code: 'forbidden', permission: 'programme.edit' })
  if (opened.programme.siteId === null) return refuseRule('programme.versionByReturn')
  const open = await mayBeWritten(tx, ctx, opened.programme)
  return open.ok ? ok(opened) : open
}

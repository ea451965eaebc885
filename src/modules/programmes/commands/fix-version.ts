import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ApplicationId, ProgrammeVersionId } from '../../../kernel/types.ts'
import { lockOfApplication, programmes } from '../case.ts'
import { contentOf, insertVersion, type StoredProgramme } from '../store.ts'

/** The draft with the words of the fixed version that follows it. */
export async function renewed(tx: Tx, ctx: Ctx, { one, versions, fixed }: StoredProgramme, reason: string | null) {
  const version = (versions[0]?.number ?? 0) + 1
  const content = await contentOf(tx, ctx, fixed?.id ?? one.versionId)
  const id = await insertVersion(tx, ctx, { programmeId: one.id, number: version, content, reason })
  return { id, happened: { kind: 'programme.versionStarted' as const, facts: { version, reason } } }
}

/**
 * Fixes the programme that is submitted with an application, in the transaction of the submission: from then on it never changes. Null when
 * the application has no programme. Whether it is complete has been asked by whoever submits.
 */
export async function fixVersion(tx: Tx, ctx: Ctx, applicationId: ApplicationId): Promise<Result<ProgrammeVersionId | null>> {
  const found = await lockOfApplication(tx, ctx, applicationId)
  if (!found || found.one.state === 'fixed') return ok(found?.one.versionId ?? null)
  const { id, siteId, number, versionId } = found.one
  const fixed = await programmes.move(tx, ctx, found.one, 'fix', { fixedAt: ctx.now })
  if (!fixed.ok) return fixed
  await record(tx, ctx, { kind: 'programme.fixed', subjectId: id, siteId, facts: { version: number } })
  return ok(versionId)
}

/** Opens the programme of a returned application again: a new draft with the words of the fixed version. A draft that exists stays. */
export async function unfixVersion(
  tx: Tx,
  ctx: Ctx,
  applicationId: ApplicationId,
  reason: string | null = null,
): Promise<Result<ProgrammeVersionId | null>> {
  const found = await lockOfApplication(tx, ctx, applicationId)
  if (!found || found.one.state === 'draft') return ok(found?.one.versionId ?? null)
  const { id, happened } = await renewed(tx, ctx, found, reason)
  await record(tx, ctx, { ...happened, subjectId: found.one.id, siteId: found.one.siteId })
  return ok(id)
}

import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import type { CheckedFile } from '../../../files/check.ts'
import { recordAll } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { tell } from '../../../notices/tell.ts'
import { officeOf } from '../../sites/people-queries.ts'
import { subjectOf } from '../../sites/standing-queries.ts'
import { lockCase, moveCase } from '../store.ts'
import { keepEvidence } from './add-evidence.ts'

type Explanation = { caseId: string; version: number; text: string; files: readonly CheckedFile[] }

/** The site explains itself, in words and with files. After the day it is still heard, as long as nothing has been decided. */
export function explainCase(ctx: Acting, input: Explanation): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockCase(tx, ctx, input.caseId)
    if (!opened) return refuse({ code: 'notFound' })
    const { one, site } = opened
    if (!may(ctx, 'statusCase.explain', subjectOf(ctx.territory.id, site)))
      return refuse({ code: 'forbidden', permission: 'statusCase.explain' })
    if (one.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const moved = await moveCase(tx, ctx, one, 'explain', {
      explanation: input.text,
      explainedBy: ctx.actor.personId,
      explainedAt: ctx.now,
    })
    if (!moved.ok) return moved
    const place = { caseId: one.id, siteId: site.id, side: 'explaining' as const }
    const kept = await keepEvidence(tx, ctx, place, { text: null, link: null, lines: [], files: input.files })
    const params = { site: site.name, kind: one.kind }
    const office = await officeOf(tx, ctx)
    await tell(
      tx,
      ctx,
      office.map((personId) => ({ personId, kind: 'statusCase.explained', subjectId: one.id, params })),
    )
    await recordAll(tx, ctx, [
      { kind: 'statusCase.explained', subjectId: one.id, siteId: site.id, facts: { case: one.kind, text: input.text } },
      ...kept,
    ])
    return ok(null)
  })
}

import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { CheckedFile } from '../../../files/check.ts'
import { storeFiles } from '../../../files/store.ts'
import { newId } from '../../../kernel/ids.ts'
import { sideBySide } from '../../../kernel/lists.ts'
import type { FileId, StatusCaseId } from '../../../kernel/types.ts'
import type { Happened } from '../../../kit/told.ts'
import type { Side } from '../model.ts'

type Given = {
  readonly text: string | null
  readonly link: string | null
  /** Lines of plans in words. */
  readonly lines: readonly string[]
  readonly files: readonly CheckedFile[]
}

/** Keeps evidence in the caller's transaction and gives what history has to tell. */
export async function keepEvidence(
  tx: Tx,
  ctx: Ctx,
  { caseId, side }: { caseId: StatusCaseId; side: Side },
  { text, link, files, lines }: Given,
): Promise<Happened[]> {
  const ids = await storeFiles(tx, ctx, files)
  const one = (kind: 'register' | 'link' | 'file', words: string, more: { fileId?: FileId; link?: string } = {}) => ({
    territoryId: ctx.territory.id,
    id: newId(),
    caseId,
    side,
    kind,
    text: words,
    fileId: null,
    link: null,
    addedBy: ctx.actor.personId,
    addedAt: ctx.now,
    ...more,
  })
  const rows = [
    ...lines.map((line) => one('register', line)),
    ...(link === null ? [] : [one('link', text ?? link, { link })]),
    ...sideBySide(ids, files).map(([fileId, { name }]) => one('file', text !== null && link === null ? text : name, { fileId })),
  ]
  if (rows.length > 0) await tx.insertInto('statusCaseEvidence').values(rows).execute()
  return rows.map(({ kind, text: words }) => ({ kind: 'statusCase.evidenceAdded', facts: { kind, text: words, side } }))
}

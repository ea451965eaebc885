import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { ProgrammeId } from '../../../kernel/types.ts'
import type { ProgrammePart } from '../../../regulation/kinds.ts'
import { copySources } from '../copy-queries.ts'
import { withCopied } from '../copying.ts'
import { brokenContent } from '../rules.ts'
import { contentOf, saveContent, saveOrigin } from '../store.ts'
import { writingSubjectOf } from '../subject.ts'
import { draftToWrite, noteChange } from './save-draft.ts'

/** Takes parts of another programme over into a draft; where they came from is kept. (R-A2) */
export function copyParts(
  ctx: Acting,
  input: { programmeId: ProgrammeId; from: string; parts: readonly ProgrammePart[] },
): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const open = await draftToWrite(tx, ctx, input.programmeId)
    if (!open.ok) return open
    const { programme, draft, content, regulation } = open.value
    const { organisationIds = [] } = await writingSubjectOf(tx, ctx, programme)
    const asked = { programmeId: programme.id, organisationIds, q: null, page: 1, only: input.from }
    const { sources } = await copySources(tx, ctx, asked)
    const [source] = sources
    if (!source) return refuseRule('programme.nothingToCopy', { field: 'from' })
    if (input.parts.length === 0) return refuseRule('programme.copyNeedsParts', { field: 'parts' })

    const taken = await contentOf(tx, ctx, source.versionId)
    const copied = withCopied(content, taken, { parts: input.parts, regulation, newKey: newId })
    const broken = brokenContent(copied, regulation)
    if (broken.length > 0) return refuseAll(broken)
    await saveContent(tx, ctx, draft, copied)
    await saveOrigin(tx, ctx, programme, source.id)
    await noteChange(tx, ctx, programme)
    await record(tx, ctx, {
      kind: 'programme.copied',
      subjectId: programme.id,
      siteId: programme.siteId,
      facts: { origin: source.title, originId: source.id, parts: input.parts },
    })
    return ok(null)
  })
}

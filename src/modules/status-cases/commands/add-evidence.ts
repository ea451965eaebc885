import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { CheckedFile } from '../../../files/check.ts'
import { storeFiles } from '../../../files/store.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { StatusCaseId } from '../../../kernel/types.ts'
import { subjectOf } from '../../sites/standing-queries.ts'
import { evidenceLines } from '../evidence-queries.ts'
import { isClosed } from '../machine.ts'
import type { Side } from '../model.ts'
import { lockCase } from '../store.ts'
import { proposerOf } from './start-case.ts'

export type EvidenceInput = {
  readonly caseId: string
  readonly text: string | null
  readonly link: string | null
  /** Keys of lines of plans, to be kept as facts of the registers in words. (R-35m) */
  readonly lines: readonly string[]
  readonly files: readonly CheckedFile[]
}

/** Adds what speaks for or against to a case that is still open: files, a link, facts of the registers. (R-35m) */
export function addEvidence(ctx: Acting, input: EvidenceInput): Promise<Result<number>> {
  return transact(ctx, async (tx) => {
    const opened = await lockCase(tx, ctx, input.caseId)
    if (!opened) return refuse({ code: 'notFound' })
    const { one, site } = opened
    if (!may(ctx, 'statusCase.start', subjectOf(ctx.territory.id, site)))
      return refuse({ code: 'forbidden', permission: 'statusCase.start' })
    if (isClosed(one.state)) return refuseRule('case.closed')
    if (input.link !== null && input.text === null) return refuseRule('case.evidenceUnnamed', { field: 'evidenceText' })
    const lines = await evidenceLines(tx, ctx, site, input.lines)
    const texts = input.link === null ? lines : [...lines, input.text!]
    if (texts.length + input.files.length === 0) return refuseRule('case.evidenceMissing', { field: 'evidenceFiles' })

    const side: Side = proposerOf(ctx) === 'organisation' ? 'explaining' : 'accusing'
    const facts = await keepEvidence(tx, ctx, { caseId: one.id, siteId: site.id, side }, { ...input, lines })
    await recordAll(tx, ctx, facts)
    return ok(facts.length)
  })
}

type Place = { readonly caseId: StatusCaseId; readonly siteId: string; readonly side: Side }

/** Keeps evidence in the caller's transaction and gives what history has to tell. */
export async function keepEvidence(
  tx: Tx,
  ctx: Ctx,
  { caseId, siteId, side }: Place,
  given: Pick<EvidenceInput, 'text' | 'link' | 'files'> & { readonly lines: readonly string[] },
): Promise<Fact[]> {
  const { text, link, files, lines } = given
  const ids = await storeFiles(tx, ctx, files)
  const common = { territoryId: ctx.territory.id, caseId, side, addedBy: ctx.actor.personId, addedAt: ctx.now }
  const rows = [
    ...lines.map((line) => ({ ...common, id: newId(), kind: 'register', text: line, fileId: null, link: null })),
    ...(link === null ? [] : [{ ...common, id: newId(), kind: 'link', text: text ?? link, fileId: null, link }]),
    ...ids.map((fileId, index) => ({
      ...common,
      id: newId(),
      kind: 'file',
      text: text !== null && link === null ? text : files[index]!.name,
      fileId,
      link: null,
    })),
  ]
  if (rows.length > 0) await tx.insertInto('statusCaseEvidence').values(rows).execute()
  return rows.map((row) => ({
    kind: 'statusCase.evidenceAdded',
    subjectId: caseId,
    siteId,
    facts: { kind: row.kind, text: row.text, side },
  }))
}

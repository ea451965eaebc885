import fs from 'node:fs/promises'
import type { Acting, Ctx } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { checkFiles } from '../../../files/check.ts'
import type { SentFile } from '../../../files/incoming.ts'
import { fileKinds } from '../../../files/kinds.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { ProgrammeId } from '../../../kernel/types.ts'
import { importOf, insertImport, saveImport } from '../import-store.ts'
import { withPieces } from '../reading/assemble.ts'
import type { Sorted } from '../reading/pieces.ts'
import { readApart } from '../reading/read-apart.ts'
import { brokenContent } from '../rules.ts'
import { type Decisions, resorted } from '../sorting.ts'
import { saveContent } from '../store.ts'
import { draftToWrite, noteChange } from './save-draft.ts'

const limits = { files: 1, bytes: 20 * 1024 * 1024 }

/** Takes a .docx apart for a draft. The file itself is not kept: all of its text is, until it has been carried over. (R-A2) */
export async function importFile(
  ctx: Acting,
  input: { programmeId: ProgrammeId; files: readonly SentFile[] },
): Promise<Result<string>> {
  const read = await takenApart(ctx, input.files)
  if (!read.ok) return read
  const { name, sorted } = read.value
  return transact(ctx, async (tx) => {
    const open = await draftToWrite(tx, ctx, input.programmeId)
    if (!open.ok) return open
    const { programme } = open.value
    const id = await insertImport(tx, ctx, { programmeId: programme.id, fileName: name, ...sorted })
    await record(tx, ctx, {
      kind: 'programme.imported',
      subjectId: programme.id,
      siteId: programme.siteId,
      facts: { file: name },
    })
    return ok(id)
  })
}

async function takenApart(ctx: Ctx, files: readonly SentFile[]): Promise<Result<{ name: string; sorted: Sorted }>> {
  if (files.length === 0) return refuseRule('programme.needsFile', { field: 'file' })
  const checked = await checkFiles(files, 'file', limits)
  if (!checked.ok) return checked
  const [{ name, mediaType, path }] = checked.value as [(typeof checked.value)[number]]
  if (mediaType !== fileKinds.docx.mediaType) return refuseRule('programme.notDocx', { field: 'file', params: { name } })
  const sorted = await readApart(await fs.readFile(path), ctx.actor.personId)
  return typeof sorted === 'string' ? refuseRule(refusals[sorted], { field: 'file', params: { name } }) : ok({ name, sorted })
}

const refusals = {
  unreadable: 'programme.fileUnreadable',
  tooLong: 'programme.fileTooLong',
  tooHard: 'programme.fileTooHard',
  withoutText: 'programme.fileWithoutText',
  busy: 'programme.readerBusy',
} as const

/** Keeps how a person has sorted the pieces of a file. */
export function sortImport(
  ctx: Acting,
  input: Decisions & { programmeId: ProgrammeId; importId: string },
): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const open = await draftToWrite(tx, ctx, input.programmeId)
    if (!open.ok) return open
    const found = await importOf(tx, ctx, input.programmeId, input.importId, true)
    if (!found) return refuse({ code: 'notFound' })
    await saveImport(tx, ctx, { ...found, ...resorted(found, input) })
    return ok(null)
  })
}

/** Adds every piece that has a place to the draft. What has none stays with the file. */
export function applyImport(
  ctx: Acting,
  input: Decisions & { programmeId: ProgrammeId; importId: string },
): Promise<Result<number>> {
  return transact(ctx, async (tx) => {
    const open = await draftToWrite(tx, ctx, input.programmeId)
    if (!open.ok) return open
    const { programme, draft, content, regulation } = open.value
    const found = await importOf(tx, ctx, input.programmeId, input.importId, true)
    if (!found) return refuse({ code: 'notFound' })
    const { recognised, unplaced } = resorted(found, input)
    if (recognised.pieces.length === 0) return refuseRule('programme.nothingToCarryOver')
    const written = withPieces(content, { ...recognised, regulation, newKey: newId })
    const broken = brokenContent(written, regulation)
    if (broken.length > 0) return refuseAll(broken.map(({ field: _, ...refusal }) => refusal))

    await saveContent(tx, ctx, draft, written)
    const rest = { ...recognised, pieces: [] }
    await saveImport(tx, ctx, { id: found.id, recognised: rest, unplaced, appliedAt: ctx.now })
    await noteChange(tx, ctx, programme)
    await record(tx, ctx, {
      kind: 'programme.imported',
      subjectId: programme.id,
      siteId: programme.siteId,
      facts: { file: found.fileName, pieces: recognised.pieces.length, left: unplaced.length },
    })
    return ok(unplaced.length)
  })
}

import fs from 'node:fs/promises'
import type { Ctx } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { checkFiles } from '../../../files/check.ts'
import type { SentFile } from '../../../files/incoming.ts'
import { fileKinds } from '../../../files/kinds.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import { importOf, insertImport, saveImport } from '../import-store.ts'
import { withPieces } from '../reading/assemble.ts'
import type { ReadFile } from '../reading/blocks.ts'
import { readApart } from '../reading/read-apart.ts'
import { lengthOf, recognise } from '../reading/recognise.ts'
import { brokenContent } from '../rules.ts'
import { type Decisions, resorted } from '../sorting.ts'
import { saveContent } from '../store.ts'
import { draftToWrite, noteChange } from './save-draft.ts'

/** How long a text may be that a person is to look through piece by piece. */
const mostBlocks = 3000
const limits = { files: 1, bytes: 20 * 1024 * 1024 }

/** Takes a .docx apart for a draft. The file itself is not kept: all of its text is, until it has been carried over. (R-A2) */
export async function importFile(ctx: Ctx, input: { programmeId: string; files: readonly SentFile[] }): Promise<Result<string>> {
  const read = await textOf(input.files)
  if (!read.ok) return read
  const { name, file } = read.value
  return transact(ctx, async (tx) => {
    const open = await draftToWrite(tx, ctx, input.programmeId)
    if (!open.ok) return open
    const { programme } = open.value
    const id = await insertImport(tx, ctx, { programmeId: programme.id, fileName: name, ...recognise(file, newId) })
    await record(tx, ctx, {
      kind: 'programme.imported',
      subjectId: programme.id,
      siteId: programme.siteId,
      facts: { file: name },
    })
    return ok(id)
  })
}

async function textOf(files: readonly SentFile[]): Promise<Result<{ name: string; file: ReadFile }>> {
  if (files.length === 0) return refuseRule('programme.needsFile', { field: 'file' })
  const checked = await checkFiles(files, 'file', limits)
  if (!checked.ok) return checked
  const [{ name, mediaType, path }] = checked.value as [(typeof checked.value)[number]]
  if (mediaType !== fileKinds.docx.mediaType) return refuseRule('programme.notDocx', { field: 'file', params: { name } })
  const file = await readApart(await fs.readFile(path))
  if (file === 'unreadable') return refuseRule('programme.fileUnreadable', { field: 'file', params: { name } })
  if (file === 'tooLong' || file.blocks.length > mostBlocks)
    return refuseRule('programme.fileTooLong', { field: 'file', params: { name } })
  if (lengthOf(file.blocks) === 0) return refuseRule('programme.fileWithoutText', { field: 'file', params: { name } })
  return ok({ name, file })
}

/** Keeps how a person has sorted the pieces of a file. */
export function sortImport(ctx: Ctx, input: Decisions & { programmeId: string; importId: string }): Promise<Result<null>> {
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
export function applyImport(ctx: Ctx, input: Decisions & { programmeId: string; importId: string }): Promise<Result<number>> {
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

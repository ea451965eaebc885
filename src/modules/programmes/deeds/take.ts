import fs from 'node:fs/promises'
import { z } from 'zod'
import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { readAs } from '../../../db/transact.ts'
import { checkFiles } from '../../../files/check.ts'
import type { SentFile } from '../../../files/incoming.ts'
import { fileKinds } from '../../../files/kinds.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { ProgrammeId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import { inAddress, unseen, unseenIn } from '../../../kit/form/fields.ts'
import { filled } from '../../../kit/thing.ts'
import { ownRefused } from '../../../regulation/fields.ts'
import { type OpenProgramme, programmes } from '../case.ts'
import { copySources } from '../copy-queries.ts'
import { withCopied } from '../copying.ts'
import { copyForm, piecesForm } from '../forms.ts'
import { importOf, insertImport, saveImport } from '../import-store.ts'
import type { ProgrammeContent } from '../model.ts'
import { paths } from '../paths.ts'
import { ownPlaces, ownWith, withPieces } from '../reading/assemble.ts'
import type { Sorted } from '../reading/pieces.ts'
import { readApart } from '../reading/read-apart.ts'
import type { OwnCaption } from '../reading/recognise.ts'
import { brokenContent } from '../rules.ts'
import { resorted } from '../sorting.ts'
import { contentOf } from '../store.ts'
import { drafted } from './write.ts'

/** It adds to the draft, whatever others have written meanwhile. */
const taking = { permits: 'programme.edit', anyVersion: true } as const

/** Takes parts of another programme over into a draft; where they came from is kept. (R-A2) */
export const copyParts = deed(programmes, 'change', {
  ...taking,
  at: paths.programmeCopies,
  form: unseenIn(copyForm),
  async also(tx, { ctx, one, content, owner, input: { from, parts } }) {
    const { sources } = await copySources(tx, ctx, { ...copyingInto({ one, owner }), q: null, page: 1, only: from })
    const [source] = sources
    if (!source) return refuseRule('programme.nothingToCopy', { field: 'from' })
    if (parts.length === 0) return refuseRule('programme.copyNeedsParts', { field: 'parts' })
    const taken = await contentOf(tx, ctx, source.versionId)
    const { regulation } = owner
    return drafted(withCopied(content, taken, { parts, regulation, newKey: newId }), regulation, { source })
  },
  set: ({ made: { content, source } }) => ({ content, originProgrammeId: source.id }),
  fact: ({ made: { source }, input: { parts } }) => ({
    kind: 'programme.copied',
    facts: { origin: source.title, originId: source.id, parts },
  }),
  done: 'Части перенесены, теперь их можно править',
})

/** Whose programmes are one's own when this one is written. */
export const copyingInto = ({ one, owner }: Pick<OpenProgramme, 'one' | 'owner'>) => ({
  programmeId: one.id,
  organisationIds: owner.writes.organisationIds ?? [],
})

type TakenApart = { readonly name: string; readonly sorted: Sorted }

/** Keeps a file that was taken apart. The file itself is not kept: all of its text is, until it has been carried over. (R-A2) */
const keepFile = deed(programmes, 'change', {
  ...taking,
  at: paths.programmeImports,
  form: { file: unseen('файл', z.custom<TakenApart>()) },
  beside: true,
  also: async (tx, { ctx, one, input: { file } }) =>
    ok(await insertImport(tx, ctx, { programmeId: one.id, fileName: file.name, ...file.sorted })),
  fact: ({ input: { file } }) => ({ kind: 'programme.imported', facts: { file: file.name } }),
  done: '',
})

/** Where the person goes with a file that was kept. */
export const fileKept = (params: { territory: string; programme: string }, made: string) => ({
  to: paths.programmeImport({ ...params, import: made }),
  notice: 'Файл разобран: проверьте, что куда попало',
})

/** Takes a .docx apart for a draft, before anything waits for it. (R-A2) */
export async function importFile(ctx: Acting, { id, files }: { id: ProgrammeId; files: readonly SentFile[] }) {
  const opened = await readAs(ctx, (tx) => programmes.open(tx, ctx, id))
  const read = await takenApart(ctx, files, opened ? ownPlaces(opened.owner.regulation) : [])
  return read.ok ? keepFile.run(ctx, { id, file: read.value }) : read
}

async function takenApart(ctx: Ctx, files: readonly SentFile[], places: readonly OwnCaption[]): Promise<Result<TakenApart>> {
  const checked = await checkFiles(files, 'file', { files: 1, bytes: 20 * 1024 * 1024 })
  if (!checked.ok) return checked
  const [file] = checked.value
  if (!file) return refuseRule('programme.needsFile', { field: 'file' })
  const { name, mediaType, path } = file
  if (mediaType !== fileKinds.docx.mediaType) return refuseRule('programme.notDocx', { field: 'file', params: { name } })
  const own = places.map(({ code, caption }) => ({ code, caption }))
  const sorted = await readApart({ bytes: await fs.readFile(path), own }, ctx.actor.personId)
  return typeof sorted === 'string' ? refuseRule(refusals[sorted], { field: 'file', params: { name } }) : ok({ name, sorted })
}

const refusals = {
  unreadable: 'programme.fileUnreadable',
  tooLong: 'programme.fileTooLong',
  tooHard: 'programme.fileTooHard',
  withoutText: 'programme.fileWithoutText',
  busy: 'programme.readerBusy',
} as const

const sorting = {
  ...taking,
  at: paths.programmeImport,
  form: { import: inAddress<string>(), ...unseenIn(piecesForm) },
} as const

type Given = OpenProgramme & {
  readonly ctx: Ctx
  readonly input: { readonly import: string } & Parameters<typeof resorted>[1]
}

/** The file of the address as the person has sorted it. */
async function sortedFile(tx: Tx, { ctx, one, input }: Given) {
  const file = await importOf(tx, ctx, one.id, input.import, true)
  return file ? ok({ ...file, ...resorted(file, input) }) : refuse({ code: 'notFound' })
}

/** Keeps how a person has sorted the pieces of a file. */
export const sortImport = deed(programmes, 'change', {
  ...sorting,
  beside: true,
  async also(tx, given) {
    const file = await sortedFile(tx, given)
    if (file.ok) await saveImport(tx, given.ctx, file.value)
    return file
  },
  fact: () => null,
  done: ({ input, params }) => ({ to: filled(paths.programmeImport, { ...params, import: input.import }), notice: 'Разложено' }),
})

type Applied = { readonly content: ProgrammeContent; readonly file: string; readonly pieces: number; readonly left: number }

/** Adds every piece that has a place to the draft. What has none stays with the file. */
export const applyImport = deed(programmes, 'change', {
  ...sorting,
  async also(tx, given): Promise<Result<Applied>> {
    const found = await sortedFile(tx, given)
    if (!found.ok) return found
    const { regulation } = given.owner
    const { id, fileName, recognised, unplaced } = found.value
    if (recognised.pieces.length === 0) return refuseRule('programme.nothingToCarryOver')
    const { wrong } = ownWith(given.content, { ...recognised, regulation })
    if (wrong.length > 0) return refuseAll(ownRefused(wrong).map(({ field: _, ...refusal }) => refusal))
    const content = withPieces(given.content, { ...recognised, regulation, newKey: newId })
    const broken = brokenContent(content, regulation)
    if (broken.length > 0) return refuseAll(broken.map(({ field: _, ...refusal }) => refusal))
    await saveImport(tx, given.ctx, { id, recognised: { ...recognised, pieces: [] }, unplaced, appliedAt: given.ctx.now })
    return ok({ content, file: fileName, pieces: recognised.pieces.length, left: unplaced.length })
  },
  set: ({ made: { content } }) => ({ content }),
  fact: ({ made: { content: _, ...facts } }) => ({ kind: 'programme.imported', facts }),
  done: ({ made, input, params }) =>
    made.left > 0
      ? {
          to: filled(paths.programmeImport, { ...params, import: input.import }),
          notice: 'Перенесено всё, у чего было место. Остальное ждёт здесь',
        }
      : { to: filled(paths.programme, params), notice: 'Весь текст файла перенесён в программу' },
})

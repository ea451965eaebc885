import { z } from 'zod'
import { mostFormBytes } from '../../files/check.ts'
import type { ProgrammeId } from '../../kernel/types.ts'
import { valueOf } from '../../ui/fields.ts'
import { asked, askedPage, idOf } from '../../web/address.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route, seeOther } from '../../web/route.ts'
import { copyParts } from './commands/copy-parts.ts'
import { applyImport, importFile, sortImport } from './commands/import-file.ts'
import { copySources } from './copy-queries.ts'
import { copyForm, emptyForm, importForm } from './forms.ts'
import { importOf, openImports } from './import-store.ts'
import { paths } from './paths.ts'
import { writingSubject } from './route-subjects.ts'
import { type ProgrammeOnPage, programmeSheet } from './sheet.ts'
import { contentOf } from './store.ts'
import { writingSubjectOf } from './subject.ts'
import { CopyPage } from './views/copy-page.tsx'
import { ImportPage, ImportsPage } from './views/import-pages.tsx'

const copyQuery = z.object({ q: asked, page: askedPage, from: asked })
type CopyAsked = Partial<z.infer<typeof copyQuery>>

async function draftSheet({
  ctx,
  tx,
  params,
}: {
  ctx: PageRequest['ctx']
  tx: PageRequest['tx']
  params: { programme: ProgrammeId }
}) {
  const sheet = await programmeSheet(tx, ctx, params.programme)
  return sheet?.canWrite ? sheet : null
}

const titled = (sheet: ProgrammeOnPage, title: string, body: preact.JSX.Element): Answer => ({
  title: `${title}: ${sheet.programme.title}`,
  section: sheet.owner.kind === 'site' ? 'sites' : 'applications',
  body,
})

async function copyPage(request: PageRequest<typeof paths.programmeCopies.pattern, CopyAsked>): Promise<Answer> {
  const { ctx, tx, params, query, form } = request
  const sheet = await draftSheet(request)
  if (!sheet) return seeOther(paths.programme(params))
  const { organisationIds = [] } = await writingSubjectOf(tx, ctx, sheet.programme)
  const whose = { programmeId: sheet.programme.id, organisationIds }
  const from = idOf(form ? valueOf(form, 'from') : query.from)
  const source = from && (await copySources(tx, ctx, { ...whose, q: null, page: 1, only: from })).sources[0]
  const chosen = source ? { source, content: await contentOf(tx, ctx, source.versionId) } : null
  const { q = '', page = 1 } = query
  const found = chosen ? { sources: [], total: 0, page } : await copySources(tx, ctx, { ...whose, q: q || null, page })
  const body = <CopyPage ctx={ctx} sheet={sheet} {...found} q={q} chosen={chosen} form={form} />
  return titled(sheet, 'Перенести из другой программы', body)
}

async function importsPage(request: PageRequest<typeof paths.programmeImports.pattern>): Promise<Answer> {
  const { ctx, tx, params, form } = request
  const sheet = await draftSheet(request)
  if (!sheet) return seeOther(paths.programme(params))
  const imports = await openImports(tx, ctx, sheet.programme.id)
  return titled(sheet, 'Разобрать файл', <ImportsPage ctx={ctx} sheet={sheet} form={form} imports={imports} />)
}

async function importPage(request: PageRequest<typeof paths.programmeImport.pattern>): Promise<Answer> {
  const { ctx, tx, params, form } = request
  const sheet = await draftSheet(request)
  if (!sheet) return seeOther(paths.programme(params))
  const file = await importOf(tx, ctx, sheet.programme.id, params.import)
  return file ? titled(sheet, 'Разобрать файл', <ImportPage ctx={ctx} sheet={sheet} form={form} file={file} />) : notFound
}

const access = { permits: 'programme.edit', sees: 'programme.view', subject: writingSubject } as const

export const takingRoutes: Route[] = [
  get(paths.programmeCopies, { ...access, query: copyQuery, page: copyPage }),
  post(paths.programmeCopies, {
    ...access,
    form: copyForm,
    act: ({ ctx, params, form }) => copyParts(ctx, { programmeId: params.programme, ...form }),
    next: ({ params }) => ({ to: paths.programme(params), notice: 'Части перенесены, теперь их можно править' }),
    again: copyPage,
  }),
  get(paths.programmeImports, { ...access, page: importsPage }),
  post(paths.programmeImports, {
    ...access,
    form: emptyForm,
    most: mostFormBytes,
    act: ({ ctx, params, files }) => importFile(ctx, { programmeId: params.programme, files: files.file ?? [] }),
    next: ({ params, value }) => ({
      to: paths.programmeImport({ ...params, import: value }),
      notice: 'Файл разобран: проверьте, что куда попало',
    }),
    again: importsPage,
  }),
  get(paths.programmeImport, { ...access, page: importPage }),
  post(paths.programmeImport, {
    ...access,
    form: importForm,
    act: async ({ ctx, params, form }) => {
      const { intent, pieces, back } = form
      const decisions = { programmeId: params.programme, importId: params.import, unplaced: pieces, back }
      return intent === 'apply' ? applyImport(ctx, decisions) : sortImport(ctx, decisions)
    },
    next: ({ params, form, value }) =>
      form.intent === 'sort'
        ? { to: paths.programmeImport(params), notice: 'Разложено' }
        : {
            to: value
              ? paths.programmeImport(params)
              : paths.programme({ territory: params.territory, programme: params.programme }),
            notice: value ? 'Перенесено всё, у чего было место. Остальное ждёт здесь' : 'Весь текст файла перенесён в программу',
          },
    again: importPage,
  }),
]

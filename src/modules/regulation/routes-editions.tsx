import fs from 'node:fs/promises'
import { z } from 'zod'
import { mostFormBytes } from '../../files/check.ts'
import type { SentFile } from '../../files/incoming.ts'
import type { Result } from '../../kernel/result.ts'
import { FormPage } from '../../kit/form/view.tsx'
import { FileField, Radios } from '../../ui/fields.ts'
import { type Answer, formAt, type PageRequest, post, type Route } from '../../web/route.ts'
import { editions } from './case.ts'
import { startEdition } from './commands/start-edition.ts'
import { removeExample, writeExample } from './deeds/examples.ts'
import { addException, removeException } from './deeds/exceptions.ts'
import { dropEdition, writeRule } from './deeds/write.ts'
import { editionList } from './list.tsx'
import { paths } from './paths.ts'
import { regulationInForce } from './queries.ts'
import { readPaper } from './reading/read-paper.ts'
import { comparisonPage } from './views/comparison-page.tsx'
import { editionPage } from './views/edition-page.tsx'
import { examplePage, examplesPage } from './views/example-pages.tsx'
import { exceptionsPage } from './views/exceptions-page.tsx'
import { rulePage } from './views/rule-page.tsx'
import { rulesPage } from './views/rules-page.tsx'
import { clausePage, nextClausePage, paperPage, textDeeds, textPage } from './views/text-pages.tsx'
import { yearPage } from './views/year-page.tsx'

/** A file of a regulation is text; a longer one is none. */
const mostFile = 2 * 1024 * 1024

async function newPage({ ctx, tx, form }: Pick<PageRequest, 'ctx' | 'tx' | 'form'>): Promise<Answer> {
  const at = { territory: ctx.territory.code }
  const current = await regulationInForce(tx, ctx)
  const title = 'Новая редакция Положения'
  const body = (
    <FormPage
      title={title}
      more="Проект ничего не меняет, пока не подписан документ, который его утверждает."
      outcome="Редакция не начата"
      form={form}
      action={paths.newEdition(at)}
      button="Начать редакцию"
      leave={{ href: paths.editions(at), label: 'Не начинать' }}
      way={[{ href: paths.editions(at), label: 'Редакции' }]}
    >
      <Radios
        form={form}
        name="from"
        label="С чего начать"
        initial={current ? 'copy' : 'file'}
        choices={[
          ...(current ? [{ value: 'copy', label: `С копии редакции ${current.version}` }] : []),
          { value: 'file', label: 'С файла Положения', hint: 'Файл .json, скачанный из этой или другой установки' },
        ]}
      />
      <FileField form={form} name="file" label="Файл Положения" accept=".json" hint="До 2 МБ; нужен, если начинаете с файла" />
    </FormPage>
  )
  return { title, section: 'regulation', body }
}

const startForm = z.object({ from: z.enum(['copy', 'file'], { error: 'Выберите, с чего начать' }) })

/** The text of the file sent; empty when there is none. */
const textOf = async (sent: readonly SentFile[] = []): Promise<string> => {
  const [file] = sent
  return file && !file.cut && file.size <= mostFile ? fs.readFile(file.path, 'utf8') : ''
}

export const editionRoutes: Route[] = [
  ...editionList.routes,
  ...formAt(paths.newEdition, {
    permits: 'regulation.edit',
    form: startForm,
    most: mostFile + 64 * 1024,
    act: async ({ ctx, form, files }): Promise<Result<string>> =>
      startEdition(ctx, form.from === 'copy' ? { from: 'copy' } : { from: 'file', text: await textOf(files.file) }),
    next: ({ params, value }) => ({ to: paths.edition({ ...params, edition: value }), notice: 'Редакция начата: проект' }),
    page: newPage,
  }),
  editions.page(paths.edition, editionPage),
  editions.page(paths.editionPage, rulesPage, 'regulation.edit'),
  editions.page(paths.editionRule, rulePage, 'regulation.edit'),
  writeRule.route(rulePage),
  editions.page(paths.editionText, textPage, 'regulation.edit'),
  editions.page(paths.editionClause, clausePage, 'regulation.edit'),
  editions.page(paths.editionNextClause, nextClausePage, 'regulation.edit'),
  editions.page(paths.editionPaper, paperPage, 'regulation.edit'),
  ...textDeeds.map(([deed, page]) => deed.route(page)),
  post(paths.editionPaperFile, {
    permits: 'regulation.edit',
    sees: 'regulation.view',
    subject: editions.subjectFor('regulation.edit'),
    form: z.object({}),
    most: mostFormBytes,
    act: ({ ctx, files }) => readPaper(files.file ?? [], ctx.actor.personId),
    next: ({ params }) => ({ to: paths.editionPaper(params) }),
    shows: async (request) => {
      const form = { values: { paper: request.value }, errors: [] }
      const page = await editions.again(paperPage)({ ...request, form })
      return typeof page === 'object' && 'title' in page ? page : null
    },
    again: editions.again(paperPage),
  }),
  editions.page(paths.editionExamples, examplesPage, 'regulation.edit'),
  editions.page(paths.editionExample, examplePage, 'regulation.edit'),
  writeExample.route(examplePage),
  removeExample.route(examplesPage),
  editions.page(paths.editionExceptions, exceptionsPage, 'regulation.edit'),
  addException.route(exceptionsPage),
  removeException.route(exceptionsPage),
  editions.page(paths.editionYear, yearPage, 'regulation.edit'),
  editions.page(paths.editionComparison, comparisonPage),
  editions.page(paths.editionFile, ({ one, regulation }, { ctx }) => {
    const name = `polozhenie-${ctx.territory.code}-${one.version}.json`
    return new Response(`${JSON.stringify(regulation, null, 2)}\n`, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
      },
    })
  }),
  dropEdition.route(editionPage),
]

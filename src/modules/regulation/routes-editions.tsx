import fs from 'node:fs/promises'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { mostFormBytes } from '../../files/check.ts'
import type { SentFile } from '../../files/incoming.ts'
import { asId } from '../../kernel/ids.ts'
import type { RegulationId, RegulationLineId } from '../../kernel/types.ts'
import { FormPage } from '../../kit/form/view.tsx'
import { type Choice, FileField, Radios, TextField, valueOf } from '../../ui/fields.ts'
import { asked } from '../../web/address.ts'
import { optionalId, text } from '../../web/fields.ts'
import { type Answer, formAt, get, notFound, type PageRequest, post, type Route } from '../../web/route.ts'
import { editions } from './case.ts'
import { mostName, nameLine } from './commands/name-line.ts'
import { type Beginning, startEdition } from './commands/start-edition.ts'
import { removeExample, writeExample } from './deeds/examples.ts'
import { addException, removeException } from './deeds/exceptions.ts'
import { dropEdition, writeRule } from './deeds/write.ts'
import { askedToPropose, writePage } from './deeds/write-page.ts'
import { editionList } from './list.tsx'
import { paths } from './paths.ts'
import { regulationLines, regulationsInForce } from './queries.ts'
import { readPaper } from './reading/read-paper.ts'
import { comparisonPage } from './views/comparison-page.tsx'
import { editionPage } from './views/edition-page.tsx'
import { examplePage, examplesPage } from './views/example-pages.tsx'
import { exceptionsPage } from './views/exceptions-page.tsx'
import { pageForm } from './views/page-form.tsx'
import { rulePage } from './views/rule-page.tsx'
import { rulesPage } from './views/rules-page.tsx'
import { clausePage, nextClausePage, paperPage, textDeeds, textPage } from './views/text-pages.tsx'
import { yearPage } from './views/year-page.tsx'

/** A file of a regulation is text; a longer one is none. */
const mostFile = 2 * 1024 * 1024

type ForNew = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & { readonly query?: { readonly line?: string | undefined } }

/** The next edition of a line: a copy of what is in force there, or a file. */
async function newPage({ ctx, tx, form, query }: ForNew): Promise<Answer> {
  const lines = await regulationLines(tx, ctx.territory.id)
  const sent = valueOf(form, 'line')
  const line = lines.find(({ id }) => id === sent) ?? lines.find(({ code }) => code === query?.line) ?? lines[0]
  const current = (await regulationsInForce(tx, ctx)).find((one) => one.line.id === line?.id)
  const title = 'Новая редакция Положения'
  const choices = [
    ...(current ? [{ value: 'copy', label: `С копии редакции ${current.version}` }] : []),
    { value: 'file', label: 'С файла Положения', hint: fileHint },
  ]
  const more = 'Проект ничего не меняет, пока не подписан документ, который его утверждает.'
  const body = (
    <Beginnings
      {...{ ctx, form, title, choices, more: lines.length > 1 ? `${line?.name}. ${more}` : more }}
      action={paths.newEdition({ territory: ctx.territory.code })}
    >
      {line && <input type="hidden" name="line" value={line.id} />}
    </Beginnings>
  )
  return { title, section: 'regulation', body }
}

/** One more Положение beside those that are there. */
async function newLinePage({ ctx, tx, form }: ForNew): Promise<Answer> {
  const current = await regulationsInForce(tx, ctx)
  const title = 'Ещё одно Положение'
  const choices = [
    { value: 'empty', label: 'С пустого', hint: 'Органы и вид документа останутся прежними' },
    ...current.map(({ id, line, version }) => ({ value: id, label: `С копии: ${line.name}, редакция ${version}` })),
    { value: 'file', label: 'С файла Положения', hint: fileHint },
  ]
  const body = (
    <Beginnings
      {...{ ctx, form, title, choices }}
      action={paths.newLine({ territory: ctx.territory.code })}
      more="Со своими редакциями, площадками, приёмами заявок и числом площадок. Другие Положения от него не меняются."
    >
      <TextField form={form} name="name" label="Как называется" hint="Например, Положение о площадках наставничества" />
    </Beginnings>
  )
  return { title, section: 'regulation', body }
}

const fileHint = 'Файл .json, скачанный из этой или другой установки'

type BeginningsProps = Pick<PageRequest, 'ctx' | 'form'> & {
  title: string
  more: string
  action: string
  choices: readonly Choice[]
  children: ComponentChildren
}

/** What an edition is begun from. */
const Beginnings = ({ ctx, form, title, more, action, choices, children }: BeginningsProps) => {
  const list = paths.editions({ territory: ctx.territory.code })
  return (
    <FormPage
      {...{ title, more, form, action }}
      outcome="Редакция не начата"
      button="Начать редакцию"
      leave={{ href: list, label: 'Не начинать' }}
      way={[{ href: list, label: 'Редакции' }]}
    >
      {children}
      <Radios form={form} name="from" label="С чего начать" initial={choices[0]?.value} choices={choices} />
      <FileField form={form} name="file" label="Файл Положения" accept=".json" hint="До 2 МБ; нужен, если начинаете с файла" />
    </FormPage>
  )
}

const from = text('с чего начать', 60)
const startForm = z.object({ from, line: optionalId<RegulationLineId>('Положение') })
const lineForm = z.object({ from, name: text('название', mostName) })

/** What was chosen to begin from; an edition is named by its id. */
async function beginningOf(chosen: string, sent: readonly SentFile[] = []): Promise<Beginning> {
  if (chosen === 'empty') return { from: 'empty' }
  if (chosen === 'file') return { from: 'file', text: await textOf(sent) }
  return { from: 'copy', edition: asId<RegulationId>(chosen) }
}

/** What a Положение is called in lists and beside its clauses. */
async function linePage({ ctx, tx, params, form }: ForNew & { params: { code: string } }): Promise<Answer> {
  const line = (await regulationLines(tx, ctx.territory.id)).find(({ code }) => code === params.code)
  if (!line) return notFound
  const list = paths.editions({ territory: ctx.territory.code })
  const title = 'Название Положения'
  const body = (
    <FormPage
      title={title}
      more="Так оно названо в списках и рядом с пунктами. Заголовок самого Положения от этого не меняется."
      outcome="Не переименовано"
      form={form}
      action={paths.regulationLine({ territory: ctx.territory.code, code: line.code })}
      button="Сохранить"
      leave={{ href: list, label: 'Не менять' }}
      way={[{ href: list, label: 'Положения и редакции' }]}
    >
      <TextField form={form} name="name" label="Как называется" initial={line.name} />
    </FormPage>
  )
  return { title, section: 'regulation', body }
}

/** The text of the file sent; empty when there is none. */
const textOf = async (sent: readonly SentFile[] = []): Promise<string> => {
  const [file] = sent
  return file && !file.cut && file.size <= mostFile ? fs.readFile(file.path, 'utf8') : ''
}

const starting = { permits: 'regulation.edit', most: mostFile + 64 * 1024 } as const
const begun = ({ territory }: { territory: string }, edition: RegulationId) => ({
  to: paths.edition({ territory, edition }),
  notice: 'Редакция начата: проект',
})

export const editionRoutes: Route[] = [
  ...editionList.routes,
  get(paths.newEdition, { permits: 'regulation.edit', query: z.object({ line: asked }), page: newPage }),
  post(paths.newEdition, {
    ...starting,
    form: startForm,
    act: async ({ ctx, form, files }) => startEdition(ctx, { lineId: form.line }, await beginningOf(form.from, files.file)),
    next: ({ params, value }) => begun(params, value),
    again: newPage,
  }),
  ...formAt(paths.newLine, {
    ...starting,
    form: lineForm,
    act: async ({ ctx, form, files }) => startEdition(ctx, { name: form.name }, await beginningOf(form.from, files.file)),
    next: ({ params, value }) => begun(params, value),
    page: newLinePage,
  }),
  ...formAt(paths.regulationLine, {
    permits: 'regulation.edit',
    form: lineForm.pick({ name: true }),
    act: ({ ctx, params, form }) => nameLine(ctx, { code: params.code, name: form.name }),
    next: ({ params }) => ({ to: paths.editions(params), notice: 'Название записано' }),
    page: linePage,
  }),
  editions.page(paths.edition, editionPage),
  editions.page(paths.editionPage, rulesPage, 'regulation.edit'),
  editions.page(paths.editionForm, pageForm, 'regulation.edit'),
  { ...writePage.route(pageForm), reshape: askedToPropose },
  editions.page(paths.editionRule, rulePage, 'regulation.edit'),
  { ...writeRule.route(rulePage), reshape: askedToPropose },
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
  editions.page(paths.editionException, exceptionsPage, 'regulation.edit'),
  addException.route(exceptionsPage),
  removeException.route(exceptionsPage),
  editions.page(paths.editionYear, yearPage, 'regulation.edit'),
  editions.page(paths.editionComparison, comparisonPage),
  editions.page(paths.editionFile, async ({ one, regulation }, { ctx, tx }) => {
    const lines = await regulationLines(tx, ctx.territory.id)
    const line = lines.length > 1 ? lines.find(({ id }) => id === one.lineId) : undefined
    const name = `polozhenie-${[ctx.territory.code, line?.code, one.version].filter(Boolean).join('-')}.json`
    return new Response(`${JSON.stringify(regulation, null, 2)}\n`, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
      },
    })
  }),
  dropEdition.route(editionPage),
]

import { z } from 'zod'
import type { Acting, Ctx } from '../../authz/ctx.ts'
import { lastChangeBy } from '../../history/last-change.ts'
import { isId } from '../../kernel/ids.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import type { ProgrammeId } from '../../kernel/types.ts'
import type { FormState } from '../../ui/fields.ts'
import type { Params } from '../../web/paths.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route, seeOther } from '../../web/route.ts'
import { addTopic, moveTopic, savePart, saveTopic } from './commands/save-draft.ts'
import { type PartForm, partForm, topicForm } from './forms.ts'
import { partValues, sidesOf, topicValues, type WrittenPart } from './part-values.ts'
import { paths } from './paths.ts'
import { reshapeRows } from './reshape.ts'
import { writingSubject } from './route-subjects.ts'
import { type ProgrammeOnPage, programmeSheet } from './sheet.ts'
import { PartPage } from './views/part-pages.tsx'
import { TopicPage } from './views/topic-page.tsx'
import { TopicsPage } from './views/topics-page.tsx'
import { namedParts } from './wording.ts'

type PartRequest = PageRequest<typeof paths.programmePart.pattern, { remove?: string }>
type TopicRequest = PageRequest<typeof paths.programmeTopic.pattern>

/** The sheet of the draft; a programme that is fixed is only read. */
async function draftSheet({ ctx, tx, params }: { ctx: Ctx; tx: PartRequest['tx']; params: { programme: ProgrammeId } }) {
  const sheet = await programmeSheet(tx, ctx, params.programme)
  return sheet?.canWrite ? sheet : null
}

const titled = (sheet: ProgrammeOnPage, title: string, body: preact.JSX.Element): Answer => ({
  title: `${title}: ${sheet.programme.title}`,
  section: sheet.owner.kind === 'site' ? 'sites' : 'applications',
  body,
})

async function partPage(request: PartRequest): Promise<Answer> {
  const { ctx, params, query, form, conflict } = request
  const sheet = await draftSheet(request)
  if (!sheet) return seeOther(paths.programme(params))
  const part = namedParts(sheet.regulation).find(({ code }) => code === params.part)
  if (!part) return notFound
  const empty: FormState = { values: {}, errors: [] }
  if (part.code === 'topics') {
    const props = { territory: ctx.territory, sheet, conflict: null, removing: query.remove ?? null }
    return titled(sheet, part.name, <TopicsPage {...props} form={form ?? empty} />)
  }
  const stored = partValues(part.code, sheet.programme.title, sheet.content, sheet.regulation)
  const props = {
    territory: ctx.territory,
    sheet,
    ...(await editing(request, part.code, sheet, { stored, typed: form, conflict })),
  }
  return titled(sheet, part.name, <PartPage {...props} part={part.code} />)
}

async function topicPage(request: TopicRequest): Promise<Answer> {
  const { ctx, params, form, conflict } = request
  const sheet = await draftSheet(request)
  if (!sheet) return seeOther(paths.programme(params))
  const index = sheet.content.topics.findIndex(({ id }) => id === params.topic)
  const topic = sheet.content.topics[index]
  if (!topic) return notFound
  const stored = topicValues(topic)
  const props = {
    territory: ctx.territory,
    sheet,
    ...(await editing(request, 'topic', sheet, { stored, typed: form, conflict })),
  }
  return titled(sheet, `Тема ${index + 1}`, <TopicPage {...props} topic={topic} index={index} />)
}

type Texts = { stored: FormState['values']; typed: FormState | null; conflict: boolean }

/** What the fields hold: the person's text while a form is shown again, else what is stored. After a conflict the next save is of both. */
async function editing(
  { ctx, tx }: Pick<PartRequest, 'ctx' | 'tx'>,
  kind: WrittenPart | 'topic',
  sheet: ProgrammeOnPage,
  { stored, typed, conflict }: Texts,
) {
  if (typed?.values.base === undefined) return { form: { values: stored, errors: typed?.errors ?? [] }, conflict: null }
  if (!conflict) return { form: typed, conflict: null }
  const person = await lastChangeBy(tx, ctx, sheet.programme.id)
  return {
    form: { ...typed, values: { ...typed.values, base: stored.base! } },
    conflict: {
      what: person ? `программу сохранил другой человек: ${person}` : 'программу сохранил другой человек',
      fields: sidesOf(kind, typed.values, stored, sheet.regulation),
    },
  }
}

async function act(
  ctx: Acting,
  params: Params<typeof paths.programmePart.pattern>,
  form: PartForm,
): Promise<Result<string | null>> {
  const programmeId = params.programme
  if (form.part !== params.part) return refuse({ code: 'notFound' })
  if (form.part !== 'topics') {
    const { base, ...edit } = form
    return savePart(ctx, { programmeId, base, edit })
  }
  if (form.deed === 'add') return addTopic(ctx, { programmeId, title: form.title })
  return moveTopic(ctx, { programmeId, topicId: form.topicId ?? '', deed: form.deed })
}

/** «Добавить строку» and its like leave the list of topics alone: its buttons do what they say at once. */
const reshapePart = (values: FormState['values']) => (values.part === 'topics' ? null : reshapeRows(values))

const said = { add: 'Тема добавлена', up: 'Тема поднята', down: 'Тема опущена', remove: 'Тема удалена' } as const

export const editRoutes: Route[] = [
  get(paths.programmePart, {
    permits: 'programme.edit',
    sees: 'programme.view',
    subject: writingSubject,
    query: z.object({ remove: z.string().refine(isId).optional() }),
    page: partPage,
  }),
  post(paths.programmePart, {
    permits: 'programme.edit',
    sees: 'programme.view',
    subject: writingSubject,
    form: partForm,
    act: ({ ctx, params, form }) => act(ctx, params, form),
    next: ({ params, form, value }) =>
      form.part === 'topics'
        ? {
            to: value ? paths.programmeTopic({ ...params, topic: value }) : paths.programmePart(params),
            notice: said[form.deed],
          }
        : { to: paths.programmePart(params), notice: 'Сохранено' },
    reshape: reshapePart,
    again: partPage,
  }),
  get(paths.programmeTopic, {
    permits: 'programme.edit',
    sees: 'programme.view',
    subject: writingSubject,
    page: topicPage,
  }),
  post(paths.programmeTopic, {
    permits: 'programme.edit',
    sees: 'programme.view',
    subject: writingSubject,
    form: topicForm,
    act: ({ ctx, params, form: { base, ...edit } }) =>
      saveTopic(ctx, { programmeId: params.programme, topicId: params.topic, base, edit }),
    next: ({ params }) => ({ to: paths.programmeTopic(params), notice: 'Тема сохранена' }),
    reshape: reshapeRows,
    again: topicPage,
  }),
]

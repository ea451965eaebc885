import type { z } from 'zod'
import type { Route } from '../../web/route.ts'
import { formAt } from '../../web/route.ts'
import { events, plannedLines } from '../events/case-queries.ts'
import { programmes } from '../programmes/case-queries.ts'
import { nameTaught } from './commands/name-taught.ts'
import { namedIn, taughtReads } from './forms.ts'
import { paths } from './paths.ts'
import { taughtPage } from './views/taught-page.tsx'

const chosen = (form: z.output<typeof taughtReads>, version: number) => ({
  competences: namedIn({ ...form, words: null }).competences,
  version,
})
const notice = 'Сохранено: это увидят все, кому этого не хватает'

/** Whoever edits an event, a line of a plan or a programme says what it teaches. */
export const taughtRoutes: Route[] = [
  ...formAt(paths.eventCompetences, {
    ...{ permits: 'event.run', sees: 'event.view', subject: events.subjectFor('event.run') },
    form: taughtReads,
    act: ({ ctx, form, version, params: { event } }) => nameTaught(ctx, { event }, chosen(form, version)),
    next: ({ params }) => ({ to: paths.event(params), notice }),
    page: (request) => taughtPage(request, { event: request.params.event }),
  }),
  ...formAt(paths.lineCompetences, {
    ...{ permits: 'event.run', sees: 'plan.view', subject: plannedLines.subjectFor('event.run') },
    form: taughtReads,
    act: ({ ctx, form, version, params: { line } }) => nameTaught(ctx, { line }, chosen(form, version)),
    next: ({ params }) => ({ to: paths.lineCompetences(params), notice }),
    page: (request) => taughtPage(request, { line: request.params.line }),
  }),
  ...formAt(paths.topicCompetences, {
    ...{ permits: 'programme.edit', sees: 'programme.view', subject: programmes.subjectFor('programme.edit') },
    form: taughtReads,
    act: ({ ctx, form, version, params: { programme, topic } }) => nameTaught(ctx, { programme, topic }, chosen(form, version)),
    next: ({ params }) => ({ to: paths.programme(params), notice }),
    page: ({ params: { programme, topic }, ...request }) => taughtPage(request, { programme, topic }),
  }),
]

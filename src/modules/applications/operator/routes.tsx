import { z } from 'zod'
import { type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { checkFiles, largeFiles, mostFormBytes } from '../../../files/check.ts'
import { lastChangeBy } from '../../../history/last-change.ts'
import { actionsFrom } from '../../../kernel/machine.ts'
import type { ApplicationId } from '../../../kernel/types.ts'
import type { FormState } from '../../../ui/fields.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route, type SubjectOf, seeOther } from '../../../web/route.ts'
import { machine } from '../machine.ts'
import type { Application } from '../model.ts'
import { paths } from '../paths.ts'
import { applicationById, applicationTitle, subjectOfApplication } from '../queries.ts'
import { checkedApplication, sheetOfRound } from './check-queries.ts'
import { checklistOf } from './checklist-rules.ts'
import { answerInformation } from './commands/answer-information.ts'
import { askInformation } from './commands/ask-information.ts'
import { checkApplication } from './commands/check-application.ts'
import { returnApplication } from './commands/return-application.ts'
import { withdrawRequest } from './commands/withdraw-request.ts'
import { answerForm, askForm, checkForm, returnForm } from './forms.ts'
import { checkQueue } from './list.tsx'
import { remarksOf, requestsOf } from './queries.ts'
import { reviewsUnderWay } from './review-queries.ts'
import { mayAskIn, remarkPlaces } from './rules.ts'
import { CheckPage } from './views/check-page.tsx'
import { MeanwhilePage } from './views/meanwhile-page.tsx'
import { AnswerPage, RequestsPage } from './views/requests-page.tsx'
import { ReturnPage } from './views/return-page.tsx'

type OfApplication = '/t/:territory/applications/:application'
const seen: SubjectOf<OfApplication> = ({ ctx, tx, params }) => subjectOfApplication(tx, ctx, params.application)
const sees = { permits: 'application.view', sees: 'application.view', subject: seen } as const
const checks = { ...sees, permits: 'application.check' } as const
const returns = { ...sees, permits: 'application.return' } as const
const asks = { ...sees, permits: 'application.ask' } as const
const answers = { ...sees, permits: 'application.edit' } as const
type Request = Pick<PageRequest, 'ctx' | 'tx' | 'form' | 'conflict'> & {
  params: { territory: string; application: ApplicationId }
}
const section = 'applications' as const
const home = ({ territory, application }: { territory: string; application: ApplicationId }) =>
  paths.application({ territory, application })

async function checkPage({ ctx, tx, params, form, conflict }: Request): Promise<Answer> {
  const app = await applicationById(tx, ctx, params.application)
  if (!app) return notFound
  if (app.state !== 'submitted') return form === null ? seeOther(home(params)) : madeMeanwhile({ ctx, tx, app, form })
  const checked = await checkedApplication(tx, ctx, app)
  const shown = { app, view: checked.view, lines: checklistOf(checked), open: checked.open, form, conflict }
  const body = <CheckPage territory={ctx.territory} places={remarkPlaces(checked.regulation, checked.view)} {...shown} />
  return { title: `Проверка: ${applicationTitle(app)}`, section, body }
}

/** Somebody else was faster: nothing is to be decided any more, and what was typed stands beside what they wrote. */
async function madeMeanwhile({
  ctx,
  tx,
  app,
  form,
}: Pick<Request, 'ctx' | 'tx'> & { app: Application; form: FormState }): Promise<Answer> {
  const { regulation, view } = await sheetOfRound(tx, ctx, app)
  const remarks = await remarksOf(tx, ctx, app.id, app.round)
  const person = (await lastChangeBy(tx, ctx, app.id)) ?? ''
  const shown = { app, form, remarks, person, places: remarkPlaces(regulation, view) }
  return { title: applicationTitle(app), section, body: <MeanwhilePage territory={ctx.territory} {...shown} /> }
}

async function returnPage({ ctx, tx, params, form, conflict }: Request): Promise<Answer> {
  const app = await applicationById(tx, ctx, params.application)
  if (!app) return notFound
  if (!actionsFrom(machine, app.state).includes('return'))
    return form === null ? seeOther(home(params)) : madeMeanwhile({ ctx, tx, app, form })
  const { regulation, view } = await sheetOfRound(tx, ctx, app)
  const body = (
    <ReturnPage
      territory={ctx.territory}
      app={app}
      view={view}
      places={remarkPlaces(regulation, view)}
      reviews={await reviewsUnderWay(tx, ctx, app)}
      form={form}
      conflict={conflict}
    />
  )
  return { title: 'Вернуть на доработку', section, body }
}

async function requestsPage({ ctx, tx, params, form }: Request): Promise<Answer> {
  const app = await applicationById(tx, ctx, params.application)
  if (!app) return notFound
  const body = (
    <RequestsPage
      territory={ctx.territory}
      today={ctx.today}
      app={app}
      form={form}
      requests={await requestsOf(tx, ctx, app.id)}
      mayAsk={mayAskIn(app.state) && may(ctx, 'application.ask')}
      mayAnswer={await mayAnswer(tx, ctx, app)}
    />
  )
  return { title: 'Запросы сведений', section, body }
}

async function answerPage(request: Request & { params: { request: string } }): Promise<Answer> {
  const { ctx, tx, params, form } = request
  const app = await applicationById(tx, ctx, params.application)
  const asking = app && (await requestsOf(tx, ctx, app.id)).find(({ id }) => id === params.request)
  if (!app || !asking) return notFound
  const body = (
    <AnswerPage
      territory={ctx.territory}
      today={ctx.today}
      app={app}
      form={form}
      request={asking}
      mayAnswer={await mayAnswer(tx, ctx, app)}
      mayWithdraw={asking.state === 'asked' && may(ctx, 'application.ask')}
    />
  )
  return { title: 'Нужны сведения', section, body }
}

async function mayAnswer(tx: Tx, ctx: Ctx, app: Application): Promise<boolean> {
  const subject = mayAskIn(app.state) ? await subjectOfApplication(tx, ctx, app.id) : null
  return subject !== null && may(ctx, 'application.edit', subject)
}

const checkRoutes: Route[] = [
  ...checkQueue.routes,
  get(paths.applicationChecks, { ...checks, page: checkPage }),
  post(paths.applicationChecks, {
    ...checks,
    form: checkForm,
    act: ({ ctx, params, form, version }) => {
      const { items: verdicts, ...rest } = form
      return checkApplication(ctx, { applicationId: params.application, version, verdicts, ...rest })
    },
    next: ({ params, value }) => ({
      to: home(params),
      notice: value === 'admitted' ? 'Заявка допущена' : 'Заявка возвращена с замечаниями',
    }),
    again: checkPage,
  }),
  get(paths.applicationReturns, { ...returns, page: returnPage }),
  post(paths.applicationReturns, {
    ...returns,
    form: returnForm,
    act: ({ ctx, params, form, version }) => returnApplication(ctx, { applicationId: params.application, version, ...form }),
    next: ({ params }) => ({ to: home(params), notice: 'Заявка возвращена на доработку' }),
    again: returnPage,
  }),
]

const requestRoutes: Route[] = [
  get(paths.applicationRequests, { ...sees, page: requestsPage }),
  post(paths.applicationRequests, {
    ...asks,
    form: askForm,
    act: ({ ctx, params, form }) => askInformation(ctx, { applicationId: params.application, ...form }),
    next: ({ params }) => ({ to: paths.applicationRequests(params), notice: 'Запрос отправлен' }),
    again: requestsPage,
  }),
  get(paths.applicationAnswer, { ...sees, page: answerPage }),
  post(paths.applicationAnswer, {
    ...answers,
    form: answerForm,
    most: mostFormBytes,
    act: async ({ ctx, params, form, files }) => {
      const checked = await checkFiles(files.files ?? [], 'files', largeFiles)
      if (!checked.ok) return checked
      return answerInformation(ctx, {
        applicationId: params.application,
        requestId: params.request,
        answer: form.answer,
        files: checked.value,
      })
    },
    next: ({ params }) => ({ to: paths.applicationAnswer(params), notice: 'Ответ отправлен' }),
    again: answerPage,
  }),
  post(paths.applicationRequestWithdrawal, {
    ...asks,
    form: z.object({}),
    act: ({ ctx, params }) => withdrawRequest(ctx, { applicationId: params.application, requestId: params.request }),
    next: ({ params }) => ({ to: paths.applicationRequests(params), notice: 'Запрос отозван' }),
    again: answerPage,
  }),
]

/** The operator's side of applications: the queue, the check, the return for revision, questions. */
export const operatorRoutes: Route[] = [...checkRoutes, ...requestRoutes]

import type { Ctx } from '../../authz/ctx.ts'
import { may } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import type { CallId, OperatorSubmissionId } from '../../kernel/types.ts'
import type { Address } from '../../kit/list/spec.ts'
import { hasStep, onSubmission, takesApplications } from '../../regulation/application-questions.ts'
import { whoGrants } from '../../regulation/questions.ts'
import { paper } from '../../web/paper.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route } from '../../web/route.ts'
import { decidableState } from '../applications/deciding-rules.ts'
import { callById } from '../calls/queries.ts'
import { draftNamed } from '../orders/label-queries.ts'
import { regulationInForce } from '../regulation/queries.ts'
import { candidatesOfAll } from './candidate-queries.ts'
import { chooseApplications } from './commands/choose-applications.ts'
import { decideDirectly } from './commands/decide-directly.ts'
import { dropSubmission } from './commands/drop-submission.ts'
import { editSubmission } from './commands/edit-submission.ts'
import { returnSubmission } from './commands/return-submission.ts'
import { sendSubmission } from './commands/send-submission.ts'
import { startSubmission } from './commands/start-submission.ts'
import { submissionDocument } from './document.ts'
import { decisionForm, directForm, listForm, nothingForm, remarkForm, reshapeList } from './forms.ts'
import { callSubmissionList, submissionList } from './list.tsx'
import { paths } from './paths.ts'
import { openSubmission, readyGroups } from './queries.ts'
import { senderOf } from './sender-queries.ts'
import { loadSubmission } from './store.ts'
import { callSubject } from './subjects.ts'
import { DirectPage } from './views/direct-page.tsx'
import { EditPage } from './views/edit-page.tsx'
import { SubmissionPage } from './views/submission-page.tsx'
import { SubmissionsPage } from './views/submissions-page.tsx'

const section = 'applications' as const
type Asked<Params> = { ctx: Ctx; tx: Tx; params: Params }

/** A submission concerns the territory as a whole; null when the territory has none such. */
async function submissionSubject({
  ctx,
  tx,
  params,
}: Asked<{ readonly submission: OperatorSubmissionId }>): Promise<Subject | null> {
  return (await loadSubmission(tx, ctx, params.submission)) && { territoryId: ctx.territory.id }
}
type ForList = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & {
  params: { territory: string; call?: CallId }
  query: Address
}

/** All submissions, or those of one call. */
async function listPage({ ctx, tx, params, query, form }: ForList): Promise<Answer> {
  const stored = await regulationInForce(tx, ctx)
  if (!stored) return notFound
  const call = params.call === undefined ? null : await callById(tx, ctx, params.call)
  const at = { ctx, tx, params }
  const made = await (call
    ? callSubmissionList.show({ ...at, params: { ...params, call: call.id } }, query)
    : submissionList.show(at, query))
  const groups = await readyGroups(tx, ctx)
  const body = (
    <SubmissionsPage
      ctx={ctx}
      call={call}
      asked={{ ...onSubmission(stored.regulation), value: hasStep(stored.regulation, 'submission') }}
      takesApplications={takesApplications(stored.regulation).value}
      ready={call === null ? groups : groups.filter(({ callId }) => callId === call.id)}
      mayStart={may(ctx, 'submission.edit')}
      total={made?.shown.total ?? 0}
      table={made?.table}
      form={form}
    />
  )
  return { title: 'Представления', section, body }
}

type ForSubmission = Pick<PageRequest, 'ctx' | 'tx' | 'form' | 'conflict'> & {
  params: { territory: string; submission: OperatorSubmissionId }
}

/** The page of a submission; shown again with the text of whichever of its forms was refused. */
async function submissionPage({ ctx, tx, params, form, conflict }: ForSubmission): Promise<Answer> {
  const opened = await openSubmission(tx, ctx, params.submission)
  if (!opened) return notFound
  const { orderId, number } = opened.submission
  const order = orderId === null ? null : { id: orderId, label: await draftNamed(tx, ctx, orderId) }
  const body = <SubmissionPage ctx={ctx} opened={opened} order={order} form={form} conflict={conflict} />
  return { title: `Представление № ${number}`, section, body }
}

async function editPage({ ctx, tx, params, form, conflict }: ForSubmission): Promise<Answer> {
  const opened = await openSubmission(tx, ctx, params.submission)
  if (!opened) return notFound
  const body = <EditPage ctx={ctx} opened={opened} form={form} conflict={conflict} />
  return { title: `Представление № ${opened.submission.number}: список и текст`, section, body }
}

type ForDirect = Pick<PageRequest, 'ctx' | 'tx' | 'form'>

async function directPage({ ctx, tx, form }: ForDirect): Promise<Answer> {
  const stored = await regulationInForce(tx, ctx)
  if (!stored) return notFound
  const { regulation } = stored
  const way = !takesApplications(regulation).value ? 'none' : hasStep(regulation, 'submission') ? 'submission' : 'direct'
  const candidates = way === 'direct' ? await candidatesOfAll(tx, ctx, decidableState(regulation)) : []
  const body = <DirectPage ctx={ctx} way={way} grants={whoGrants(regulation)} candidates={candidates} form={form} />
  return { title: 'Решение по заявкам', section, body }
}

const to = ({ territory, submission }: { territory: string; submission: string }) =>
  paths.operatorSubmission({ territory, submission })
const view = { permits: 'submission.view', subject: submissionSubject } as const
const operator = { permits: 'submission.edit', sees: 'submission.view', subject: submissionSubject } as const
const authority = { permits: 'submission.decide', sees: 'submission.view', subject: submissionSubject } as const
const started = 'Представление составлено: проверьте порядок и основания'

export const routes: Route[] = [
  get(paths.operatorSubmissions, { permits: 'submission.view', query: submissionList.query, page: listPage }),
  ...submissionList.files,
  ...callSubmissionList.files,
  post(paths.operatorSubmissions, {
    permits: 'submission.edit',
    sees: 'submission.view',
    form: nothingForm,
    act: ({ ctx }) => startSubmission(ctx, { callId: null }),
    next: ({ params, value }) => ({ to: paths.operatorSubmissionEdit({ ...params, submission: value.id }), notice: started }),
    again: listPage,
  }),
  get(paths.callSubmissions, {
    permits: 'submission.view',
    subject: callSubject,
    query: callSubmissionList.query,
    page: listPage,
  }),
  post(paths.callSubmissions, {
    permits: 'submission.edit',
    sees: 'submission.view',
    subject: callSubject,
    form: nothingForm,
    act: ({ ctx, params }) => startSubmission(ctx, { callId: params.call }),
    next: ({ params, value }) => ({
      to: paths.operatorSubmissionEdit({ territory: params.territory, submission: value.id }),
      notice: started,
    }),
    again: listPage,
  }),

  get(paths.operatorSubmission, { ...view, page: submissionPage }),
  get(paths.operatorSubmissionEdit, { ...operator, page: editPage }),
  post(paths.operatorSubmissionEdit, {
    ...operator,
    form: listForm,
    reshape: reshapeList,
    act: ({ ctx, params, form, version }) => editSubmission(ctx, { id: params.submission, version, ...form }),
    next: ({ params }) => ({ to: to(params), notice: 'Список и текст сохранены' }),
    again: editPage,
  }),
  post(paths.operatorSubmissionDrops, {
    ...operator,
    form: nothingForm,
    act: ({ ctx, params, version }) => dropSubmission(ctx, { id: params.submission, version }),
    next: ({ params }) => ({ to: paths.operatorSubmissions(params), notice: 'Представление удалено' }),
    again: submissionPage,
  }),
  post(paths.operatorSubmissionSendings, {
    ...operator,
    form: nothingForm,
    act: ({ ctx, params, version }) => sendSubmission(ctx, { id: params.submission, version }),
    next: ({ params }) => ({ to: to(params), notice: 'Представление отправлено: о нём узнали те, кто решает' }),
    again: submissionPage,
  }),
  post(paths.operatorSubmissionReturns, {
    ...authority,
    form: remarkForm,
    act: ({ ctx, params, form, version }) => returnSubmission(ctx, { id: params.submission, version, remark: form.remark }),
    next: ({ params }) => ({ to: to(params), notice: 'Представление возвращено с замечанием' }),
    again: submissionPage,
  }),
  post(paths.operatorSubmissionDecisions, {
    ...authority,
    form: decisionForm,
    act: ({ ctx, params, form, version }) =>
      chooseApplications(ctx, { id: params.submission, version, items: form.items, drafts: form.intent === 'draft' }),
    next: ({ params, value }) =>
      value.orderId === null
        ? { to: to(params), notice: 'Выбор сохранён' }
        : {
            to: paths.order({ territory: params.territory, order: value.orderId }),
            notice: 'Проект приказа составлен: проверьте его и отправьте на подпись',
          },
    again: submissionPage,
  }),
  get(paths.operatorSubmissionDocument, {
    ...view,
    page: async ({ ctx, tx, params }) => {
      const opened = await openSubmission(tx, ctx, params.submission)
      if (!opened) return notFound
      return paper(submissionDocument(opened, await senderOf(tx, ctx, opened.submission.sentOn), ctx.today), params.format)
    },
  }),

  get(paths.directDecisions, { permits: 'decision.prepare', page: directPage }),
  post(paths.directDecisions, {
    permits: 'decision.prepare',
    form: directForm,
    act: ({ ctx, form }) => decideDirectly(ctx, { items: form.items }),
    next: ({ params, value }) => ({
      to: paths.order({ territory: params.territory, order: value.orderId }),
      notice: 'Проект приказа составлен: проверьте его и отправьте на подпись',
    }),
    again: directPage,
  }),
]

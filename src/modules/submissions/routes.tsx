import { z } from 'zod'
import { may } from '../../authz/ctx.ts'
import type { CallId, RegulationLineId } from '../../kernel/types.ts'
import type { Address } from '../../kit/list/spec.ts'
import type { ThingPage } from '../../kit/thing.ts'
import { reviewRule } from '../../regulation/review/questions.ts'
import { grantingWords, hasStep, onSubmission, takesApplications } from '../../regulation/status/questions.ts'
import { asked } from '../../web/address.ts'
import { optionalId } from '../../web/fields.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route } from '../../web/route.ts'
import { decidableState } from '../applications/deciding-rules.ts'
import { callById } from '../calls/queries.ts'
import { draftNamed } from '../orders/label-queries.ts'
import { LineLinks, lineAsked } from '../regulation/line-links.tsx'
import { regulationsInForce } from '../regulation/queries.ts'
import { candidatesOfLine } from './candidate-queries.ts'
import { assessmentsOf, type OpenSubmission, submissions } from './case.ts'
import { decideDirectly } from './commands/decide-directly.ts'
import { startSubmission } from './commands/start-submission.ts'
import { chooseApplications, draftChoice, dropSubmission, editSubmission, returnSubmission, sendSubmission } from './deeds.ts'
import { submissionDocument } from './document.ts'
import { directForm, nothingForm, reshapeList } from './forms.ts'
import { callSubject, callSubmissionList, submissionList } from './list.tsx'
import type { Assessment } from './model.ts'
import { paths } from './paths.ts'
import { decidesDirectly, readyGroups } from './queries.ts'
import { senderOf } from './sender-queries.ts'
import { DirectPage } from './views/direct-page.tsx'
import { EditPage } from './views/edit-page.tsx'
import { SubmissionPage } from './views/submission-page.tsx'
import { SubmissionsPage } from './views/submissions-page.tsx'

const section = 'applications' as const
type ForList = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & {
  params: { territory: string; call?: CallId }
  query: Address
}

/** All submissions, or those of one call. */
async function listPage({ ctx, tx, params, query, form }: ForList): Promise<Answer> {
  const all = await regulationsInForce(tx, ctx)
  const stored = all.find(({ regulation }) => hasStep(regulation, 'submission')) ?? all[0]
  if (!stored) return notFound
  const call = params.call === undefined ? null : await callById(tx, ctx, params.call)
  const at = { ctx, tx, params }
  const made = await (call
    ? callSubmissionList.show({ ...at, params: { ...params, call: call.id } }, query)
    : submissionList.show(at, query))
  const groups = await readyGroups(tx, ctx)
  const body = (
    <SubmissionsPage
      {...{ ctx, call, form, table: made?.table, total: made?.shown.total ?? 0 }}
      asked={{ ...onSubmission(stored.regulation), value: hasStep(stored.regulation, 'submission') }}
      takesApplications={all.some(({ regulation }) => takesApplications(regulation).value)}
      several={all.length > 1}
      ready={call === null ? groups : groups.filter(({ callId }) => callId === call.id)}
      mayStart={may(ctx, 'submission.edit')}
    />
  )
  return { title: 'Представления', section, body }
}

/** The page of a submission; shown again with the text of whichever of its forms was refused. */
const submissionPage: ThingPage<OpenSubmission> = async (opened, request) => {
  const { orderId, number } = opened.one
  const { ctx, tx } = request
  const order = orderId === null ? null : { id: orderId, label: await draftNamed(tx, ctx, orderId) }
  const body = <SubmissionPage {...{ ...request, opened, request, order }} />
  return { title: `Представление № ${number}`, section, body }
}

const editPage: ThingPage<OpenSubmission> = (opened, { ctx, form, conflict }) => {
  const body = <EditPage {...{ ctx, opened, form, conflict }} />
  return { title: `Представление № ${opened.one.number}: список и текст`, section, body }
}

const ofLine = z.object({ line: asked })
type ForDirect = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & { readonly query?: z.infer<typeof ofLine> }

async function directPage({ ctx, tx, form, query }: ForDirect): Promise<Answer> {
  const all = await regulationsInForce(tx, ctx)
  const deciding = all.filter(decidesDirectly)
  const stored = lineAsked(deciding, query?.line) ?? all[0]
  if (!stored) return notFound
  const { regulation, line } = stored
  const way = !takesApplications(regulation).value ? 'none' : hasStep(regulation, 'submission') ? 'submission' : 'direct'
  const candidates = way === 'direct' ? await candidatesOfLine(tx, ctx, line.id, decidableState(regulation)) : []
  const assessments = new Map<string, Assessment>()
  for (const [callId, group] of Map.groupBy(candidates, (one) => one.callId)) {
    const found = await assessmentsOf(tx, ctx, { ids: group.map(({ id }) => id), callId, regulation })
    for (const [id, assessment] of found) assessments.set(id, assessment)
  }
  const reviewClause = reviewRule(regulation).basis?.clause
  const href = (code: string) => paths.directDecisions({ territory: ctx.territory.code }, { line: code })
  const body = (
    <DirectPage
      {...{ ctx, way, candidates, assessments, reviewClause, form }}
      lines={<LineLinks all={deciding} current={line} href={href} />}
      grants={grantingWords(regulation)}
    />
  )
  return { title: 'Решение по заявкам', section, body }
}

const starting = { permits: 'submission.edit', sees: 'submission.view', again: listPage } as const
const started = ({ territory }: { territory: string }, submission: string) => ({
  to: paths.operatorSubmissionEdit({ territory, submission }),
  notice: 'Представление составлено: проверьте порядок и основания',
})

export const routes: Route[] = [
  get(paths.operatorSubmissions, { permits: 'submission.view', query: submissionList.query, page: listPage }),
  ...submissionList.files,
  ...callSubmissionList.files,
  post(paths.operatorSubmissions, {
    ...starting,
    form: z.object({ line: optionalId<RegulationLineId>('Положение') }),
    act: ({ ctx, form }) => startSubmission(ctx, { callId: null, lineId: form.line }),
    next: ({ params, value }) => started(params, value.id),
  }),
  get(paths.callSubmissions, {
    permits: 'submission.view',
    subject: callSubject,
    query: callSubmissionList.query,
    page: listPage,
  }),
  post(paths.callSubmissions, {
    ...starting,
    subject: callSubject,
    form: nothingForm,
    act: ({ ctx, params }) => startSubmission(ctx, { callId: params.call }),
    next: ({ params, value }) => started(params, value.id),
  }),

  submissions.page(paths.operatorSubmission, submissionPage),
  submissions.page(paths.operatorSubmissionEdit, editPage, 'submission.edit'),
  { ...editSubmission.route(editPage), reshape: reshapeList },
  ...[dropSubmission, sendSubmission, returnSubmission].map((deed) => deed.route(submissionPage)),
  chooseApplications.route(submissionPage, { draft: draftChoice }),
  submissions.papers(paths.operatorSubmissionDocument, async (opened, { ctx, tx }) =>
    submissionDocument(opened, await senderOf(tx, ctx, opened.one.sentOn), ctx.today),
  ),

  get(paths.directDecisions, { permits: 'decision.prepare', query: ofLine, page: directPage }),
  post(paths.directDecisions, {
    permits: 'decision.prepare',
    form: directForm,
    act: ({ ctx, form }) => decideDirectly(ctx, { items: form.items }),
    next: ({ params, value }) => ({
      to: paths.order({ territory: params.territory, order: value.orderId }),
      notice: 'Проект решения составлен: проверьте его и отправьте на подпись',
    }),
    again: directPage,
  }),
]

import { z } from 'zod'
import { may } from '../../../authz/ctx.ts'
import { checkFiles, largeFiles, mostFormBytes } from '../../../files/check.ts'
import { serveFile } from '../../../files/serve.ts'
import { eligibilityCriteria } from '../../../regulation/application-questions.ts'
import { type FormState, valueOf } from '../../../ui/fields.ts'
import { asked } from '../../../web/address.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route, type SubjectOf } from '../../../web/route.ts'
import { remarksOf } from '../operator/queries.ts'
import { paths } from '../paths.ts'
import { openApplication, subjectOfApplication, subjectOfWriting } from '../queries.ts'
import { isWritable } from '../rules.ts'
import { addEvidence } from './commands/add-evidence.ts'
import { removeEvidence } from './commands/remove-evidence.ts'
import { isFileOf } from './file-queries.ts'
import { evidenceForm } from './forms.ts'
import { evidenceOf, metCriteria } from './queries.ts'
import { registerFacts } from './register-queries.ts'
import { criterionOf, eligibilityGaps } from './rules.ts'
import { AddPage } from './views/add-page.tsx'
import { EvidencePage } from './views/evidence-page.tsx'

type OfApplication = '/t/:territory/applications/:application'
const seen: SubjectOf<OfApplication> = ({ ctx, tx, params }) => subjectOfApplication(tx, ctx, params.application)

type Request = Pick<PageRequest<OfApplication>, 'ctx' | 'tx' | 'params' | 'form'>

/** The page of the section, or of one criterion when the address or the form names it. */
async function evidencePage(request: Request, criterion: string | null): Promise<Answer> {
  const { ctx, tx, params, form } = request
  const [opened, writing, evidence] = await Promise.all([
    openApplication(tx, ctx, params.application),
    subjectOfWriting(tx, ctx, params.application),
    evidenceOf(tx, ctx, params.application),
  ])
  if (!opened || !writing) return notFound
  const { app, regulation, head } = opened
  const mayEdit = isWritable(app.state) && may(ctx, 'application.edit', writing)
  const chosen = criterion === null ? null : criterionOf(regulation, criterion)
  if (chosen?.ok && mayEdit) {
    const known = new Set(
      evidence
        .filter(({ criterionCode }) => criterionCode === criterion)
        .map(({ registerId, registerText }) => `${registerId} ${registerText}`),
    )
    const facts = (await registerFacts(tx, ctx, app.id)).filter(({ id, text }) => !known.has(`${id} ${text}`))
    const body = <AddPage territory={ctx.territory} app={app} criterion={chosen.value} facts={facts} form={form} />
    return { title: 'Доказательство', section: 'applications', body }
  }
  const asks = eligibilityCriteria(regulation)
  const remarks = app.state === 'returned' ? await remarksOf(tx, ctx, app.id, app.round) : []
  const body = (
    <EvidencePage
      territory={ctx.territory}
      app={app}
      asks={asks}
      evidence={evidence}
      gaps={eligibilityGaps(regulation, metCriteria(evidence))}
      remarks={remarks.filter(({ section }) => section === 'eligibility')}
      head={head}
      mayEdit={mayEdit}
      form={form}
    />
  )
  return { title: 'Право на статус', section: 'applications', body }
}

const typedCriterion = (form: FormState | null) => valueOf(form, 'criterion') || null

export const evidenceRoutes: Route[] = [
  get(paths.applicationEvidence, {
    permits: 'application.view',
    sees: 'application.view',
    subject: seen,
    query: z.object({ criterion: asked }),
    page: (request) => evidencePage(request, request.query.criterion ?? null),
  }),
  post(paths.applicationEvidence, {
    permits: 'application.edit',
    sees: 'application.view',
    subject: seen,
    form: evidenceForm,
    most: mostFormBytes,
    act: async ({ ctx, params, form, files }) => {
      const checked = await checkFiles(files.files ?? [], 'files', largeFiles)
      if (!checked.ok) return checked
      return addEvidence(ctx, { applicationId: params.application, ...form, files: checked.value })
    },
    next: ({ params }) => ({ to: paths.applicationEvidence(params), notice: 'Доказательство приложено' }),
    again: (request) => evidencePage(request, typedCriterion(request.form)),
  }),
  post(paths.applicationEvidenceRemoval, {
    permits: 'application.edit',
    sees: 'application.view',
    subject: seen,
    form: z.object({}),
    act: ({ ctx, params }) => removeEvidence(ctx, { applicationId: params.application, evidenceId: params.evidence }),
    next: ({ params }) => ({ to: paths.applicationEvidence(params), notice: 'Доказательство убрано' }),
    again: (request) => evidencePage(request, null),
  }),
  get(paths.applicationFile, {
    permits: 'application.view',
    sees: 'application.view',
    subject: seen,
    page: async ({ ctx, tx, params }) =>
      (await isFileOf(tx, ctx, params.application, params.file)) ? serveFile(tx, ctx.territory.id, params.file) : notFound,
  }),
]

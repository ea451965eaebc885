import { z } from 'zod'
import { serveFile } from '../../files/serve.ts'
import { asId } from '../../kernel/ids.ts'
import { keysOf } from '../../kernel/records.ts'
import type { FileId } from '../../kernel/types.ts'
import { asked } from '../../web/address.ts'
import { formAt, get, notFound, post, type Route, seeOther } from '../../web/route.ts'
import { mayStartAs } from './beginning.ts'
import { applications } from './case.ts'
import { registerApplicant } from './deeds/applicant.ts'
import { deleteDraft, submitApplication, withdrawApplication } from './deeds/send.ts'
import { startApplication } from './deeds/start.ts'
import {
  castVote,
  confirmParticipation,
  declineParticipation,
  inviteOrganisation,
  letIn,
  removeOrganisation,
  shutOut,
} from './deeds/together.ts'
import { nameHead, recordProtocol, saveAdviser, saveOrganisation, saveOwn, saveOwnFile, saveTheme } from './deeds/write.ts'
import { addEvidence, removeEvidence } from './evidence/deeds.ts'
import { isFileOf } from './evidence/file-queries.ts'
import { evidencePage } from './evidence/views/evidence-page.tsx'
import { applicationList } from './list.tsx'
import { operatorRoutes } from './operator/routes.ts'
import { paths } from './paths.ts'
import { sectionNames } from './texts.ts'
import { answersPage } from './views/answers-page.tsx'
import { applicantForm, applicantPage } from './views/applicant-page.tsx'
import { applicationPage } from './views/case-page.tsx'
import { headPage } from './views/head-page.tsx'
import { newPage, startForm } from './views/new-page.tsx'
import { organisationsPage } from './views/organisations-page.tsx'
import { comparisonPage, documentPage, previewPage, roundPage } from './views/reading-pages.tsx'
import { adviserPage, organisationPage, ownPage, themePage } from './views/section-pages.tsx'
import { sectionHref } from './wording.ts'

/** Whoever may begin an application: the office and those in a role that a paper names for anybody, a head for the own organisations. */
const starts = {
  permits: 'application.start',
  subject: mayStartAs,
} as const satisfies Pick<Parameters<typeof get>[1], 'permits' | 'subject'>

const writes = 'application.edit'

/** `applications/new` comes before `applications/:application`. */
export const routes: Route[] = [
  get(paths.newApplication, { ...starts, query: z.object({ call: asked, line: asked }), page: newPage }),
  post(paths.newApplication, {
    ...starts,
    form: startForm,
    act: ({ ctx, form }) => startApplication(ctx, form),
    next: ({ params, value }) => ({ to: paths.application({ ...params, application: value }), notice: 'Заявка начата' }),
    again: newPage,
  }),
  ...formAt(paths.newApplicant, {
    permits: 'applicant.register',
    form: applicantForm,
    act: ({ ctx, form }) => registerApplicant(ctx, form),
    next: ({ params }) => ({ to: paths.applications(params), notice: 'Записано: теперь заявку можно начать' }),
    page: applicantPage,
  }),
  ...applicationList.routes,
  applications.page(paths.application, applicationPage),
  applications.page(paths.applicationSection, ({ one }, { ctx, params }) => {
    const code = keysOf(sectionNames).find((name) => name === params.section)
    return code ? seeOther(sectionHref({ territory: ctx.territory.code, application: one.id }, code)) : notFound
  }),
  applications.page(paths.applicationTheme, themePage, writes),
  saveTheme.route(themePage),
  applications.page(paths.applicationAdviser, adviserPage, writes),
  saveAdviser.route(adviserPage),
  applications.page(paths.applicationOwn, ownPage, writes),
  saveOwn.route(ownPage),
  saveOwnFile.route(ownPage),
  applications.page(paths.applicationHead, headPage, writes, ['q']),
  nameHead.route(headPage),
  recordProtocol.route(headPage),
  applications.page(paths.applicationOrganisations, organisationsPage, writes),
  inviteOrganisation.route(organisationsPage),
  removeOrganisation.route(organisationsPage),
  applications.page(paths.applicationOrganisation, organisationPage, writes),
  saveOrganisation.route(organisationPage),
  confirmParticipation.route(applicationPage, { decline: declineParticipation }),
  applications.page(paths.applicationCheckAnswers, answersPage, writes),
  submitApplication.route(answersPage),
  ...[castVote, letIn, shutOut, withdrawApplication, deleteDraft].map((deed) => deed.route(applicationPage)),
  applications.page(paths.applicationEvidence, evidencePage, 'application.view', ['criterion']),
  addEvidence.route(evidencePage),
  removeEvidence.route(evidencePage),
  applications.page(paths.applicationFile, async ({ one }, { ctx, tx, params }) => {
    const id = asId<FileId>(params.file ?? '')
    return id && (await isFileOf(tx, ctx, one.id, id)) ? serveFile(tx, ctx.territory.id, id) : notFound
  }),
  applications.page(paths.applicationPreview, previewPage),
  applications.page(paths.applicationRound, roundPage),
  applications.page(paths.applicationComparison, comparisonPage),
  applications.page(paths.applicationDocument, documentPage, 'application.view', ['round']),
  ...operatorRoutes,
]

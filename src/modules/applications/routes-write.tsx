import { z } from 'zod'
import { mostFormBytes } from '../../files/check.ts'
import { asked } from '../../web/address.ts'
import { get, notFound, post, type Route, seeOther } from '../../web/route.ts'
import { answersPage, casePage } from './case-pages.tsx'
import { castVote } from './commands/cast-vote.ts'
import { decideParticipation } from './commands/decide-participation.ts'
import { inviteOrganisation, removeOrganisation } from './commands/invite-organisation.ts'
import { letIn, shutOut } from './commands/let-in.ts'
import { nameHead } from './commands/name-head.ts'
import { recordProtocol } from './commands/record-protocol.ts'
import { saveAdviser } from './commands/save-adviser.ts'
import { saveOrganisation } from './commands/save-organisation.ts'
import { saveTheme } from './commands/save-theme.ts'
import { startApplication } from './commands/start-application.ts'
import { submitApplication } from './commands/submit-application.ts'
import { deleteDraft, withdrawApplication } from './commands/withdraw-application.ts'
import * as forms from './forms.ts'
import { paths } from './paths.ts'
import { adviserPage, headPage, organisationPage, organisationsPage, themePage } from './question-pages.tsx'
import { participantSubject, seenSubject, sendingSubject, startingSubject, writingSubject } from './route-subjects.ts'
import { newPage } from './start-pages.tsx'
import { sectionNames } from './texts.ts'
import { sectionHref } from './wording.ts'

const writes = { permits: 'application.edit', sees: 'application.view', subject: writingSubject } as const
const sends = { permits: 'application.submit', sees: 'application.view', subject: sendingSubject } as const
const starts = { permits: 'application.start', subject: startingSubject } as const

type At = { territory: string; application: string }
const at = ({ territory, application }: At) => ({ territory, application })
const back = (params: At, notice: string) => ({ to: paths.application(at(params)), notice })

const starting: Route[] = [
  get(paths.newApplication, { ...starts, query: z.object({ call: asked }), page: newPage }),
  post(paths.newApplication, {
    ...starts,
    form: forms.startForm,
    act: ({ ctx, form }) => startApplication(ctx, form),
    next: ({ params, value }) => back({ ...params, application: value }, 'Заявка начата'),
    again: newPage,
  }),
]

/** One page for each question; what is incomplete is kept too. */
const questions: Route[] = [
  get(paths.applicationSection, {
    permits: 'application.view',
    sees: 'application.view',
    subject: seenSubject,
    page: async ({ params }) => {
      const code = (Object.keys(sectionNames) as (keyof typeof sectionNames)[]).find((one) => one === params.section)
      return code ? seeOther(sectionHref(at(params), code)) : notFound
    },
  }),
  get(paths.applicationTheme, { ...writes, page: themePage }),
  post(paths.applicationTheme, {
    ...writes,
    form: forms.themeForm,
    act: ({ ctx, params, form, version }) => saveTheme(ctx, { applicationId: params.application, version, ...form }),
    next: ({ params }) => back(params, 'Тема и срок сохранены'),
    again: themePage,
  }),
  get(paths.applicationAdviser, { ...writes, page: adviserPage }),
  post(paths.applicationAdviser, {
    ...writes,
    form: forms.adviserForm,
    act: ({ ctx, params, form, version }) => saveAdviser(ctx, { applicationId: params.application, version, ...form }),
    next: ({ params }) => back(params, 'Сохранено'),
    again: adviserPage,
  }),
  get(paths.applicationHead, { ...writes, query: z.object({ q: asked }), page: headPage }),
  post(paths.applicationHead, {
    ...writes,
    form: forms.headForm,
    act: ({ ctx, params, form, version }) => nameHead(ctx, { applicationId: params.application, version, ...form }),
    next: ({ params }) => ({ to: paths.applicationHead(at(params)), notice: 'Руководитель площадки назван' }),
    again: headPage,
  }),
  post(paths.applicationProtocol, {
    ...writes,
    form: forms.protocolForm,
    most: mostFormBytes,
    act: ({ ctx, params, form, version, files }) =>
      recordProtocol(ctx, { applicationId: params.application, version, ...form, files: files.file ?? [] }),
    next: ({ params }) => back(params, 'Протокол записан'),
    again: headPage,
  }),
]

const organisations: Route[] = [
  get(paths.applicationOrganisations, { ...writes, page: organisationsPage }),
  post(paths.applicationOrganisations, {
    ...writes,
    form: forms.invitationForm,
    act: ({ ctx, params, form }) => inviteOrganisation(ctx, { applicationId: params.application, ...form }),
    next: ({ params }) => ({ to: paths.applicationOrganisations(at(params)), notice: 'Организация приглашена' }),
    again: organisationsPage,
  }),
  get(paths.applicationOrganisation, { ...writes, page: organisationPage }),
  post(paths.applicationOrganisation, {
    ...writes,
    form: forms.organisationForm,
    act: ({ ctx, params, form, version }) =>
      saveOrganisation(ctx, { applicationId: params.application, organisationId: params.organisation, version, ...form }),
    next: ({ params }) => back(params, 'Сведения об организации сохранены'),
    again: organisationPage,
  }),
  post(paths.applicationOrganisationRemoval, {
    ...writes,
    form: forms.emptyForm,
    act: ({ ctx, params }) => removeOrganisation(ctx, { applicationId: params.application, organisationId: params.organisation }),
    next: ({ params }) => ({ to: paths.applicationOrganisations(at(params)), notice: 'Организация убрана из заявки' }),
    again: organisationsPage,
  }),
  post(paths.applicationConfirmation, {
    permits: 'application.confirm',
    sees: 'application.view',
    subject: participantSubject,
    form: forms.participationForm,
    act: ({ ctx, params, form }) =>
      decideParticipation(ctx, {
        applicationId: params.application,
        organisationId: params.organisation,
        takesPart: form.decision === 'confirm',
        reason: form.reason,
      }),
    next: ({ params, form }) =>
      form.decision === 'confirm'
        ? back(params, 'Участие подтверждено')
        : { to: paths.applications({ territory: params.territory }), notice: 'Вы отказались, авторам заявки сообщили' },
    again: casePage,
  }),
  post(paths.applicationVote, {
    permits: 'application.vote',
    sees: 'application.view',
    subject: participantSubject,
    form: forms.voteForm,
    act: ({ ctx, params, form }) =>
      castVote(ctx, { applicationId: params.application, organisationId: params.organisation, ...form }),
    next: ({ params }) => back(params, 'Голос записан'),
    again: casePage,
  }),
]

const people: Route[] = [
  post(paths.applicationEditors, {
    ...writes,
    form: forms.editorForm,
    act: ({ ctx, params, form }) => letIn(ctx, { applicationId: params.application, ...form }),
    next: ({ params }) => back(params, 'Теперь этот человек может писать заявку'),
    again: casePage,
  }),
  post(paths.applicationEditorRemoval, {
    ...writes,
    form: forms.emptyForm,
    act: ({ ctx, params }) => shutOut(ctx, { applicationId: params.application, personId: params.person }),
    next: ({ params }) => back(params, 'Этот человек больше не пишет заявку'),
    again: casePage,
  }),
]

const sending: Route[] = [
  get(paths.applicationCheckAnswers, { ...writes, page: answersPage }),
  post(paths.applicationSubmissions, {
    ...sends,
    form: forms.emptyForm,
    act: ({ ctx, params, version }) => submitApplication(ctx, { applicationId: params.application, version }),
    next: ({ params, value }) => back(params, `Заявка № ${value.number} отправлена`),
    again: answersPage,
  }),
  post(paths.applicationWithdrawals, {
    ...sends,
    form: forms.withdrawalForm,
    act: ({ ctx, params, form }) => withdrawApplication(ctx, { applicationId: params.application, reason: form.reason }),
    next: ({ params }) => back(params, 'Заявка отозвана'),
    again: casePage,
  }),
  post(paths.applicationDeletions, {
    ...sends,
    form: forms.emptyForm,
    act: ({ ctx, params }) => deleteDraft(ctx, { applicationId: params.application }),
    next: ({ params }) => ({ to: paths.applications({ territory: params.territory }), notice: 'Черновик удалён' }),
    again: casePage,
  }),
]

export const writingRoutes: Route[] = [...starting, ...questions, ...organisations, ...people, ...sending]

import { type Ctx, may } from '../../authz/ctx.ts'
import { checkFiles, mostFormBytes } from '../../files/check.ts'
import { serveFile } from '../../files/serve.ts'
import { localTime } from '../../kernel/clock.ts'
import type { SiteId } from '../../kernel/types.ts'
import { paper } from '../../web/paper.ts'
import { paths } from '../../web/paths.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route } from '../../web/route.ts'
import { initialsOf } from '../people/name-queries.ts'
import { standingSite, subjectOf } from '../sites/standing-queries.ts'
import { senderOf } from '../submissions/sender-queries.ts'
import { addEvidence } from './commands/add-evidence.ts'
import { askExplanation } from './commands/ask-explanation.ts'
import { draftCaseOrder } from './commands/draft-case-order.ts'
import { dropCase } from './commands/drop-case.ts'
import { explainCase } from './commands/explain-case.ts'
import { sendBackCase } from './commands/send-back-case.ts'
import { proposerOf, startCase } from './commands/start-case.ts'
import { submitCase } from './commands/submit-case.ts'
import { submissionDocument } from './document.ts'
import { evidenceOfCase, mismatchOf } from './evidence-queries.ts'
import {
  askForm,
  dropForm,
  emptyForm,
  evidenceForm,
  explanationForm,
  listQuery,
  remarkForm,
  startForm,
  startQuery,
  submissionForm,
} from './forms.ts'
import { type CaseKind, caseKinds } from './machine.ts'
import { casesOfSite, casesPage } from './queries.ts'
import { kindsNow } from './rules.ts'
import { attachedCount, extensionFacts, otherSites } from './sheet-queries.ts'
import { type OpenCase, openCase } from './store.ts'
import { caseSubject, siteSubject } from './subjects.ts'
import { kindNames } from './texts.ts'
import { CasePage } from './views/case-page.tsx'
import { CasesPage } from './views/cases-page.tsx'
import { StartPage } from './views/start-page.tsx'

const section = 'sites' as const

type StartRequest = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & {
  readonly params: { readonly site: string }
  readonly query: { readonly kind?: CaseKind | null }
}

async function startPage({ ctx, tx, params, query, form }: StartRequest): Promise<Answer> {
  const site = await standingSite(tx, ctx, params.site)
  if (!site) return notFound
  const asked = form ? caseKinds.find((one) => one === form.values.kind) : query.kind
  const kind = asked ?? null
  const busy = new Set((await casesOfSite(tx, ctx, site.id)).filter((one) => one.closedAt === null).map((one) => one.kind))
  const props = {
    ctx,
    site,
    kind,
    kinds: kindsNow(site.regulation, site.standing, ctx.today, proposerOf(ctx)).filter((one) => !busy.has(one)),
    proposer: proposerOf(ctx),
    attached: kind === 'termination' ? await attachedCount(tx, ctx, site.id) : 0,
    others: kind === 'termination' ? await otherSites(tx, ctx, site.id) : [],
    facts: kind === 'extension' ? await extensionFacts(tx, ctx, site, null) : [],
    form,
  }
  return { title: kind === null ? 'Дело о статусе' : kindNames[kind], section, body: <StartPage {...props} /> }
}

type CaseRequest = Pick<PageRequest, 'ctx' | 'tx' | 'form' | 'conflict'> & { readonly params: { readonly case: string } }

async function casePage({ ctx, tx, params, form, conflict }: CaseRequest): Promise<Answer> {
  const opened = await openCase(tx, ctx, params.case)
  if (!opened) return notFound
  const { one, site } = opened
  const evidence = await evidenceOfCase(tx, ctx, one.id)
  const people = [one.startedBy, one.explainedBy, one.submittedBy, ...evidence.map((item) => item.addedBy)]
  const heir = one.attachTo === null ? null : await standingSite(tx, ctx, one.attachTo)
  const props = {
    ctx,
    ...opened,
    evidence,
    nameOf: await initialsOf(
      tx,
      ctx,
      people.filter((id) => id !== null),
    ),
    mismatch: one.kind === 'termination' ? await mismatchOf(tx, ctx, site.id) : [],
    facts: one.kind === 'extension' ? await extensionFacts(tx, ctx, site, one.onDay) : [],
    heirName: heir?.name ?? null,
    form,
    conflict,
    may: rightsOf(ctx, opened),
  }
  return { title: `${kindNames[one.kind]}, ${site.name}`, section, body: <CasePage {...props} /> }
}

function rightsOf(ctx: Ctx, { one, site }: OpenCase) {
  const subject = subjectOf(ctx.territory.id, site)
  const [decide, explain] = [may(ctx, 'statusCase.decide', subject), may(ctx, 'statusCase.explain', subject)]
  return {
    decide,
    explain,
    add: may(ctx, 'statusCase.start', subject),
    propose: may(ctx, 'statusCase.propose', subject),
    sendBack: may(ctx, 'submission.decide'),
    drop: decide || (one.proposedBy === 'organisation' && explain),
  }
}

const toCase = (params: { territory: string; case: string }, notice: string) => ({ to: paths.statusCase(params), notice })
const ofCase = { sees: 'statusCase.view', subject: caseSubject } as const

export const routes: Route[] = [
  get(paths.statusCases, {
    permits: 'statusCase.view',
    query: listQuery,
    page: async ({ ctx, tx, query: { page } }) => {
      const found = await casesPage(tx, ctx, page)
      return { title: 'Дела о статусе', section, body: <CasesPage ctx={ctx} {...found} page={page} /> }
    },
  }),
  get(paths.siteStatusCases, {
    permits: 'statusCase.start',
    sees: 'site.view',
    subject: siteSubject,
    query: startQuery,
    page: startPage,
  }),
  post(paths.siteStatusCases, {
    permits: 'statusCase.start',
    sees: 'site.view',
    subject: siteSubject,
    form: startForm,
    act: ({ ctx, params, form }) => startCase(ctx, { ...form, siteId: params.site, attachTo: form.attachTo as SiteId | null }),
    next: ({ params, value }) => ({
      to: paths.statusCase({ territory: params.territory, case: value }),
      notice: 'Дело открыто. Приложите доказательства и сделайте следующий шаг',
    }),
    again: startPage,
  }),
  get(paths.statusCase, { permits: 'statusCase.view', sees: 'statusCase.view', subject: caseSubject, page: casePage }),
  post(paths.statusCaseEvidence, {
    ...ofCase,
    permits: 'statusCase.start',
    form: evidenceForm,
    most: mostFormBytes,
    act: async ({ ctx, params, form, files }) => {
      const checked = await checkFiles(files.evidenceFiles ?? [], 'evidenceFiles')
      if (!checked.ok) return checked
      const { evidenceText: text, evidenceLink, lines } = form
      return addEvidence(ctx, { caseId: params.case, text, link: evidenceLink, lines, files: checked.value })
    },
    next: ({ params }) => toCase(params, 'Приложено к делу'),
    again: casePage,
  }),
  get(paths.statusCaseFile, {
    permits: 'statusCase.view',
    sees: 'statusCase.view',
    subject: caseSubject,
    page: async ({ ctx, tx, params }) => {
      const own = await evidenceOfCase(tx, ctx, params.case)
      return own.some(({ file }) => file?.id === params.file) ? serveFile(tx, ctx.territory.id, params.file) : notFound
    },
  }),
  post(paths.statusCaseExplanationRequests, {
    ...ofCase,
    permits: 'statusCase.decide',
    form: askForm,
    act: ({ ctx, params, form, version }) => askExplanation(ctx, { caseId: params.case, version, ...form }),
    next: ({ params }) => toCase(params, 'Площадке отправлен запрос объяснения'),
    again: casePage,
  }),
  post(paths.statusCaseExplanations, {
    ...ofCase,
    permits: 'statusCase.explain',
    form: explanationForm,
    most: mostFormBytes,
    act: async ({ ctx, params, form, version, files }) => {
      const checked = await checkFiles(files.explanationFiles ?? [], 'explanationFiles')
      if (!checked.ok) return checked
      return explainCase(ctx, { caseId: params.case, version, text: form.explanation, files: checked.value })
    },
    next: ({ params }) => toCase(params, 'Объяснение отправлено'),
    again: casePage,
  }),
  post(paths.statusCaseSubmissions, {
    ...ofCase,
    permits: 'statusCase.propose',
    form: submissionForm,
    act: ({ ctx, params, form, version }) => submitCase(ctx, { caseId: params.case, version, text: form.submissionText }),
    next: ({ params }) => toCase(params, 'Представление отправлено'),
    again: casePage,
  }),
  post(paths.statusCaseReturns, {
    ...ofCase,
    permits: 'submission.decide',
    form: remarkForm,
    act: ({ ctx, params, form, version }) => sendBackCase(ctx, { caseId: params.case, version, ...form }),
    next: ({ params }) => toCase(params, 'Представление возвращено'),
    again: casePage,
  }),
  post(paths.statusCaseOrders, {
    ...ofCase,
    permits: 'statusCase.decide',
    form: emptyForm,
    act: ({ ctx, params, version }) => draftCaseOrder(ctx, { caseId: params.case, version }),
    next: ({ params, value }) => ({
      to: paths.order({ territory: params.territory, order: value.orderId }),
      notice: 'Проект приказа составлен: проверьте, что изменится, и отправьте на подпись',
    }),
    again: casePage,
  }),
  post(paths.statusCaseEndings, {
    ...ofCase,
    permits: 'statusCase.start',
    form: dropForm,
    act: ({ ctx, params, form, version }) => dropCase(ctx, { caseId: params.case, version, reason: form.dropReason }),
    next: ({ params }) => toCase(params, 'Дело закрыто без приказа'),
    again: casePage,
  }),
  get(paths.statusCaseDocument, {
    permits: 'statusCase.view',
    sees: 'statusCase.view',
    subject: caseSubject,
    page: async ({ ctx, tx, params }) => {
      const opened = await openCase(tx, ctx, params.case)
      if (!opened) return notFound
      const evidence = await evidenceOfCase(tx, ctx, params.case)
      const { submittedAt } = opened.one
      const sender = await senderOf(tx, ctx, submittedAt && localTime(submittedAt, ctx.territory.timeZone).day)
      const doc = submissionDocument({ ...opened, evidence, sender, timeZone: ctx.territory.timeZone, today: ctx.today })
      return paper(doc, params.format)
    },
  }),
]

import { z } from 'zod'
import { checkFiles, mostFormBytes, seminarFiles } from '../../files/check.ts'
import { serveFile } from '../../files/serve.ts'
import { lastChangeBy } from '../../history/last-change.ts'
import type { PeriodKey } from '../../kernel/periods.ts'
import { shown, type ThingPage, type ThingRequest } from '../../kit/thing.ts'
import { ownPlanColumns, planDivision } from '../../regulation/work/questions.ts'
import { askedNumber, askedPeriod } from '../../web/address.ts'
import { paper } from '../../web/paper.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route, seeOther } from '../../web/route.ts'
import { plannedSites, plans } from './case.ts'
import { countedElsewhere, recordExecution } from './commands/record-execution.ts'
import { startPlan } from './commands/start-plan.ts'
import { compare } from './comparison.ts'
import { passPlan, returnPlan } from './deeds/decide.ts'
import { declineProposal, proposeLine, takeProposal, withdrawProposal } from './deeds/propose.ts'
import { dropVersion, startVersion } from './deeds/versions.ts'
import { saveAndSubmit, saveLines, submitPlan, withdrawPlan } from './deeds/write.ts'
import { planDocument } from './document.ts'
import { executionForm, reshapeLines, startForm, storedValues } from './forms.ts'
import { planLines, planList } from './list.tsx'
import type { Line } from './model.ts'
import { paths } from './paths.ts'
import { linePart } from './ports.ts'
import { proposals } from './proposal-case.ts'
import { earlierPlans } from './queries.ts'
import { periodsToPlan } from './rules.ts'
import { asOnItsDay, filesOf, headOf, namesOfLines, planSheet } from './sheet.ts'
import { candidatesOf, linesOf, type OpenPlan, plannedSite } from './store.ts'
import { ComparisonPage } from './views/comparison-page.tsx'
import { EditPage } from './views/edit-page.tsx'
import { LinePage } from './views/line-page.tsx'
import { PlanPage } from './views/plan-page.tsx'
import { proposalPage, proposalsFor } from './views/proposals.tsx'
import { StartPage } from './views/start-page.tsx'
import { planTitle } from './wording.ts'

/** The table of the draft: as stored, or as typed when it is shown again; also with what is missing in a plan sent from its own page. */
const editPage: ThingPage<OpenPlan> = async (opened, request) => {
  const { ctx, tx, form, conflict } = request
  const version = opened.open
  const isReadOnly = form === null && !plans.standing?.(opened, ctx.today).ok
  if (version?.state !== 'draft' || isReadOnly)
    return seeOther(plans.home({ territory: ctx.territory.code, plan: opened.plan.id }))
  const sheet = (await planSheet(tx, ctx, opened, version.number))!
  const inForce: readonly Line[] = sheet.approved ? await linesOf(tx, ctx.territory.id, sheet.approved.id) : []
  const typed = request.refused === saveLines.name ? form : null
  const lines = sheet.lines.map(({ line }) => line)
  const body = (
    <EditPage
      territory={ctx.territory}
      today={ctx.today}
      sheet={sheet}
      version={version}
      candidates={await candidatesOf(tx, ctx.territory.id, sheet.site.id, sheet.frame.period)}
      form={typed ?? { values: storedValues(lines, version, ownPlanColumns(sheet.regulation)), errors: form?.errors ?? [] }}
      conflict={conflict && typed ? { person: (await lastChangeBy(tx, ctx, sheet.plan.id)) ?? '' } : null}
      inForce={new Map(inForce.map((line) => [line.key, line]))}
      maySubmit={submitPlan.offered(ctx, opened)}
    />
  )
  return { title: `Правка: ${planTitle(sheet.regulation, sheet.plan.period)}`, section: 'plans', body }
}

async function startPage(
  request: PageRequest<'/t/:territory/sites/:site/plans', { period?: PeriodKey | null }>,
): Promise<Answer> {
  const { ctx, tx, params, query, form } = request
  const site = await plannedSite(tx, ctx, params.site)
  if (!site) return notFound
  const periods = periodsToPlan(planDivision(site.regulation), site.term, ctx.today)
  const period = periods.find(({ key }) => key === query.period) ?? periods[0]
  const earlier = await earlierPlans(tx, ctx.territory.id, site.id, period?.from ?? ctx.today)
  const body = (
    <StartPage
      territory={ctx.territory}
      today={ctx.today}
      site={site}
      period={period}
      periods={periods}
      earlier={earlier}
      form={form}
    />
  )
  return { title: 'Новый план', section: 'plans', body }
}

const draftRoutes: Route[] = [
  get(paths.sitePlans, {
    permits: 'plan.edit',
    sees: 'site.view',
    subject: plannedSites.subject,
    query: z.object({ period: askedPeriod }),
    page: startPage,
  }),
  post(paths.sitePlans, {
    permits: 'plan.edit',
    sees: 'site.view',
    subject: plannedSites.subject,
    form: startForm,
    act: ({ ctx, params, form }) => startPlan(ctx, { siteId: params.site, ...form }),
    next: ({ params, value }) => ({ to: paths.planEdit({ territory: params.territory, plan: value }), notice: 'План начат' }),
    again: startPage,
  }),

  plans.page(paths.planEdit, editPage, 'plan.edit'),
  { ...saveLines.route(editPage, { submit: saveAndSubmit }), reshape: reshapeLines },
  submitPlan.route(editPage),
]

/** An activity of the plan in force. */
async function linePage(request: PageRequest<'/t/:territory/plans/:plan/lines/:line'>): Promise<Answer> {
  const { ctx, tx, params, form, conflict } = request
  const plan = await plans.open(tx, ctx, params.plan)
  const [sheet, files, counted, ...parts] = await Promise.all([
    plan?.approved ? planSheet(tx, ctx, plan, plan.approved.number) : null,
    filesOf(tx, ctx, params.plan, params.line),
    countedElsewhere(tx, ctx, params.plan, params.line),
    ...linePart.parts().map((part) => part(tx, ctx, params.plan, params.line)),
  ])
  const shown = sheet?.lines.find(({ line }) => line.key === params.line)
  if (!sheet || !shown) return notFound
  const body = (
    <LinePage
      parts={parts}
      counted={counted}
      territory={ctx.territory}
      today={ctx.today}
      sheet={sheet}
      shown={shown}
      files={files}
      form={form}
      conflict={conflict ? { person: (await lastChangeBy(tx, ctx, params.plan)) ?? '' } : null}
    />
  )
  return { title: shown.line.activity, section: 'plans', body }
}

const lineRoutes: Route[] = [
  get(paths.planLine, { permits: 'plan.view', subject: plans.subject, page: linePage }),
  post(paths.planLine, {
    permits: 'plan.execute',
    sees: 'plan.view',
    subject: plans.subject,
    form: executionForm,
    most: mostFormBytes,
    act: async ({ ctx, params, form, files }) => {
      const checked = await checkFiles(files.files ?? [], 'files', seminarFiles)
      if (!checked.ok) return checked
      return recordExecution(ctx, { planId: params.plan, lineKey: params.line, ...form, files: checked.value })
    },
    next: ({ params }) => ({ to: paths.planLine(params), notice: 'Отчёт о мероприятии записан' }),
    again: linePage,
  }),
  plans.page(paths.executionFile, async ({ plan }, { ctx, tx, params: { line, file } }) => {
    const own = await filesOf(tx, ctx, plan.id, line!)
    const found = own.find(({ id }) => id === file)
    return found ? serveFile(tx, ctx.territory.id, found.id) : notFound
  }),
]

const section = 'plans' as const
type OfVersion = { readonly version?: number | null }
const versionQuery = z.object({ version: askedNumber })

/** The page of a plan; shown again with the text of whichever of its forms was refused. */
const planPage =
  ({ version = null }: OfVersion = {}): ThingPage<OpenPlan> =>
  async (opened, request) => {
    const [sheet, proposed] = await Promise.all([
      planSheet(request.tx, request.ctx, opened, version),
      plans.may(request.ctx, 'plan.viewDraft', opened) ? proposalsFor(opened, request) : null,
    ])
    if (!sheet) return notFound
    const title = planTitle(sheet.regulation, sheet.plan.period)
    return { title, section, body: <PlanPage sheet={sheet} request={request} proposed={proposed} /> }
  }

const documentPage =
  ({ version = null }: OfVersion): ThingPage<OpenPlan> =>
  async (opened, { ctx, tx, params }) => {
    const sheet = await planSheet(tx, ctx, opened, version)
    if (!sheet?.version) return notFound
    const head = await headOf(tx, ctx, sheet.plan.siteId, sheet.version.approvedOn ?? ctx.today)
    return paper(planDocument(await asOnItsDay(tx, ctx, sheet), { head, today: ctx.today }), params.format)
  }

const comparisonPage =
  (query: { readonly from: number | null; readonly to: number | null }): ThingPage<OpenPlan> =>
  async (opened, { ctx, tx }) => {
    const sheet = await planSheet(tx, ctx, opened)
    const [before, after] = [query.from, query.to].map((wanted) => sheet?.visible.find(({ number }) => number === wanted))
    if (!sheet || !before || !after) return notFound
    const [old, fresh] = [await linesOf(tx, ctx.territory.id, before.id), await linesOf(tx, ctx.territory.id, after.id)]
    const lines = [...old, ...fresh].map((line) => ({ line }))
    const props = { opened: sheet, from: before, to: after, changes: compare(old, fresh) }
    const nameOf = await namesOfLines(tx, ctx, lines)
    const body = <ComparisonPage {...props} territory={ctx.territory} nameOf={nameOf} />
    return { title: `Редакции ${before.number} и ${after.number}`, section, body }
  }

/** A page that its address asks for more closely. */
const asked =
  <Query,>(page: (query: Query) => ThingPage<OpenPlan>) =>
  ({ query, ...request }: Omit<ThingRequest, 'refused' | 'query'> & { readonly query: Query }) =>
    shown(plans, page(query), { ...request, query: {}, refused: null })
const ofPlan = { permits: 'plan.view', subject: plans.subject } as const

const planRoutes: Route[] = [
  ...planList.routes,
  get(paths.plan, { ...ofPlan, query: versionQuery, page: asked(planPage) }),
  get(paths.planComparison, { ...ofPlan, query: z.object({ from: askedNumber, to: askedNumber }), page: asked(comparisonPage) }),
  get(paths.planDocument, { ...ofPlan, query: versionQuery, page: asked(documentPage) }),
  ...planLines.files,
  passPlan.route(planPage(), { return: returnPlan }),
  withdrawPlan.route(planPage()),
  startVersion.route(planPage()),
  dropVersion.route(planPage()),
  proposeLine.route(planPage()),
  proposals.page(paths.planProposal, proposalPage),
  ...[takeProposal, declineProposal, withdrawProposal].map((one) => one.route(proposalPage)),
]

export const routes: Route[] = [...planRoutes, ...draftRoutes, ...lineRoutes]

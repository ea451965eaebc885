import { z } from 'zod'
import { shown, type ThingPage, type ThingRequest } from '../../kit/thing.ts'
import { askedNumber } from '../../web/address.ts'
import { paper } from '../../web/paper.ts'
import { get, notFound, type Route } from '../../web/route.ts'
import { plans } from './case.ts'
import { compare } from './comparison.ts'
import { passPlan, returnPlan } from './deeds/decide.ts'
import { dropVersion, startVersion } from './deeds/versions.ts'
import { withdrawPlan } from './deeds/write.ts'
import { planDocument } from './document.ts'
import { planLines, planList } from './list.tsx'
import { paths } from './paths.ts'
import { headOf, namesOfLines, planSheet } from './sheet.ts'
import { linesOf, type OpenPlan } from './store.ts'
import { ComparisonPage } from './views/comparison-page.tsx'
import { PlanPage } from './views/plan-page.tsx'
import { planTitle } from './wording.ts'

const section = 'plans' as const
type OfVersion = { readonly version?: number | null }
const versionQuery = z.object({ version: askedNumber })

/** The page of a plan; shown again with the text of whichever of its forms was refused. */
const planPage =
  ({ version = null }: OfVersion = {}): ThingPage<OpenPlan> =>
  async (opened, request) => {
    const sheet = await planSheet(request.tx, request.ctx, opened, version)
    if (!sheet) return notFound
    const title = planTitle(sheet.regulation, sheet.plan.academicYear)
    return { title, section, body: <PlanPage sheet={sheet} request={request} /> }
  }

const documentPage =
  ({ version = null }: OfVersion): ThingPage<OpenPlan> =>
  async (opened, { ctx, tx, params }) => {
    const sheet = await planSheet(tx, ctx, opened, version)
    if (!sheet?.version) return notFound
    const head = await headOf(tx, ctx, sheet.plan.siteId, sheet.version.approvedOn ?? ctx.today)
    return paper(planDocument(sheet, { head, today: ctx.today }), params.format)
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
  (request: Omit<ThingRequest, 'refused'> & { readonly query: Query }) =>
    shown(plans, page(request.query), { ...request, refused: null })
const ofPlan = { permits: 'plan.view', subject: plans.subject } as const

export const planRoutes: Route[] = [
  ...planList.routes,
  get(paths.plan, { ...ofPlan, query: versionQuery, page: asked(planPage) }),
  get(paths.planComparison, { ...ofPlan, query: z.object({ from: askedNumber, to: askedNumber }), page: asked(comparisonPage) }),
  get(paths.planDocument, { ...ofPlan, query: versionQuery, page: asked(documentPage) }),
  ...planLines.files,
  passPlan.route(planPage(), { return: returnPlan }),
  withdrawPlan.route(planPage()),
  startVersion.route(planPage()),
  dropVersion.route(planPage()),
]

import { z } from 'zod'
import { shown, type ThingPage } from '../../kit/thing.ts'
import { asked, oneOf } from '../../web/address.ts'
import { get, type Route } from '../../web/route.ts'
import { theSite } from '../sites/site-queries.ts'
import type { StandingSite } from '../sites/standing-queries.ts'
import { proposerOf, statusCases } from './case.ts'
import { draftCaseOrder, dropCase, sendBackCase, submitCase } from './deeds/decide.ts'
import { addEvidence, askExplanation, explainCase } from './deeds/hear.ts'
import { startCase } from './deeds/start.ts'
import { submissionDocument } from './document.ts'
import { evidenceOfCase } from './evidence-queries.ts'
import { caseList } from './list.tsx'
import { type CaseKind, caseKinds } from './machine.ts'
import { paths } from './paths.ts'
import { casesOfSite } from './queries.ts'
import { kindsNow } from './rules.ts'
import { attachedCount, extensionFacts, otherSites } from './sheet-queries.ts'
import { kindNames } from './texts.ts'
import { statusCasePage } from './views/case-page.tsx'
import { StartPage } from './views/start-page.tsx'

const section = 'sites' as const

/** What is wished, of the kind that was asked for; the form shown again keeps its own. */
const startPage =
  (chosen: CaseKind | null): ThingPage<StandingSite> =>
  async (site, { ctx, tx, form }) => {
    const kind = form ? (caseKinds.find((one) => one === form.values.kind) ?? null) : chosen
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

export const routes: Route[] = [
  ...caseList.routes,
  get(paths.siteStatusCases, {
    permits: 'statusCase.start',
    sees: theSite.sees,
    subject: theSite.subject,
    query: z.object({ kind: asked.transform((value) => oneOf(caseKinds, value)) }),
    page: ({ query, ...request }) => shown(theSite, startPage(query.kind), { ...request, refused: null }),
  }),
  startCase.route(startPage(null)),
  statusCases.page(paths.statusCase, statusCasePage),
  ...[addEvidence, askExplanation, explainCase, submitCase, sendBackCase, draftCaseOrder, dropCase].map((deed) =>
    deed.route(statusCasePage),
  ),
  statusCases.files(paths.statusCaseFile, async ({ one }, { tx, ctx }) =>
    (await evidenceOfCase(tx, ctx, one.id)).map(({ file }) => file?.id),
  ),
  statusCases.papers(paths.statusCaseDocument, submissionDocument),
]

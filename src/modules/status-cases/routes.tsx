import { z } from 'zod'
import { serveFile } from '../../files/serve.ts'
import { localTime } from '../../kernel/clock.ts'
import { shown, type ThingPage } from '../../kit/thing.ts'
import { asked, oneOf } from '../../web/address.ts'
import { paper } from '../../web/paper.ts'
import { get, notFound, type Route } from '../../web/route.ts'
import { initialsOf } from '../people/name-queries.ts'
import { theSite } from '../sites/site-queries.ts'
import { type StandingSite, standingSite } from '../sites/standing-queries.ts'
import { senderOf } from '../submissions/sender-queries.ts'
import { type OpenCase, proposerOf, statusCases } from './case.ts'
import { draftCaseOrder, dropCase, sendBackCase, submitCase } from './deeds/decide.tsx'
import { addEvidence, askExplanation, explainCase } from './deeds/hear.tsx'
import { startCase } from './deeds/start.ts'
import { submissionDocument } from './document.ts'
import { evidenceOfCase, mismatchOf } from './evidence-queries.ts'
import { caseList } from './list.tsx'
import { type CaseKind, caseKinds } from './machine.ts'
import { paths } from './paths.ts'
import { casesOfSite } from './queries.ts'
import { kindsNow } from './rules.ts'
import { attachedCount, extensionFacts, otherSites } from './sheet-queries.ts'
import { kindNames } from './texts.ts'
import { CasePage } from './views/case-page.tsx'
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

const casePage: ThingPage<OpenCase> = async (opened, request) => {
  const { ctx, tx } = request
  const { one, site } = opened
  const evidence = await evidenceOfCase(tx, ctx, one.id)
  const people = [one.startedBy, one.explainedBy, one.submittedBy, ...evidence.map((item) => item.addedBy)]
  const heir = one.attachToSiteId === null ? null : await standingSite(tx, ctx, one.attachToSiteId)
  const named = people.filter((id) => id !== null)
  const props = {
    opened,
    request,
    evidence,
    nameOf: await initialsOf(tx, ctx, named),
    mismatch: one.kind === 'termination' ? await mismatchOf(tx, ctx, site.id) : [],
    facts: one.kind === 'extension' ? await extensionFacts(tx, ctx, site, one.onDay) : [],
    heirName: heir?.name ?? null,
  }
  return { title: `${kindNames[one.kind]}, ${site.name}`, section, body: <CasePage {...props} /> }
}

const documentPage: ThingPage<OpenCase> = async (opened, { ctx, tx, params }) => {
  const { timeZone } = ctx.territory
  const { id, submittedAt } = opened.one
  const evidence = await evidenceOfCase(tx, ctx, id)
  const sender = await senderOf(tx, ctx, submittedAt && localTime(submittedAt, timeZone).day)
  return paper(submissionDocument({ ...opened, evidence, sender, timeZone, today: ctx.today }), params.format!)
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
  statusCases.page(paths.statusCase, casePage),
  ...[addEvidence, askExplanation, explainCase, submitCase, sendBackCase, draftCaseOrder, dropCase].map((deed) =>
    deed.route(casePage),
  ),
  statusCases.page(paths.statusCaseFile, async ({ one }, { tx, ctx, params }) => {
    const own = await evidenceOfCase(tx, ctx, one.id)
    const file = own.find((item) => item.file?.id === params.file)?.file
    return file ? serveFile(tx, ctx.territory.id, file.id) : notFound
  }),
  statusCases.page(paths.statusCaseDocument, documentPage),
]

import { z } from 'zod'
import { shown } from '../../kit/thing.ts'
import { asked, oneOf } from '../../web/address.ts'
import { get, type Route } from '../../web/route.ts'
import { theSite } from '../sites/site-queries.ts'
import { statusCases } from './case.ts'
import { draftCaseOrder, dropCase, sendBackCase, submitCase } from './deeds/decide.ts'
import { addEvidence, askExplanation, explainCase } from './deeds/hear.ts'
import { startCase } from './deeds/start.ts'
import { submissionDocument } from './document.ts'
import { evidenceOfCase } from './evidence-queries.ts'
import { caseList } from './list.tsx'
import { caseKinds } from './machine.ts'
import { paths } from './paths.ts'
import { statusCasePage } from './views/case-page.tsx'
import { startPage } from './views/start-page.tsx'

export const routes: Route[] = [
  ...caseList.routes,
  get(paths.siteStatusCases, {
    permits: 'statusCase.start',
    sees: theSite.sees,
    subject: theSite.subject,
    query: z.object({ kind: asked.transform((value) => oneOf(caseKinds, value)) }),
    page: ({ query, ...request }) => shown(theSite, startPage(query.kind), { ...request, query: {}, refused: null }),
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

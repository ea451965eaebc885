import { z } from 'zod'
import { schemaOf } from '../../kit/form/fields.ts'
import type { Route } from '../../web/route.ts'
import { formAt, get } from '../../web/route.ts'
import { theSite } from '../sites/site-queries.ts'
import { pairs } from './case.ts'
import { limitPairs } from './commands/limit.ts'
import { makeEvidence } from './commands/make-evidence.ts'
import { consentDocument } from './consent-document.ts'
import { agreeAsMentee, agreeAsMentor, askMentor, declinePair, endPair, passPair, proposePair } from './deeds.ts'
import { pairList, sitePairs } from './list.tsx'
import { answerSilence, doubtMeeting, writeMeeting } from './meeting-deeds.ts'
import { paths } from './paths.ts'
import { evidencePage, evidencePaper } from './views/evidence-page.tsx'
import { limitForm, limitPage } from './views/limit-page.tsx'
import { newPairPage } from './views/new-page.tsx'
import { meetingPage, outcomePage, pairPage } from './views/pair-page.tsx'
import { withdrawMentor } from './withdrawal-deed.ts'

export const routes: Route[] = [
  ...pairList.routes,
  ...sitePairs.routes,
  theSite.page(paths.newPair, newPairPage, 'pair.begin', ['as']),
  ...[proposePair, askMentor].map((begin) => begin.route(newPairPage)),
  ...formAt(paths.pairLimit, {
    permits: 'pair.limit',
    form: schemaOf(limitForm),
    act: ({ ctx, form }) => limitPairs(ctx, form),
    next: ({ params }) => ({ to: paths.pairLimit(params), notice: 'Сохранено' }),
    page: limitPage,
  }),
  ...formAt(paths.pairEvidence, {
    permits: 'pair.evidence',
    form: z.object({}),
    act: ({ ctx }) => makeEvidence(ctx),
    next: ({ params }) => ({ to: paths.pairEvidence(params), notice: 'Бумага готова' }),
    page: evidencePage,
  }),
  get(paths.pairEvidencePaper, { permits: 'pair.evidence', page: evidencePaper }),
  pairs.page(paths.pair, pairPage),
  pairs.papers(paths.pairConsent, consentDocument, 'pair.consent'),
  pairs.page(paths.pairMeetings, meetingPage, 'pair.meet'),
  writeMeeting.route(meetingPage),
  ...[doubtMeeting, answerSilence].map((deed) => deed.route(pairPage)),
  pairs.page(paths.pairOutcome, outcomePage, 'pair.end'),
  endPair.route(outcomePage),
  ...[agreeAsMentor, agreeAsMentee, declinePair, passPair, withdrawMentor].map((deed) => deed.route(pairPage)),
]

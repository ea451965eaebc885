import { post, type Route } from '../../web/route.ts'
import { theSite } from '../sites/site-queries.ts'
import { traineeships } from './case-queries.ts'
import { savePlans } from './commands/save-plans.ts'
import { acceptOffer, admitTrainee, declineOffer } from './deeds/answer.ts'
import { askTraineeship, offerTraineeship, sendTrainee } from './deeds/begin.ts'
import { markRow } from './deeds/mark.ts'
import { beginTraineeship, changeTraineeship, finishTraineeship, leaveTraineeship, transferTrainee } from './deeds/run.ts'
import { writeAboutTraineeship } from './deeds/write.ts'
import { planDocument, releaseDocument, traineesDocument } from './document.ts'
import { planForm } from './form.ts'
import { siteTrainees, traineeshipList } from './list.tsx'
import { paths } from './paths.ts'
import { savedWords } from './texts.ts'
import { newTraineeshipPage } from './views/new-page.tsx'
import { plansPage } from './views/plans-page.tsx'
import { programmePage, programmePaper } from './views/programme-page.tsx'
import { editPage, traineeshipPage, transferPage } from './views/traineeship-page.tsx'

export const routes: Route[] = [
  ...traineeshipList.routes,
  ...siteTrainees.routes,
  theSite.papers(paths.traineesPaper, traineesDocument, 'traineeship.list'),
  theSite.page(paths.traineePlans, plansPage, 'traineeship.run'),
  post(paths.traineePlans, {
    permits: 'traineeship.run',
    sees: 'site.view',
    subject: theSite.subjectFor('traineeship.run'),
    form: planForm,
    act: ({ ctx, params, form }) => savePlans(ctx, { ...form, siteId: params.site, programmeId: params.programme }),
    next: ({ params, value }) => ({
      to: paths.traineePlans(params),
      notice: savedWords(value),
    }),
    again: theSite.again(plansPage),
  }),
  traineeships.papers(paths.traineeshipPlanPaper, planDocument),
  traineeships.page(paths.traineeshipProgramme, programmePage),
  traineeships.papers(paths.traineeshipProgrammePaper, programmePaper),
  traineeships.papers(paths.traineeshipRelease, releaseDocument),
  markRow.route(traineeshipPage),
  theSite.page(paths.newTraineeship, newTraineeshipPage, 'traineeship.ask', ['as']),
  ...[askTraineeship, offerTraineeship, sendTrainee].map((begin) => begin.route(newTraineeshipPage)),
  traineeships.page(paths.traineeship, traineeshipPage),
  traineeships.page(paths.traineeshipEdit, editPage, 'traineeship.run'),
  changeTraineeship.route(editPage),
  traineeships.page(paths.traineeshipTransfer, transferPage, 'traineeship.transfer'),
  transferTrainee.route(transferPage),
  writeAboutTraineeship.route(traineeshipPage),
  ...[acceptOffer, admitTrainee, declineOffer, beginTraineeship, finishTraineeship, leaveTraineeship].map((deed) =>
    deed.route(traineeshipPage),
  ),
]

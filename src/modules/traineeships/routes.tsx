import type { Route } from '../../web/route.ts'
import { theSite } from '../sites/site-queries.ts'
import { traineeships } from './case.ts'
import { acceptOffer, admitTrainee, declineOffer } from './deeds/answer.ts'
import { askTraineeship, offerTraineeship, sendTrainee } from './deeds/begin.ts'
import { beginTraineeship, changeTraineeship, finishTraineeship, leaveTraineeship, transferTrainee } from './deeds/run.ts'
import { siteTrainees, traineeshipList } from './list.tsx'
import { paths } from './paths.ts'
import { newTraineeshipPage } from './views/new-page.tsx'
import { editPage, traineeshipPage } from './views/traineeship-page.tsx'

export const routes: Route[] = [
  ...traineeshipList.routes,
  ...siteTrainees.routes,
  theSite.page(paths.newTraineeship, newTraineeshipPage, 'traineeship.ask', ['as']),
  ...[askTraineeship, offerTraineeship, sendTrainee].map((begin) => begin.route(newTraineeshipPage)),
  traineeships.page(paths.traineeship, traineeshipPage),
  traineeships.page(paths.traineeshipEdit, editPage, 'traineeship.run'),
  changeTraineeship.route(editPage),
  ...[acceptOffer, admitTrainee, declineOffer, beginTraineeship, finishTraineeship, leaveTraineeship, transferTrainee].map(
    (deed) => deed.route(traineeshipPage),
  ),
]

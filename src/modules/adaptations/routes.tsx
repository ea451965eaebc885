import type { Route } from '../../web/route.ts'
import { traineeships } from '../traineeships/case-queries.ts'
import { adaptations } from './case.ts'
import { addWords, answerFirst, answerSecond, changeModel, describeModel, introduceModel, takeBackModel } from './deeds.ts'
import { adaptationList } from './list.tsx'
import { paths } from './paths.ts'
import { adaptationPage, editPage, newAdaptationPage } from './views/adaptation-page.tsx'

export const routes: Route[] = [
  ...adaptationList.routes,
  traineeships.page(paths.newAdaptation, newAdaptationPage, 'traineeship.answer'),
  describeModel.route(newAdaptationPage),
  adaptations.page(paths.adaptation, adaptationPage),
  adaptations.page(paths.adaptationEdit, editPage, 'adaptation.write'),
  changeModel.route(editPage),
  introduceModel.route(adaptationPage),
  answerFirst.route(adaptationPage),
  answerSecond.route(adaptationPage),
  addWords.route(adaptationPage),
  takeBackModel.route(adaptationPage),
]

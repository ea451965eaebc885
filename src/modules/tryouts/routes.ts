import type { Route } from '../../web/route.ts'
import { traineeshipPage } from '../traineeships/page-blocks.tsx'
import { tryouts } from './case.ts'
import { assessTryOut, handIn, rateOneself, returnTryOut, takeUpTryOut } from './deeds.ts'
import { tryoutList } from './list.tsx'
import { measureTrainee } from './measure.tsx'
import { paths } from './paths.ts'
import { worksOf } from './store.ts'
import { tryoutPage } from './views/tryout-page.tsx'

export const routes: Route[] = [
  ...tryoutList.routes,
  takeUpTryOut.route(traineeshipPage),
  measureTrainee.route(traineeshipPage),
  tryouts.page(paths.tryout, tryoutPage),
  ...[handIn, rateOneself, returnTryOut, assessTryOut].map((deed) => deed.route(tryoutPage)),
  tryouts.files(paths.tryoutFile, async ({ one }, { ctx, tx }) =>
    (await worksOf(tx, ctx, one.id)).flatMap(({ files }) => files.map(({ id }) => id)),
  ),
]

import { get, type Route, seeOther } from '../../web/route.ts'
import { routes as cases, routePeople } from './case.ts'
import {
  addStep,
  agreeRoute,
  beginRoute,
  finishRoute,
  noteCourse,
  removeStep,
  reopenRoute,
  stopRoute,
  takeOffers,
} from './deeds.ts'
import { routeDocument } from './document.ts'
import { routeList } from './list.tsx'
import { paths } from './paths.ts'
import { personPage } from './views/person-page.tsx'
import { routePage } from './views/route-page.tsx'

export const routes: Route[] = [
  ...routeList.routes,
  get(paths.ownRoute, {
    permits: 'route.own',
    page: async ({ ctx }) => seeOther(paths.personRoute({ territory: ctx.territory.code, person: ctx.actor.personId })),
  }),
  routePeople.page(paths.personRoute, personPage),
  beginRoute.route(personPage),
  cases.page(paths.route, routePage),
  ...[takeOffers, addStep, removeStep, agreeRoute, reopenRoute, noteCourse, finishRoute, stopRoute].map((deed) =>
    deed.route(routePage),
  ),
  cases.papers(paths.routePaper, routeDocument, 'route.print'),
]

import { addressee, by, coordinator, type Grants, members, office, ownHead, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { myPart } from '../events/ports.ts'
import { standingOnPosts } from '../people/ports.ts'
import { siteEnds, siteOverview, sitesForgotten } from '../sites/ports.ts'
import { endWithSite, forgetWithSites, traineeshipsOnPosts, traineesInOrders } from './ending.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { traineeshipsOnMyPage } from './my-part.tsx'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { traineesOnOverview } from './site-part.tsx'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'traineeship.view': [...office, ...siteTeam, ...coordinator, ...addressee, ...ownHead],
  'traineeship.list': [...office, ...siteTeam, ...coordinator],
  'traineeship.listAll': office,
  'traineeship.listOwn': members,
  'traineeship.ask': by('territory', 'teacher'),
  'traineeship.run': siteTeam,
  'traineeship.send': by('territory', 'schoolHead'),
  'traineeship.answer': addressee,
  'traineeship.decline': [...addressee, ...siteTeam, ...ownHead],
  'traineeship.lead': [...addressee, ...by('headedSite', 'siteHead')],
  'traineeship.write': [...addressee, ...by('headedSite', 'siteHead')],
  'traineeship.leave': [...addressee, ...siteTeam, ...ownHead],
  'traineeship.transfer': [...siteTeam, ...office],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [{ place: 56, section: 'traineeships', label: 'Стажировки', href: (to) => paths.traineeships(to) }],
}

export default module({
  name: 'traineeships',
  paths,
  navigation,
  permissions,
  facts,
  notices,
  routes,
  ruleTexts,
  invariants,
  tasks,
  plugs: [
    siteOverview.plug(traineesOnOverview),
    myPart.plug(traineeshipsOnMyPage),
    siteEnds.plug(endWithSite),
    sitesForgotten.plug(forgetWithSites),
    standingOnPosts.plug(traineeshipsOnPosts),
    orderParts.plug(traineesInOrders),
  ],
})

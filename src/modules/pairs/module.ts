import { addressee, by, coordinator, type Grants, members, office, ownHead, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { otherPapers } from '../certificates/ports.ts'
import { myPart } from '../events/ports.ts'
import { standingOnPosts } from '../people/ports.ts'
import { siteEnds, siteOverview, sitesForgotten } from '../sites/ports.ts'
import { endWithSite, forgetWithSites, pairsOnPosts } from './ending.ts'
import { checkedEvidence } from './evidence-queries.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { pairsOnMyPage } from './my-part.tsx'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { pairsOnOverview } from './site-part.tsx'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'
import { anyPairs } from './whether.ts'

const methodist = by('territory', 'methodist')
const head = by('headedSite', 'siteHead')
const permissions = {
  'pair.view': [...office, ...siteTeam, ...coordinator, ...addressee, ...ownHead],
  'pair.list': [...office, ...siteTeam, ...coordinator],
  'pair.listAll': office,
  'pair.listOwn': members,
  'pair.begin': [...head, ...coordinator, ...methodist, ...by('territory', 'teacher')],
  'pair.propose': [...head, ...coordinator, ...methodist],
  'pair.ask': by('territory', 'teacher'),
  'pair.agreeAsMentor': addressee,
  'pair.agreeAsMentee': addressee,
  'pair.decline': [...addressee, ...head, ...coordinator, ...methodist],
  'pair.pass': [...head, ...coordinator, ...methodist],
  'pair.meet': addressee,
  'pair.withdraw': addressee,
  'pair.consent': [...addressee, ...head, ...methodist],
  'pair.end': [...addressee, ...head],
  'pair.evidence': members,
  'pair.limit': by('territory', 'siteStaff', 'siteHead'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      ...{ place: 58, section: 'pairs', label: 'Наставничество', workOf: [] },
      href: (to, _ctx, regulations, chosen) => (anyPairs(regulations, chosen) ? paths.pairs(to) : null),
    },
  ],
}

export default module({
  name: 'pairs',
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
    siteOverview.plug(pairsOnOverview),
    myPart.plug(pairsOnMyPage),
    otherPapers.plug(checkedEvidence),
    siteEnds.plug(endWithSite),
    sitesForgotten.plug(forgetWithSites),
    standingOnPosts.plug(pairsOnPosts),
  ],
})

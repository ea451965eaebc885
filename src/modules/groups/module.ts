import { addressee, by, coordinator, type Grants, members, office, ownHead, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { workingGroups } from '../../regulation/people/questions.ts'
import { myPart } from '../events/ports.ts'
import { standingOnPosts } from '../people/ports.ts'
import { siteEnds, siteOverview, sitesForgotten } from '../sites/ports.ts'
import { endWithSite, forgetWithSites, membersOnPosts } from './ending.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { groupsOnMyPage } from './my-part.tsx'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { groupsOnOverview } from './site-part.tsx'
import { resultsToWrite } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'group.view': [...office, ...siteTeam, ...coordinator, ...ownHead, ...addressee],
  'group.list': [...office, ...siteTeam, ...coordinator, ...ownHead],
  'group.listAll': office,
  'group.listOwn': members,
  'group.form': siteTeam,
  'group.run': [...by('headedSite', 'siteHead'), ...addressee],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      ...{ place: 58, section: 'groups', label: 'Рабочие группы', workOf: [] },
      href: (to, _ctx, regulations) =>
        regulations.some(({ regulation }) => workingGroups(regulation).value !== null) ? paths.groups(to) : null,
    },
  ],
}

export default module({
  name: 'groups',
  paths,
  navigation,
  permissions,
  facts,
  notices,
  routes,
  ruleTexts,
  invariants,
  tasks: [resultsToWrite],
  plugs: [
    siteOverview.plug(groupsOnOverview),
    myPart.plug(groupsOnMyPage),
    siteEnds.plug(endWithSite),
    sitesForgotten.plug(forgetWithSites),
    standingOnPosts.plug(membersOnPosts),
  ],
})

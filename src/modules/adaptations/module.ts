import { addressee, by, coordinator, type Grants, members, office, ownHead, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { asksAdaptation } from '../../regulation/work/questions.ts'
import { myPart } from '../events/ports.ts'
import { traineePart } from '../traineeships/ports.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { adaptationsOnMyPage, adaptationsOnTraineeship } from './parts.tsx'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'adaptation.view': [...office, ...siteTeam, ...coordinator, ...addressee, ...ownHead],
  'adaptation.list': [...office, ...siteTeam, ...coordinator],
  'adaptation.listAll': office,
  'adaptation.listOwn': members,
  'adaptation.write': addressee,
  'adaptation.help': [...addressee, ...by('headedSite', 'siteHead')],
  'adaptation.say': [...addressee, ...by('headedSite', 'siteHead'), ...ownHead],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      ...{ place: 59, section: 'adaptations', label: 'Внедрение у себя', workOf: [] },
      href: (to, _ctx, regulations) =>
        regulations.some(({ regulation }) => asksAdaptation(regulation).value) ? paths.adaptations(to) : null,
    },
  ],
}

export default module({
  name: 'adaptations',
  paths,
  navigation,
  permissions,
  facts,
  notices,
  routes,
  ruleTexts,
  invariants,
  tasks,
  plugs: [myPart.plug(adaptationsOnMyPage), traineePart.plug(adaptationsOnTraineeship)],
})

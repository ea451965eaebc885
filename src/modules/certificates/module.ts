import { addressee, by, coordinator, type Grants, members, office, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { eventPart, myPart } from '../events/ports.ts'
import { siteOverview } from '../sites/ports.ts'
import { traineePart } from '../traineeships/ports.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { myPapers, papersOfEvent, papersOnOverview } from './parts.tsx'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'
import { completionOfTrainee } from './trainee-part.tsx'

const site = [...siteTeam, ...coordinator, ...office]

const permissions = {
  'certificate.list': site,
  'certificate.view': [...site, ...addressee, ...by('ownOrganisation', 'schoolHead')],
  'certificate.issue': by('headedSite', 'siteHead'),
  'certificate.revoke': by('headedSite', 'siteHead'),
  'certificate.own': members,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  open: [{ place: 35, section: 'checkPaper', label: 'Проверить бумагу', href: paths.checkPaper({}) }],
  footer: [{ place: 15, label: 'Проверить бумагу', href: paths.checkPaper({}) }],
}

export default module({
  name: 'certificates',
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
    siteOverview.plug(papersOnOverview),
    eventPart.plug(papersOfEvent),
    myPart.plug(myPapers),
    traineePart.plug(completionOfTrainee),
  ],
})

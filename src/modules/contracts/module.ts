import { by, type Grants, office, ownHead, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { plugs } from './plugs.ts'
import { reminders } from './reminders.ts'
import { routes } from './routes.tsx'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'contract.view': [...office, ...ownHead, ...by('coordinatedSite', 'coordinator'), ...siteTeam],
  'contract.edit': by('territory', 'methodist'),
  'contract.signForSite': [...by('headedSite', 'siteHead'), ...ownHead],
  'contract.signForOperator': by('territory', 'methodist'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({
  name: 'contracts',
  paths,
  permissions,
  facts,
  invariants,
  reminders,
  tasks,
  notices,
  routes,
  ruleTexts,
  plugs,
})

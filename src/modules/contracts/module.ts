import { by, coordinator, type Grants, office, ownHead, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { forgetting, siteStatus, sitesForgotten } from '../sites/ports.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { contractsInOrders, contractsOnStatus } from './parts.tsx'
import { own as paths } from './paths.ts'
import { routes } from './routes.ts'
import { contractNotices, contractsInHand } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'contract.view': [...office, ...ownHead, ...coordinator, ...siteTeam],
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
  notices,
  routes,
  ruleTexts,
  invariants,
  tasks: [contractsInHand],
  reminders: [contractNotices],
  plugs: [siteStatus.plug(contractsOnStatus), sitesForgotten.plug(forgetting('contracts')), orderParts.plug(contractsInOrders)],
})

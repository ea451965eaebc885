import { by, coordinator, type Grants, office, ownHead, siteTeam } from '../../authz/policy.ts'
import type { Plug } from '../../kernel/port.ts'
import { module } from '../../kit/module.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { siteStatus } from '../sites/ports.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { casesInOrders } from './order-part.ts'
import { own as paths } from './paths.ts'
import { statusNotices } from './reminders.ts'
import { routes } from './routes.tsx'
import { casesOnStatus } from './site-part.tsx'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const plugs: readonly Plug[] = [siteStatus.plug(casesOnStatus), orderParts.plug(casesInOrders)]

const permissions = {
  'statusCase.view': [...office, ...ownHead, ...coordinator, ...siteTeam],
  'statusCase.start': [...by('territory', 'official', 'methodist'), ...by('headedSite', 'siteHead'), ...ownHead],
  'statusCase.explain': [...by('headedSite', 'siteHead'), ...ownHead],
  'statusCase.propose': by('territory', 'methodist'),
  'statusCase.decide': office,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({
  name: 'status-cases',
  paths,
  permissions,
  facts,
  invariants,
  reminders: [statusNotices],
  tasks,
  notices,
  routes,
  ruleTexts,
  plugs,
})

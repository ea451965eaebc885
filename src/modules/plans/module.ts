import { addressee, by, coordinator, type Grants, members, office, siteTeam } from '../../authz/policy.ts'
import type { Plug } from '../../kernel/port.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { personDoes, standingOnPosts } from '../people/ports.ts'
import { silences } from '../procedures/ports.ts'
import { forgetting, siteOverview, sitesForgotten } from '../sites/ports.ts'
import { silence } from './deeds/decide.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { plansInOrders } from './order-part.ts'
import { own as paths } from './paths.ts'
import { activityOf } from './person-does.ts'
import { routes } from './routes.tsx'
import { searched } from './searched.ts'
import { planOnOverview } from './site-part.tsx'
import { linesOnPosts } from './standing-on-posts.ts'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const plugs: readonly Plug[] = [
  siteOverview.plug(planOnOverview),
  sitesForgotten.plug(forgetting('registerActivities')),
  standingOnPosts.plug(linesOnPosts),
  personDoes.plug(activityOf),
  orderParts.plug(plansInOrders),
  silences.plug({ kind: 'plan', apply: silence }),
]

const permissions = {
  'plan.list': members,
  'plan.view': members,
  'plan.viewDraft': [...office, ...coordinator, ...siteTeam],
  'plan.edit': siteTeam,
  'plan.submit': by('headedSite', 'siteHead'),
  'plan.execute': siteTeam,
  'plan.propose': by('staffedSite', 'siteStaff'),
  'plan.withdrawProposal': addressee,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      place: 60,
      section: 'plans',
      workOf: ['official', 'methodist', 'coordinator', 'siteHead', 'siteStaff', 'bodyMember'],
      label: 'Планы',
      href: (to) => paths.plans(to),
    },
  ],
}

const told = { facts, notices, ruleTexts }
const asks = { tasks, invariants }
export default module({ name: 'plans', paths, navigation, permissions, routes, searched, plugs, ...told, ...asks })

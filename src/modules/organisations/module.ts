import { by, type Grants, members, office } from '../../authz/policy.ts'
import type { Plug } from '../../kernel/port.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { facts } from './facts.ts'
import { organisationsInOrders } from './order-part.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { searched } from './searched.ts'
import { firstOrganisations } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const plugs: readonly Plug[] = [orderParts.plug(organisationsInOrders)]

const permissions = {
  'organisation.view': members,
  'organisation.register': by('territory', 'official', 'methodist', 'administrator'),
  'organisation.edit': [...by('territory', 'official', 'methodist', 'administrator'), ...by('ownOrganisation', 'schoolHead')],
  'supportNeed.view': [...office, ...by('employer', 'schoolHead', 'teacher')],
  'supportNeed.edit': by('territory', 'official', 'methodist'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      place: 80,
      section: 'organisations',
      workOf: ['official', 'methodist', 'administrator'],
      label: 'Люди и организации',
      href: (to) => paths.organisations(to),
    },
  ],
}

export default module({
  name: 'organisations',
  paths,
  navigation,
  permissions,
  facts,
  routes,
  searched,
  tasks: [firstOrganisations],
  ruleTexts,
  plugs,
})

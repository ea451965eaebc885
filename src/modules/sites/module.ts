import { by, coordinator, type Grants, members, office, ownHead, siteTeam } from '../../authz/policy.ts'
import type { Plug } from '../../kernel/port.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { organisationChanged } from '../organisations/ports.ts'
import { personChanged, personDoes, standingOnPosts } from '../people/ports.ts'
import { beyondLimits, staysUnder } from '../regulation/ports.ts'
import { refreshRegisterOfOrganisation, refreshRegisterOfPerson } from './commands/refresh-register.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { sitesStay, standsBeyond } from './limit-queries.ts'
import { sitesInOrders } from './order-part.ts'
import { own as paths } from './paths.ts'
import { rolesAtSites } from './person-does.ts'
import { routes } from './routes.tsx'
import { searched } from './searched.ts'
import { appointmentsOnPosts } from './standing-on-posts.ts'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const plugs: readonly Plug[] = [
  personChanged.plug(refreshRegisterOfPerson),
  organisationChanged.plug(refreshRegisterOfOrganisation),
  standingOnPosts.plug(appointmentsOnPosts),
  personDoes.plug(rolesAtSites),
  orderParts.plug(sitesInOrders),
  beyondLimits.plug(standsBeyond),
  staysUnder.plug(sitesStay),
]

const permissions = {
  'site.list': members,
  'site.view': members,
  'site.appointStaff': [...by('territory', 'official', 'methodist'), ...by('headedSite', 'siteHead')],
  'site.appointCoordinator': by('territory', 'official', 'methodist'),
  'site.appointHead': by('territory', 'official', 'methodist'),
  'party.authority': by('territory', 'official', 'signatory'),
  'party.operator': by('territory', 'methodist'),
  'party.organisation': ownHead,
  'party.head': by('headedSite', 'siteHead'),
  'party.coordinator': coordinator,
  'party.role': by('heldRole', 'anyone'),
  'party.protocol': [...by('territory', 'methodist', 'official'), ...by('heldRole', 'bodyMember')],
  'site.viewPartners': [...office, ...coordinator, ...siteTeam],
  'site.viewHistory': [...office, ...coordinator, ...siteTeam],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = { work: [{ place: 20, section: 'sites', label: 'Площадки', href: (to) => paths.sites(to) }] }

const told = { facts, ruleTexts }
const asks = { tasks, invariants }
export default module({ name: 'sites', paths, navigation, permissions, routes, searched, plugs, ...told, ...asks })

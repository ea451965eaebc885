import { by, type Grants, members, office, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { own as paths } from './paths.ts'
import { plugs } from './plugs.ts'
import { routes } from './routes.tsx'
import { searched } from './searched.ts'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'site.list': members,
  'site.view': members,
  'site.appointStaff': [...by('territory', 'official', 'methodist'), ...by('headedSite', 'siteHead')],
  'site.appointCoordinator': by('territory', 'official', 'methodist'),
  'site.appointHead': by('territory', 'official', 'methodist'),
  'site.viewPartners': [...office, ...by('coordinatedSite', 'coordinator'), ...siteTeam],
  'site.viewHistory': [...office, ...by('coordinatedSite', 'coordinator'), ...siteTeam],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = { work: [{ place: 20, section: 'sites', label: 'Площадки', href: (to) => paths.sites(to) }] }

export default module({
  name: 'sites',
  paths,
  navigation,
  permissions,
  facts,
  invariants,
  tasks,
  routes,
  searched,
  ruleTexts,
  plugs,
})

import { by, type Grants, members, office, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { plugs } from './plugs.ts'
import { routes } from './routes.tsx'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'site.list': members,
  'site.view': members,
  'site.appointStaff': [...by('territory', 'official', 'methodist'), ...by('headedSite', 'siteHead')],
  'site.appointCoordinator': by('territory', 'official', 'methodist'),
  'site.appointHead': by('territory', 'official', 'methodist'),
  'site.viewHistory': [...office, ...by('coordinatedSite', 'coordinator'), ...siteTeam],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'sites', permissions, facts, invariants, tasks, routes, ruleTexts, plugs })

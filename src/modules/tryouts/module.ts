import { addressee, by, type Grants, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { traineePart } from '../traineeships/ports.ts'
import { facts } from './facts.ts'
import { measuresOnTraineeship } from './measure.tsx'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.ts'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'
import { tryoutsOnTraineeship } from './trainee-part.tsx'

const permissions = {
  'tryout.view': [...addressee, ...siteTeam],
  'tryout.handIn': addressee,
  'measurement.record': [...addressee, ...by('headedSite', 'siteHead')],
  'tryout.assess': [...addressee, ...by('headedSite', 'siteHead')],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const told = { facts, notices, ruleTexts }
export default module({
  name: 'tryouts',
  paths,
  permissions,
  routes,
  tasks,
  plugs: [traineePart.plug(tryoutsOnTraineeship), traineePart.plug(measuresOnTraineeship)],
  ...told,
})

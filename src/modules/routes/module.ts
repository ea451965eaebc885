import { addressee, by, type Grants } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { personPart } from '../deficits/ports.ts'
import { myPart } from '../events/ports.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { routeOfPerson, routeOnMyPage } from './my-part.tsx'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.ts'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'
import { whether } from './whether.ts'

const methodist = by('territory', 'methodist')
const permissions = {
  'route.own': by('territory', 'teacher'),
  'route.view': [...addressee, ...methodist],
  'route.write': [...addressee, ...methodist],
  'route.note': [...addressee, ...methodist],
  'route.print': addressee,
  'route.list': methodist,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      ...{ place: 57.5, section: 'routes', label: 'Маршруты', workOf: ['methodist'] },
      href: (to, { actor }, regulations, chosen) =>
        actor.roles.includes('methodist') && whether(regulations, chosen).on ? paths.routes(to) : null,
    },
  ],
}

export default module({
  name: 'routes',
  paths,
  navigation,
  permissions,
  facts,
  notices,
  routes,
  ruleTexts,
  invariants,
  tasks,
  plugs: [myPart.plug(routeOnMyPage), personPart.plug(routeOfPerson)],
})

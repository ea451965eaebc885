import { addressee, by, type Grants, ownHead } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { aboutEvent, myPart } from '../events/ports.ts'
import { linePart } from '../plans/ports.ts'
import { programmePart } from '../programmes/ports.ts'
import { traineePart } from '../traineeships/ports.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { deficitsOnMyPage, deficitsOnTraineeship } from './my-part.tsx'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { tasks } from './tasks.ts'
import { taughtOnEvent, taughtOnLine, taughtOnProgramme } from './taught-part.tsx'
import { ruleTexts } from './texts.ts'
import { whether } from './whether.ts'

const methodist = by('territory', 'methodist')
const permissions = {
  'deficit.declare': by('territory', 'teacher'),
  'deficit.view': [...addressee, ...methodist, ...ownHead],
  'deficit.note': [...addressee, ...methodist],
  'deficit.close': [...addressee, ...methodist],
  'deficit.takeBack': [...addressee, ...methodist],
  'deficit.list': methodist,
  'deficit.map': by('territory', 'methodist', 'official'),
  'deficit.numbers': by('territory', 'methodist', 'schoolHead'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      ...{ place: 57, section: 'deficits', label: 'Дефициты', workOf: ['methodist', 'official'] },
      href: (to, { actor }, regulations, chosen) => {
        if (!whether(regulations, chosen).on) return null
        if (actor.roles.includes('methodist')) return paths.deficits(to)
        if (actor.roles.includes('official')) return paths.deficitMap(to)
        return actor.employs.length > 0 ? paths.deficitNumbers(to) : null
      },
    },
  ],
}

export default module({
  name: 'deficits',
  paths,
  navigation,
  permissions,
  facts,
  notices,
  routes,
  ruleTexts,
  invariants,
  tasks,
  plugs: [
    myPart.plug(deficitsOnMyPage),
    traineePart.plug(deficitsOnTraineeship),
    aboutEvent.plug(taughtOnEvent),
    linePart.plug(taughtOnLine),
    programmePart.plug(taughtOnProgramme),
  ],
})

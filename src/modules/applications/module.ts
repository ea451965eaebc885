import { addressee, by, type Grants, members, office, ownHead } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { callRule } from '../../regulation/intake/questions.ts'
import { takesApplications } from '../../regulation/status/questions.ts'
import { effectTexts } from './effects/texts.ts'
import { ruleTexts as evidenceTexts } from './evidence/texts.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { ruleTexts as operatorTexts } from './operator/texts.ts'
import { own, paths } from './paths.ts'
import { plugs } from './plugs.ts'
import { reminders } from './reminders.ts'
import { routes } from './routes.tsx'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  // The subject of an application: its organisations (of a submission: the lead one), its author and those let in to write.
  'application.list': members,
  'application.listAll': office,
  'application.start': [...by('territory', 'official', 'methodist'), ...ownHead, ...by('heldRole', 'anyone')],
  'applicant.register': by('territory', 'teacher'),
  'application.view': [...office, ...ownHead, ...addressee],
  'application.edit': [...ownHead, ...addressee],
  'application.submit': [...ownHead, ...by('addressee', 'official', 'methodist', 'signatory')],
  'application.confirm': ownHead,
  'application.vote': ownHead,
  'application.check': by('territory', 'methodist'),
  'application.return': by('territory', 'methodist'),
  'application.ask': by('territory', 'methodist', 'official'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      place: 30,
      section: 'applications',
      workOf: ['official', 'signatory', 'methodist', 'schoolHead'],
      label: 'Заявки',
      // The work begins with a call, or with the applications themselves; there may be none.
      href: (to, _, regulations) => {
        const taking = regulations.filter(({ regulation }) => takesApplications(regulation).value)
        if (taking.length === 0) return null
        const isCalled = taking.every(({ regulation }) => callRule(regulation).value !== null)
        return isCalled ? paths.calls(to) : paths.applications(to)
      },
    },
  ],
}

export default module({
  name: 'applications',
  paths: own,
  navigation,
  permissions,
  facts,
  invariants,
  reminders,
  tasks,
  notices,
  routes,
  ruleTexts: { ...ruleTexts, ...evidenceTexts, ...operatorTexts, ...effectTexts },
  plugs,
})

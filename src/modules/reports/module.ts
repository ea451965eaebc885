import { by, coordinator, type Grants, members, office, ownHead, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { plugs } from './plugs.ts'
import { reminders } from './reminders.ts'
import { routes } from './routes.tsx'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'report.list': members,
  'report.view': [...office, ...ownHead, ...coordinator, ...by('heldRole', 'anyone'), ...siteTeam],
  'report.edit': siteTeam,
  'report.submit': by('headedSite', 'siteHead'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      place: 70,
      section: 'reports',
      workOf: ['official', 'methodist', 'coordinator', 'siteHead', 'bodyMember'],
      label: 'Отчёты',
      href: (to) => paths.reports(to),
    },
  ],
}

const told = { facts, notices, ruleTexts }
const asks = { tasks, reminders, invariants }
export default module({ name: 'reports', paths, navigation, permissions, routes, plugs, ...told, ...asks })

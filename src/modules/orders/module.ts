import { by, type Grants, members, office } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { plugs } from './plugs.ts'
import { reminders } from './reminders.ts'
import { routes } from './routes.tsx'
import { searched } from './searched.ts'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'order.list': members,
  'order.view': members,
  'order.viewDraft': office,
  'order.draft': office,
  'order.withdraw': by('addressee', 'official', 'signatory', 'methodist'),
  'order.sign': by('addressee', 'signatory'),
  'order.sendBack': by('addressee', 'signatory'),
  'order.publish': office,
  'order.acknowledge': by('addressee', 'anyone'),
  'order.control': [...office, ...by('addressee', 'anyone')],
  'assignment.files': [...office, ...by('territory', 'signatory'), ...by('addressee', 'anyone')],
  'assignment.report': by('addressee', 'anyone'),
  'assignment.decide': [...by('territory', 'signatory'), ...by('addressee', 'anyone')],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = { work: [{ place: 50, section: 'orders', label: 'Приказы', href: (to) => paths.orders(to) }] }

export default module({
  name: 'orders',
  paths,
  navigation,
  permissions,
  facts,
  invariants,
  reminders,
  tasks,
  notices,
  routes,
  searched,
  ruleTexts,
  plugs,
})

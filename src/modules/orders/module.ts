import { by, type Grants, members, office } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { plugs } from './plugs.ts'
import { reminders } from './reminders.ts'
import { routes } from './routes.tsx'
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
  'assignment.report': by('addressee', 'anyone'),
  'assignment.decide': [...by('territory', 'signatory'), ...by('addressee', 'anyone')],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'orders', permissions, facts, invariants, reminders, tasks, notices, routes, ruleTexts, plugs })
